import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { type Failure, failed } from '../../../../core/outcome.ts';
import { countText } from '../../../../core/report.ts';
import type { Verdict } from '../../../../core/verdict.ts';
import type { Reply, RosterResult, Status } from '../../../../preload/contract.ts';
import { builtInCampaign } from '../../../campaign-file.ts';
import { nameOfVerdict, wordsFor } from '../../../messages.ts';
import { type CommonOptions, type Ending, withKit } from '../context.ts';

type Run = <A extends unknown[]>(work: (...args: A) => Promise<Ending>) => (...args: A) => Promise<void>;

const refused = (outcome: ReturnType<typeof failed>): Reply<never> => {
  const { error } = outcome as { error: Failure };
  return { ok: false, error: { ...error, words: wordsFor(error) } };
};

/** `roster import`, `tally`, `undo`, `status`, `verify`. */
export function addCountCommands(command: (name: string, about: string, under?: string) => Command, run: Run): void {
  command('import <file>', 'nhập danh sách công đoàn (xlsx, csv) · import a roster', 'roster').action(
    run((file: string, options: CommonOptions) =>
      withKit(
        options,
        async (ask) => {
          let bytes: Buffer;
          try {
            bytes = await readFile(file);
          } catch {
            return refused(failed('roster-missing', { file: path.basename(file) }));
          }
          return ask('roster.import', { fileName: path.basename(file), base64: bytes.toString('base64') });
        },
        tellRoster,
        jsonRoster,
      ),
    ),
  );

  command('tally', 'đếm một lượt · count')
    .requiredOption('--union <code>', 'mã công đoàn của người được đếm · union of the person')
    .requiredOption('--outcome <kind>', 'kết quả · outcome')
    .option('--reason <code>', 'lý do · reason')
    .option('--count <n>', 'số người · people', '1')
    .action(
      run((options: CommonOptions & { union: string; outcome: string; reason?: string; count: string }) =>
        withKit(
          options,
          (ask) =>
            ask('tally.add', {
              union: options.union,
              outcome: options.outcome,
              reason: options.reason ?? null,
              count: options.count,
            }),
          ({ events, counts }) =>
            `Đã ghi lượt số ${events.map(({ seq }) => seq).join(', ')}. Hôm nay tại ${counts.union}: ${outcomesOf(counts.today)}`,
          ({ events }) => ({ events }),
        ),
      ),
    );

  command('undo', 'hoàn tác lượt cuối của máy này · take back the last tally').action(
    run((options: CommonOptions) =>
      withKit(
        options,
        (ask) => ask('tally.undo', {}),
        ({ undone }) => `Đã hoàn tác: ${outcomesOf({ [undone.outcome]: undone.count })}, ${undone.unionName}.`,
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

const listOf = (totals: Readonly<Record<string, number>>, nameOf: (code: string) => string): string =>
  Object.entries(totals)
    .map(([code, count]) => `${nameOf(code)} ${countText(count)}`)
    .join(', ') || '0';

/** Outcomes by the names that the campaign gives them. */
function outcomesOf(totals: Readonly<Record<string, number>>): string {
  const campaign = builtInCampaign();
  const labels = new Map(campaign.ok ? campaign.value.outcomes.map(({ code, label }) => [code, label.vi]) : []);
  return listOf(totals, (code) => labels.get(code) ?? code);
}

const verdictsOf = (totals: Readonly<Record<string, number>>): string =>
  listOf(totals, (code) => nameOfVerdict(code as Verdict).vi);

const jsonRoster = ({ rejected, ...rest }: RosterResult): unknown => ({
  ...rest,
  rejected: rejected.map(({ row, code, words }) => ({ row, code, message: `${words.what.vi} ${words.todo.vi}` })),
});

function tellRoster({ added, changed, unchanged, rejected, rejectedTotal }: RosterResult): string {
  const lines = rejected.slice(0, 20).map(({ row, words }) => `  dòng ${row}: ${words.what.vi} ${words.todo.vi}`);
  if (rejectedTotal > lines.length) lines.push(`  … và ${rejectedTotal - lines.length} dòng nữa`);
  return [`Thêm ${added}, đổi ${changed}, giữ nguyên ${unchanged}, không nhận ${rejectedTotal}.`, ...lines].join('\n');
}

function tellStatus(status: Status): string {
  const { deadline, notReported, notReportedTotal } = status;
  return [
    `${status.name} (${status.union})`,
    `  Đếm tại bàn: ${outcomesOf(status.counted)}`,
    `  Kiểm tra phát tín hiệu: ${verdictsOf(status.checks)}`,
    `  Hạn báo cáo: trước ngày ${deadline.dueBefore} (${deadline.state === 'late' ? 'đã quá hạn' : `còn ${deadline.daysLeft} ngày`})`,
    `  Chưa báo cáo: ${notReportedTotal}${
      notReported.length > 0
        ? ` (${notReported
            .slice(0, 10)
            .map(({ name }) => name)
            .join('; ')}${notReportedTotal > 10 ? '; …' : ''})`
        : ''
    }`,
  ].join('\n');
}
