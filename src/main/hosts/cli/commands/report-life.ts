import type { Command, CommandOptions } from 'commander';
import type { ReportStep } from '../../../../core/report/life.ts';
import type { Board, BoardRow, IssuedReport } from '../../../../preload/contract.ts';
import { csvText } from '../../../documents/csv.ts';
import { type CommonOptions, type Ending, withKit } from '../context.ts';
import { findReport, outsideWarnings } from '../report-of.ts';

type Run = <A extends unknown[]>(work: (...args: A) => Promise<Ending>) => (...args: A) => Promise<void>;
type Make = (name: string, about: string, under: string, how?: CommandOptions) => Command;
type Of = CommonOptions & { readonly union: string };
type OfReport = Of & { readonly number?: string; readonly year?: string };

const UNION = ['--union <code>', 'đơn vị báo cáo · reporting union'] as const;
const NOTE = ['--note <text>', 'ghi chú · a note'] as const;

/** `report issue`, `list`, `sent`, `approved`, `lock`, `received`, `board`, `due`. */
export function addReportLifeCommands(command: Make, run: Run): void {
  command('issue', 'cho số, ban hành và đóng băng báo cáo · number and freeze a report', 'report')
    .requiredOption(...UNION)
    .option('--number <number>', 'số văn bản đi · number', '')
    .option('--date <day>', 'ngày ban hành, ví dụ 28/8/2020 · day of issue', '')
    .option('--signer <name>', 'họ và tên người ký · signer')
    .option('--as-of <iso>', 'tính đến · cut-off')
    .option('--replaces <number>', 'số của báo cáo được thay thế · number of the report it corrects')
    .action(
      run((options: Of & { number: string; date: string; signer?: string; asOf?: string; replaces?: string }) =>
        withKit(
          options,
          async (ask) => {
            const { union, replaces } = options;
            const old = replaces === undefined ? null : await findReport(ask, { union, number: replaces });
            if (old !== null && !old.ok) return old;
            return ask('report.issue', {
              union,
              number: options.number,
              issuedOn: options.date,
              signer: options.signer ?? null,
              asOf: options.asOf ?? null,
              replaces: old?.value.ref ?? null,
            });
          },
          tellReport,
        ),
      ),
    );

  command('list', 'các báo cáo đã ban hành · reports that were issued', 'report')
    .requiredOption(...UNION)
    .action(
      run((options: Of) =>
        withKit(
          options,
          (ask) => ask('report.list', { union: options.union }),
          ({ reports }) => reports.map(tellReport).join('\n') || 'Chưa ban hành báo cáo nào.',
        ),
      ),
    );

  const step = (name: string, state: ReportStep, about: string): void => {
    command(name, about, 'report')
      .requiredOption(...UNION)
      .option('--number <number>', 'số báo cáo; không ghi là báo cáo đang có hiệu lực · number')
      .option('--year <year>', 'năm · year')
      .option('--on <day>', 'ngày; không ghi là hôm nay · day')
      .option(...NOTE)
      .action(
        run((options: OfReport & { on?: string; note?: string }) =>
          withKit(
            options,
            async (ask) => {
              const report = await findReport(ask, options);
              if (!report.ok) return report;
              const { on = null, note = null } = options;
              return ask('report.move', { report: report.value.ref, state, on, note });
            },
            tellReport,
          ),
        ),
      );
  };
  step('sent', 'sent', 'ghi nhận đã gửi · note that it was sent');
  step('approved', 'approved', 'ghi nhận đã duyệt · note that it was approved');
  step('lock', 'locked', 'khóa báo cáo · lock it');

  command('received', 'ghi nhận đã nhận báo cáo của đơn vị · note that a union’s report came in', 'report')
    .requiredOption(...UNION)
    .option('--on <day>', 'ngày nhận; không ghi là bỏ ghi nhận · day; without it the note is taken back')
    .option('--symbol <text>', 'số, ký hiệu trên giấy · number and symbol on the paper')
    .option(...NOTE)
    .action(
      run((options: Of & { on?: string; symbol?: string; note?: string }) =>
        withKit(
          options,
          (ask) => {
            const { union, on = null, symbol = null, note = null } = options;
            return ask('report.receive', { union, on, symbol, note });
          },
          ({ row }) => tellRow(row),
        ),
      ),
    );

  command('due', 'hạn báo cáo riêng của một đơn vị · a deadline for one union', 'report')
    .requiredOption(...UNION)
    .option('--day <day>', 'hết ngày; không ghi là theo cấp · last day; without it that of its level')
    .action(
      run((options: Of & { day?: string }) =>
        withKit(
          options,
          (ask) => ask('report.due', { union: options.union, day: options.day ?? null }),
          ({ row }) => tellRow(row),
        ),
      ),
    );

  command('board', 'ai đã báo cáo, ai muộn, ai đổi số · who has reported, who is late, who changed', 'report')
    .requiredOption(...UNION)
    .option('--csv', 'bảng CSV trên stdout · as CSV')
    .action(
      run((options: Of & { csv?: boolean }) =>
        withKit(
          options,
          async (ask) => {
            const board = await ask('report.board', { union: options.union });
            if (!board.ok) return board;
            const warnings = await outsideWarnings(ask, options.union);
            for (const warning of warnings) process.stderr.write(`! ${warning}\n`);
            return { ok: true, value: { ...board.value, ...(warnings.length > 0 ? { warnings } : {}) } };
          },
          (board) => (options.csv === true ? csvBoard(board).trimEnd() : tellBoard(board)),
        ),
      ),
    );
}

