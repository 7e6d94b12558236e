import { daysBetween } from '../base/day.ts';
import { type Random, seeded } from '../base/random.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { EventDraft } from '../log/event.ts';
import type { Union } from '../roster/union.ts';

/** A synthetic campaign for training and load tests; the same seed makes the same one. */
export interface Demo {
  /** Grassroots unions to make. */
  readonly unions: number;
  /** Tallies to make. */
  readonly events: number;
  readonly seed: number;
}

/** Grassroots unions to one upper union: 30 uppers to 2,000, as in a large province. */
const PER_UPPER = 67;
/** Up to here everything lies in one province; beyond, in all of them. */
const ONE_PROVINCE = 10_000;
const HOME = '74';
const PROVINCES = [
  '01 02 04 06 08 10 11 12 14 15 17 19 20 22 24 25 26 27 30 31 33 34 35 36 37 38 40 42 44 45 46 48 49 51 52 54 56 58 60 62',
  '64 66 67 68 70 72 74 75 77 79 80 82 83 84 86 87 89 91 92 93 94 95 96',
].flatMap((codes) => codes.split(' '));
const PARKS = ['Sóng Thần', 'Việt Hương', 'Mỹ Phước', 'Đồng An', 'Bàu Bàng', 'Nam Tân Uyên', 'Rạch Bắp', 'Thới Hòa'];
const TRADES = ['May', 'Giày', 'Gỗ', 'Điện tử', 'Cơ khí', 'Thực phẩm', 'Bao bì', 'Nhựa', 'Dệt', 'Cao su'];
const NAMES = [
  'An Phú',
  'Bình Minh',
  'Đại Lộc',
  'Hòa Phát',
  'Kim Sơn',
  'Minh Đức',
  'Phú Cường',
  'Tân Tiến',
  'Thuận An',
  'Việt Ý',
];

const pick = <T>(random: Random, from: readonly T[]): T => from[random.below(from.length)] as T;

/** Upper and grassroots unions below the provincial federations of the starting roster. */
export function demoUnions({ unions, seed }: Demo): Union[] {
  const random = seeded(seed);
  const provinces = unions <= ONE_PROVINCE ? [HOME] : PROVINCES;
  const made: Union[] = [];
  const uppers = Math.max(1, Math.ceil(unions / PER_UPPER));
  for (let upper = 0; upper < uppers; upper++) {
    const province = provinces[upper % provinces.length] ?? HOME;
    const code = `D${province}-${String(upper + 1).padStart(4, '0')}`;
    const park = pick(random, PARKS);
    made.push(unionOf(code, `Công đoàn các KCN ${park} ${upper + 1}`, 3, `LDLD${province}`, province, null));
    const size = Math.min(PER_UPPER, unions - upper * PER_UPPER);
    for (let n = 1; n <= size; n++) {
      const name = `CĐCS Công ty TNHH ${pick(random, TRADES)} ${pick(random, NAMES)} ${upper * PER_UPPER + n}`;
      // Most companies are small, a few are towns of their own.
      const workers = Math.round(10 + 40 * Math.exp(random.next() * 4));
      made.push(unionOf(`${code}-${String(n).padStart(3, '0')}`, name, 4, code, province, workers));
    }
  }
  return made;
}

function unionOf(
  code: string,
  name: string,
  level: Union['level'],
  parent: string,
  province: string,
  workers: number | null,
): Union {
  const members = workers === null ? null : Math.round(workers * 0.85);
  const smartphones = workers === null ? null : Math.round(workers * 0.78);
  return { code, name, level, parent, province, workers, members, smartphones };
}

export interface DemoBatch {
  readonly drafts: EventDraft[];
  /** When the batch was counted, milliseconds since the epoch. */
  readonly at: number;
}

/** Tallies over the campaign's days, in batches in order of time, mornings busiest. One union in eight counts nothing. */
export function* demoTallies(
  demo: Demo,
  unions: readonly Union[],
  campaign: Campaign,
  size: number,
): Generator<DemoBatch> {
  const random = seeded(demo.seed + 1);
  const counting = unions.filter(({ level }) => level === 4).filter(() => random.below(8) > 0);
  const days = daysBetween(campaign.days.first, campaign.days.last);
  if (counting.length === 0) return;
  for (let made = 0; made < demo.events; ) {
    const drafts: EventDraft[] = [];
    const through = made / demo.events;
    const day = days[Math.floor(through * days.length)] ?? campaign.days.first;
    const hour = (through * days.length) % 1;
    for (; drafts.length < size && made < demo.events; made++) {
      // A batch stays within its day.
      if (Math.floor((made / demo.events) * days.length) !== Math.floor(through * days.length)) break;
      drafts.push(tallyOf(random, pick(random, counting).code, campaign, day));
    }
    yield { drafts, at: Date.parse(`${day}T06:00:00+07:00`) + Math.floor(hour * 10 * 3_600_000) };
  }
}

function tallyOf(random: Random, union: string, campaign: Campaign, day: string): EventDraft {
  const draw = random.next();
  const outcome =
    draw < 0.55
      ? 'installed'
      : draw < 0.75
        ? 'already'
        : draw < 0.82
          ? 'reactivated'
          : draw < 0.9
            ? 'unable'
            : draw < 0.94
              ? 'declined'
              : 'reached';
  const known = campaign.outcomes.find(({ code }) => code === outcome) ?? campaign.outcomes[0];
  const reasons = campaign.reasons.filter(({ outcomes }) => outcomes.includes(known?.code ?? ''));
  const reason = known?.needsReason && reasons.length > 0 ? pick(random, reasons).code : null;
  return {
    kind: 'tally',
    union,
    body: {
      campaign: campaign.id,
      outcome: known?.code ?? outcome,
      ...(reason === null ? {} : { reason }),
      count: 1,
      day,
    },
  };
}
