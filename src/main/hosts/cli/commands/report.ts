import path from 'node:path';
import type { Command, CommandOptions } from 'commander';
import { type Failure, failed } from '../../../../core/base/result.ts';
import { type ReportFormat, reportFormats } from '../../../../preload/contract.ts';
import { wordsFor } from '../../../messages/index.ts';
import { type CommonOptions, type Ending, sayFailure, withKit } from '../context.ts';
import { findReport, outsideWarnings } from '../report-of.ts';

type Run = <A extends unknown[]>(work: (...args: A) => Promise<Ending>) => (...args: A) => Promise<void>;

const isFormat = (text: string): text is ReportFormat => (reportFormats as readonly string[]).includes(text);

interface MakeOptions extends CommonOptions {
  readonly union: string;
  readonly formats: string;
  readonly out?: string;
  readonly asOf?: string;
  readonly kind: 'report' | 'quick' | 'letter';
  readonly number?: string;
  readonly year?: string;
}

/** `report`. */
export function addReportCommand(
  command: (name: string, about: string, under: string, how: CommandOptions) => Command,
  run: Run,
): void {
  // `report --union …` makes the draft, as ever; `report issue`, `report list` … stand beside it.
  command('make', 'lập báo cáo và phụ lục · make the report', 'report', { isDefault: true })
    .requiredOption('--union <code>', 'đơn vị báo cáo · reporting union')
    .option('--formats <list>', `định dạng · formats: ${reportFormats.join(', ')}`, reportFormats.join(','))
    .option('--out <folder>', 'thư mục lưu · folder')
    .option('--as-of <iso>', 'tính đến · cut-off')
    .option('--kind <kind>', 'report, quick (báo cáo nhanh), letter (phiếu gửi)', 'report')
    .option('--number <number>', 'lập lại báo cáo đã ban hành từ bản chụp · an issued report, from its snapshot')
    .option('--year <year>', 'năm của số báo cáo · year of the number')
    .action(
      run((options: MakeOptions) => {
        const formats = options.formats.split(',').map((format) => format.trim());
        const unknown = formats.find((format) => !isFormat(format));
        if (unknown !== undefined) {
          const { error } = failed('report-format', { format: unknown }) as { error: Failure };
          return Promise.resolve(sayFailure(options, { ...error, words: wordsFor(error) }));
        }
        return withKit(
          options,
          async (ask) => {
            const report = options.number === undefined ? null : await findReport(ask, options);
            if (report !== null && !report.ok) return report;
            const made = await ask('report.make', {
              union: options.union,
              formats: formats.filter(isFormat),
              asOf: options.asOf ?? null,
              folder: options.out === undefined ? null : path.resolve(options.out),
              kind: options.kind,
              report: report?.value.ref ?? null,
            });
            // A snapshot says what it was short of when it was frozen; a draft is told of what stands now.
            if (!made.ok || report !== null) return made;
            const warnings = await outsideWarnings(ask, options.union);
            for (const warning of warnings) process.stderr.write(`! ${warning}\n`);
            return { ok: true, value: { ...made.value, ...(warnings.length > 0 ? { warnings } : {}) } };
          },
          ({ files }) => files.map((file) => file.path).join('\n'),
        );
      }),
    );
}