const states = { issued: 'đã ban hành', sent: 'đã gửi', approved: 'đã duyệt', locked: 'đã khóa' } as const;

const tellReport = (report: IssuedReport): string =>
  [
    `Báo cáo số ${report.symbol} ngày ${report.issuedOn}: ${states[report.state]}`,
    ...(report.late ? ['nộp muộn'] : []),
    ...(report.replaces === null ? [] : [`thay thế ${report.replaces}`]),
    ...(report.replacedBy === null ? [] : [`đã được thay thế bằng ${report.replacedBy}`]),
    ...(report.changes.length === 0 ? [] : ['số liệu đã thay đổi sau khi ban hành']),
    report.digest.slice(0, 12),
  ].join('; ');

function tellRow({ code, name, due, arrival, late, changes, completeness }: BoardRow): string {
  const came =
    arrival === null
      ? 'chưa báo cáo'
      : `báo cáo ngày ${arrival.on}${arrival.symbol === null ? '' : ` (${arrival.symbol})`}`;
  return [
    `${code} ${name}: ${came}`,
    `hạn ${due}`,
    `đủ ${completeness}%`,
    ...(late ? ['MUỘN'] : []),
    ...(changes.length > 0 ? ['ĐỔI SỐ'] : []),
  ].join('; ');
}

const tellBoard = ({ rows, asked, reported, late, changed }: Board): string =>
  [...rows.map(tellRow), `Đã báo cáo ${reported}/${asked}; muộn ${late}; đổi số sau khi báo cáo ${changed}.`].join(
    '\n',
  );

/** The board for a table program: one line a unit, codes as text. */
const csvBoard = ({ rows }: Board): string =>
  csvText([
    ['Mã', 'Đơn vị', 'Hạn', 'Ngày báo cáo', 'Số, ký hiệu', 'Muộn', 'Đổi số', 'Đầy đủ (%)', 'Tử số', 'Mẫu số', 'Hạng'],
    ...rows.map(({ code, name, due, arrival, late, changes, completeness, part, whole, rank }) => [
      ...[code, name, due, arrival?.on ?? null, arrival?.symbol ?? '', late ? 'x' : '', changes.length > 0 ? 'x' : ''],
      ...[completeness, part, whole, rank ?? ''],
    ]),
  ]);
