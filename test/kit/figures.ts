import { daysBetween } from '../../src/core/base/day.ts';
import type { Figures, Totals } from '../../src/core/figures/figures.ts';
import type { ReportInput } from '../../src/core/report/build.ts';
import type { Union, UnionLevel } from '../../src/core/roster/union.ts';
import { bluezone2020 } from './campaign.ts';

/** 17:05 on Friday 28/8/2020 in Vietnam: the evening on which the report is made. */
export const FRIDAY = Date.parse('2020-08-28T17:05:00+07:00');

/** A union of the roster; what is not told is not known. */
export const unionNamed = (name: string, more: Partial<Union> = {}): Union => ({
  code: 'T1',
  level: 3 as UnionLevel,
  parent: 'LDLD74',
  province: '74',
  workers: null,
  members: null,
  smartphones: null,
  ...more,
  name,
});

/** Figures of a union from which nothing has come. */
export const silent = (union: Union): Figures => ({ union, byOutcome: {}, byReason: {}, byDay: {}, checks: {} });

/** Figures of a union, all counted on the first day unless days are told. */
export const counted = (union: Union, byOutcome: Totals, more: Partial<Figures> = {}): Figures => ({
  ...silent(union),
  byOutcome,
  byDay: { '2020-08-18': byOutcome },
  ...more,
});

/** A small generator with a seed: the same figures at every run. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const add = (sum: Totals, more: Totals): Totals =>
  Object.fromEntries(
    [...new Set([...Object.keys(sum), ...Object.keys(more)])].map((key) => [key, (sum[key] ?? 0) + (more[key] ?? 0)]),
  );

/** What a union above sees: the sums of its units, under its own name. */
export function above(union: Union, units: readonly Figures[]): Figures {
  const sum = (pick: (figures: Figures) => Totals) => units.map(pick).reduce(add, {});
  const days = [...new Set(units.flatMap(({ byDay }) => Object.keys(byDay)))].sort();
  return {
    union,
    byOutcome: sum(({ byOutcome }) => byOutcome),
    byReason: sum(({ byReason }) => byReason),
    byDay: Object.fromEntries(days.map((day) => [day, sum(({ byDay }) => byDay[day] ?? {})])),
    checks: sum(({ checks }) => checks as Totals),
  };
}

/** A unit with a week of counting behind it. */
export function busy(union: Union, seed: number): Figures {
  const roll = dice(seed);
  const days = daysBetween('2020-08-18', seed % 7 === 0 ? '2020-08-27' : '2020-08-25');
  const byDay = Object.fromEntries(
    days.map((day) => [
      day,
      {
        installed: 20 + roll(180),
        already: roll(90),
        reactivated: roll(15),
        unable: roll(12),
        declined: roll(5),
        reached: roll(60),
      },
    ]),
  );
  const byOutcome = Object.values(byDay).reduce<Totals>(add, {});
  const unable = byOutcome.unable ?? 0;
  const otp = Math.floor(unable / 2);
  return {
    union,
    byOutcome,
    byDay,
    byReason: { OTP_CHUA_NHAN: otp, HDH_CU: unable - otp, LO_PIN: byOutcome.declined ?? 0 },
    checks: { pass: 50 + roll(300), weak: roll(20), 'not-seen': roll(30), inconclusive: roll(6) },
  };
}

const DISTRICTS = ['Bàu Bàng', 'Bắc Tân Uyên', 'Dầu Tiếng', 'Phú Giáo', 'Thuận An', 'Dĩ An', 'Bến Cát', 'Tân Uyên'];

/** The federation of Bình Dương with so many units; every ninth has not reported, every fifth gave no workforce. */
export function federation(size: number, more: Partial<ReportInput> = {}): ReportInput {
  const units = Array.from({ length: size }, (_, at) => {
    const name = size <= DISTRICTS.length ? `LĐLĐ huyện ${DISTRICTS[at]}` : `Công đoàn cơ sở Công ty TNHH Số ${at + 1}`;
    const roll = dice(at + 1);
    const workers = at % 5 === 4 ? null : 2_000 + roll(90_000);
    const smartphones = workers === null ? null : Math.floor(workers * 0.8);
    const union = unionNamed(name, { code: String(at + 1).padStart(4, '0'), workers, smartphones });
    return at % 9 === 8 ? silent(union) : busy(union, at + 1);
  });
  const union = unionNamed('Liên đoàn Lao động tỉnh Bình Dương', { code: 'LDLD74', level: 2, parent: 'TLD' });
  return {
    campaign: bluezone2020(),
    practice: false,
    asOf: Date.parse('2020-08-28T17:00:00+07:00'),
    madeAt: FRIDAY,
    union: above(union, units),
    superior: 'Tổng Liên đoàn Lao động Việt Nam',
    rows: units,
    ...more,
  };
}
