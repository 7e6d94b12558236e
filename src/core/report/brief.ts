import { type Day, shortDate } from '../base/day.ts';
import { countText, dayText, lowerFirst, momentText, percentText } from '../base/format.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { type Figures, hasCounted, percent, sumOf, type Totals, workforceOf } from '../figures/figures.ts';
import { type Outside, outsideSentence } from '../figures/off-roster.ts';
import { allOf, countingOf } from './outcomes.ts';
import { reasonCounts, SMALL_GROUP, SmallGroups } from './reasons-table.ts';
import { checksOf } from './tables.ts';

/** What short texts speak of. */
export interface BriefInput {
  readonly campaign: Campaign;
  readonly union: Figures;
  /** The union in running text. */
  readonly name: string;
  readonly asOf: number;
  /** The working day of an evening call. */
  readonly day: Day;
  /** Units below, those above before those inside them: reasons of the small ones are nobody's to read. */
  readonly units: Iterable<Figures>;
  readonly below: { readonly asked: number; readonly reported: number; readonly missing: readonly string[] };
  /** People counted outside the tree, whom the figures may be short of. */
  readonly outside?: readonly Outside[];
}

/** Names in a text that is read out or typed on a phone. */
const NAMED = 5;

/** `cài mới 120; đã cài 84`, outcomes that leave a working app first; zeros left out. */
function splitOf({ campaign }: BriefInput, totals: Totals, installed: boolean): string {
  return campaign.outcomes
    .filter((outcome) => outcome.installed === installed && (totals[outcome.code] ?? 0) !== 0)
    .map(({ code, short }) => `${short.vi.toLocaleLowerCase('vi')} ${countText(totals[code] ?? 0)}`)
    .join('; ');
}

interface Sums {
  readonly all: number;
  readonly working: number;
  /** `87,0% số người có điện thoại thông minh (174/200)`; `null` without a denominator. */
  readonly rate: string | null;
}

function sumsFor({ campaign, union }: BriefInput, totals: Totals): Sums {
  const counting = countingOf(campaign, union);
  const working = sumOf(totals, counting.working);
  const { workers, smartphones } = workforceOf(union);
  const whole = smartphones ?? workers;
  const rate = percent({ part: working, whole });
  const people = smartphones === null ? 'tổng số đoàn viên, người lao động' : 'số người có điện thoại thông minh';
  const text = rate === null ? null : `${percentText(rate)} ${people} (${countText(working)}/${countText(whole ?? 0)})`;
  return { all: allOf(counting, totals), working, rate: text };
}

/** Whoever reads a short text has no other place to see what its numbers do not hold. */
function missed({ outside = [] }: BriefInput): string {
  const text = outsideSentence(outside);
  return text === null ? '' : ` ${text}`;
}

/** What a report says in one paragraph: numerator, denominator and cut-off named. */
export function summaryParagraph(input: BriefInput): string {
  const { campaign, union, name, asOf, below } = input;
  const start = `Tính đến ${momentText(asOf)}, ${name}`;
  const reported =
    below.asked === 0
      ? ''
      : ` Đã có báo cáo của ${countText(below.reported)}/${countText(below.asked)} đơn vị trực thuộc.`;
  if (!hasCounted(union)) return `${start} chưa có lượt nào được đếm tại bàn hướng dẫn.${reported}${missed(input)}`;
  const { all, working, rate } = sumsFor(input, union.byOutcome);
  const split = splitOf(input, union.byOutcome, true);
  const parts = split === '' ? '' : ` (${split})`;
  const share = rate === null ? '' : `, bằng ${rate}`;
  const checks = checksOf(union);
  const checked =
    checks === 0
      ? ''
      : ` Kiểm tra phát tín hiệu ${countText(checks)} lượt máy, đạt ${countText(union.checks.pass ?? 0)} lượt.`;
  return `${start} đã hướng dẫn ${countText(all)} lượt người tại bàn, trong đó ${countText(working)} lượt đã có ${campaign.app.name} khi rời bàn${parts}${share}.${checked}${reported}${missed(input)}`;
}

/** A text for a chat: short lines, no marks that a phone would show as they are. */
export function chatText(input: BriefInput): string {
  const { campaign, union, name, asOf, day, below } = input;
  const lines = [`${name} – ${campaign.app.name}`, `Tính đến ${momentText(asOf)}`];
  const today = union.byDay[day] ?? {};
  if (hasCounted(union)) {
    const now = sumsFor(input, today);
    const whole = sumsFor(input, union.byOutcome);
    lines.push(
      `Hôm nay (${shortDate(day).replace(/\/\d+$/, '')}): ${countText(now.all)} lượt, đã có ${campaign.app.name} ${countText(now.working)}`,
    );
    lines.push(`Cả đợt: ${countText(whole.all)} lượt, đã có ${campaign.app.name} ${countText(whole.working)}`);
    if (whole.rate !== null) lines.push(`Đạt ${whole.rate}`);
  } else lines.push('Chưa có lượt nào được đếm tại bàn');
  if (below.asked > 0) lines.push(`Đã báo cáo: ${countText(below.reported)}/${countText(below.asked)} đơn vị`);
  if (below.missing.length > 0) lines.push(`Chưa báo cáo: ${namesOf(below.missing)}`);
  return lines.join('\n');
}

function namesOf(names: readonly string[]): string {
  const more = names.length - NAMED;
  return `${names.slice(0, NAMED).join('; ')}${more > 0 ? ` và ${countText(more)} đơn vị khác` : ''}`;
}

/** One point of an evening call. */
export interface QuickPoint {
  readonly title: string;
  readonly text: string;
}

/** The four points of an evening call: the day, the campaign so far, who is missing, what stands in the way. */
export function quickPoints(input: BriefInput): QuickPoint[] {
  const { campaign, union, day, below } = input;
  const today = union.byDay[day] ?? {};
  const now = sumsFor(input, today);
  const whole = sumsFor(input, union.byOutcome);
  const split = [splitOf(input, today, true), splitOf(input, today, false)].filter((text) => text !== '').join('; ');
  const small = new SmallGroups(SMALL_GROUP);
  for (const unit of input.units) small.note(unit);
  const open = (workforceOf(union).workers ?? SMALL_GROUP) >= SMALL_GROUP;
  const reasons = (open ? reasonCounts(campaign, union, small) : [])
    .filter(({ code }) => code !== '')
    .slice(0, 3)
    .map(({ label, count }) => `${lowerFirst(label)} (${countText(count)})`);
  const working = `lượt đã có ${campaign.app.name}`;
  return [
    {
      title: `1. Trong ngày ${dayText(day)}`,
      text: `${countText(now.all)} lượt người đến bàn, ${countText(now.working)} ${working} khi rời bàn${split === '' ? '' : ` (${split})`}.`,
    },
    {
      title: '2. Lũy kế cả đợt',
      text: `${countText(whole.all)} lượt người, ${countText(whole.working)} ${working}${whole.rate === null ? '' : `, bằng ${whole.rate}`}.${missed(input)}`,
    },
    {
      title: '3. Tình hình báo cáo',
      text:
        below.asked === 0
          ? 'Đơn vị không có đơn vị trực thuộc.'
          : `Đã báo cáo ${countText(below.reported)}/${countText(below.asked)} đơn vị trực thuộc.${below.missing.length > 0 ? ` Chưa báo cáo: ${namesOf(below.missing)}.` : ''}`,
    },
    {
      title: '4. Khó khăn, vướng mắc',
      text: reasons.length === 0 ? 'Chưa ghi nhận.' : `Lý do chính chưa cài được, từ chối: ${reasons.join('; ')}.`,
    },
  ];
}
