import { type Command, InvalidArgumentError } from 'commander';
import { countText } from '../../../../core/base/format.ts';
import type { Campaign } from '../../../../core/campaign/campaign.ts';
import type { Verdict } from '../../../../core/check/verdict.ts';
import type { EventRef } from '../../../../core/log/event.ts';
import type { Status } from '../../../../preload/contract/status.ts';
import { nameOfVerdict } from '../../../messages/index.ts';
import { type CommonOptions, type Ending, withKit } from '../context.ts';

type Run = <A extends unknown[]>(work: (...args: A) => Promise<Ending>) => (...args: A) => Promise<void>;

/** `tally`, `minus`, `undo`, `status`, `verify`. */
export function addCountCommands(command: (name: string, about: string, under?: string) => Command, run: Run): void {
  command('tally', 'đếm một lượt · count')
    .requiredOption('--union <code>', 'mã công đoàn của người được đếm · union of the person')
    .requiredOption('--outcome <kind>', 'kết quả · outcome')
    .option('--reason <code>', 'lý do · reason')
    .option('--count <n>', 'số người · people', '1')
    .option('--day <day>', 'ngày của phiếu giấy · day of a paper sheet')
    .option('--paper', 'nhập từ phiếu giấy · from a paper sheet')
    .option('--check <ref>', 'lần kiểm tra kèm theo, dạng MÁY:SỐ · the check behind it', readRef)
    .action(
      run((options: CommonOptions & Counted & { paper?: boolean; check?: EventRef }) =>
        withKit(
          options,
          (ask) =>
            ask('tally.add', {
              ...countedOf(options),
              source: options.paper ? 'paper' : 'booth',
              check: options.check ?? null,
            }),
          ({ events, counts, warnings }, campaign) =>
            [
              `Đã ghi lượt số ${events.map(({ seq }) => seq).join(', ')}. Hôm nay tại ${counts.union}: ${outcomesOf(counts.today, campaign)}`,
              ...warnings.map(({ what, todo }) => `! ${what.vi} ${todo.vi}`),
            ].join('\n'),
          ({ events, warnings }) => ({
            events,
            ...(warnings.length > 0 ? { warnings: warnings.map(({ what, todo }) => `${what.vi} ${todo.vi}`) } : {}),
          }),
        ),
      ),
    );

  command('minus', 'trừ bớt số đã đếm, có lý do · take off what was counted too much, with a reason')
    .requiredOption('--union <code>', 'mã công đoàn · union')
    .requiredOption('--outcome <kind>', 'kết quả · outcome')
    .requiredOption('--why <text>', 'lý do trừ · why')
    .option('--reason <code>', 'lý do của kết quả · reason of the outcome')
    .option('--count <n>', 'số người · people', '1')
    .option('--day <day>', 'ngày đã đếm · day counted for')
    .action(
      run((options: CommonOptions & Counted & { why: string }) =>
        withKit(
          options,
          (ask) => ask('tally.minus', { ...countedOf(options), why: options.why }),
          ({ events }) => `Đã trừ, lượt số ${events.map(({ seq }) => seq).join(', ')}.`,
          ({ events }) => ({ events }),
        ),
      ),
    );

  command('undo', 'hoàn tác lượt cuối của máy này · take back the last tally').action(
    run((options: CommonOptions) =>
      withKit(
        options,
        (ask) => ask('tally.undo', {}),
        ({ undone }, campaign) =>
          `Đã hoàn tác: ${outcomesOf({ [undone.outcome]: undone.count }, campaign)}, ${undone.unionName}.`,
        ({ events }) => ({ events }),
      ),
    ),
  );

  command('status', 'tổng số, thời hạn, đơn vị chưa báo cáo · totals, deadline, who has not reported')
    .option('--union <code>', 'mã công đoàn · union', 'TLD')
    .action(
      run((options: CommonOptions & { union: string }) =>
        withKit(options, (ask) => ask('status.get', { union: options.union }), tellStatus),
      ),
    );

  command('verify', 'đối chiếu toàn bộ sổ với mọi tổng số · replay the log against every total').action(
    run((options: CommonOptions) =>
      withKit(
        options,
        (ask) => ask('log.verify', {}),
        ({ ok, events, machines, faults }) =>
          ok ? `Khớp: ${events} sự kiện của ${machines} máy.` : `KHÔNG khớp:\n${faults.join('\n')}`,
        (value) => value,
        ({ ok }) => ok,
      ),
    ),
  );
}

interface Counted {
  readonly union: string;
  readonly outcome: string;
  readonly reason?: string;
  readonly count: string;
  readonly day?: string;
}

const countedOf = ({ union, outcome, reason, count, day }: Counted) => ({
  ...{ union, outcome, count },
  reason: reason ?? null,
  day: day ?? null,
});

/** `machine:seq`, as `check --json` gives them. */
function readRef(text: string): EventRef {
  const [, machine, seq] = /^([^:]+):(\d{1,12})$/.exec(text) ?? [];
  if (machine === undefined) throw new InvalidArgumentError('MÁY:SỐ · MACHINE:SEQ');
  return { machine, seq: Number(seq) };
}

const listOf = (totals: Readonly<Record<string, number>>, nameOf: (code: string) => string = (code) => code): string =>
  Object.entries(totals)
    .map(([code, count]) => `${nameOf(code)} ${countText(count)}`)
    .join(', ') || '0';

/** Outcomes by the names that the campaign gives them. */
function outcomesOf(totals: Readonly<Record<string, number>>, { outcomes }: Campaign): string {
  const labels = new Map(outcomes.map(({ code, label }) => [code, label.vi]));
  return listOf(totals, (code) => labels.get(code) ?? code);
}

const verdictsOf = (totals: Readonly<Record<string, number>>): string =>
  listOf(totals, (code) => nameOfVerdict(code as Verdict).vi);

function tellStatus(status: Status, campaign: Campaign): string {
  const { deadline, notReported, notReportedTotal } = status;
  return [
    `${status.name} (${status.union})`,
    `  Đếm tại bàn: ${outcomesOf(status.counted, campaign)}`,
    ...(Object.keys(status.late).length > 0
      ? [`    trong đó sau đợt vận động: ${outcomesOf(status.late, campaign)}`]
      : []),
    `  Tự báo cáo: ${Object.keys(status.declared).length > 0 ? listOf(status.declared) : 'chưa có'}`,
    `  Kiểm tra phát tín hiệu: ${verdictsOf(status.checks)}`,
    `  Hạn báo cáo: trước ngày ${deadline.dueBefore} (${deadline.state === 'late' ? 'đã quá hạn' : `còn ${deadline.daysLeft} ngày`})`,
    `  Báo cáo của đơn vị trực thuộc: ${status.reports.reported}/${status.reports.asked}; muộn ${status.reports.late.length}; đổi số sau báo cáo ${status.reports.changed.length} (hạn của đơn vị: hết ngày ${status.reports.due})`,
    `  Chưa có số đếm: ${notReportedTotal}${
      notReported.length > 0
        ? ` (${notReported
            .slice(0, 10)
            .map(({ name }) => name)
            .join('; ')}${notReportedTotal > 10 ? '; …' : ''})`
        : ''
    }`,
    ...status.findings
      .filter(({ accepted }) => accepted === null)
      .map(({ words }) => `  ! ${words.what.vi} ${words.todo.vi}`),
    ...status.clocks.map(({ words }) => `  ! ${words.what.vi} ${words.todo.vi}`),
  ].join('\n');
}
