import { twoDigits, vnTime } from '../../core/day.ts';
import type { ReportModel } from '../../core/report.ts';
import type { ReportFormat } from '../../preload/contract.ts';

/** One writer a format, loaded when it is first asked for: the libraries behind them take longer than the kit's start. */
export const writers: Readonly<Record<ReportFormat, (model: ReportModel) => Promise<Uint8Array>>> = {
  docx: async (model) => (await import('./docx.ts')).writeDocx(model),
  xlsx: async (model) => (await import('./xlsx.ts')).writeXlsx(model),
};

/**
 * `bao-cao-T1-2020-08-28-1700.docx`: the union and the cut-off in Vietnamese time. Letters that some file
 * system refuses become hyphens; practice shows in the name too.
 */
export function fileNameFor(model: ReportModel, format: ReportFormat): string {
  const { year, month, day, hour, minute } = vnTime(model.asOf);
  const union = model.union
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'D')
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const moment = `${year}-${twoDigits(month)}-${twoDigits(day)}-${twoDigits(hour)}${twoDigits(minute)}`;
  return [`bao-cao`, union || 'don-vi', moment, ...(model.practice ? ['luyen-tap'] : [])]
    .join('-')
    .concat(`.${format}`);
}
