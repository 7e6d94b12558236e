import path from 'node:path';
import type { Command } from 'commander';
import { type Failure, failed } from '../../../../core/outcome.ts';
import { type ReportFormat, reportFormats } from '../../../../preload/contract.ts';
import { wordsFor } from '../../../messages.ts';
import { type CommonOptions, type Ending, sayFailure, withKit } from '../context.ts';

type Run = <A extends unknown[]>(work: (...args: A) => Promise<Ending>) => (...args: A) => Promise<void>;

const isFormat = (text: string): text is ReportFormat => (reportFormats as readonly string[]).includes(text);

/** `report`. */
export function addReportCommand(command: (name: string, about: string) => Command, run: Run): void {
  command('report', 'lập báo cáo và phụ lục · make the report')
    .requiredOption('--union <code>', 'đơn vị báo cáo · reporting union')
    .option('--formats <list>', `định dạng · formats: ${reportFormats.join(', ')}`, reportFormats.join(','))
    .option('--out <folder>', 'thư mục lưu · folder')
    .option('--as-of <iso>', 'tính đến · cut-off')
    .action(
      run((options: CommonOptions & { union: string; formats: string; out?: string; asOf?: string }) => {
        const formats = options.formats.split(',').map((format) => format.trim());
        const unknown = formats.find((format) => !isFormat(format));
        if (unknown !== undefined) {
          const { error } = failed('report-format', { format: unknown }) as { error: Failure };
          return Promise.resolve(sayFailure(options, { ...error, words: wordsFor(error) }));
        }
        return withKit(
          options,
          (ask) =>
            ask('report.make', {
              union: options.union,
              formats: formats.filter(isFormat),
              asOf: options.asOf ?? null,
              folder: options.out === undefined ? null : path.resolve(options.out),
            }),
          ({ files }) => files.map((file) => file.path).join('\n'),
        );
      }),
    );
}
