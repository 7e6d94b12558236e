import { twoDigits, vnTime } from '../../core/base/day.ts';
import { done, failed, type Result } from '../../core/base/result.ts';
import { withoutMarks } from '../../core/base/text.ts';
import { auditReport } from '../../core/report/audit.ts';
import type { ReportModel } from '../../core/report/model.ts';
import type { ReportFormat } from '../../preload/contract.ts';
import { type NewFile, saveFiles } from '../files/save.ts';

export { folderRefused } from '../files/save.ts';

/** What a writer made: one file, or one a table under names of their own. */
interface Written {
  readonly suffix?: string;
  readonly bytes: Uint8Array;
}

/** One writer a format, loaded when it is first asked for: the libraries behind them take longer than the kit's start. */
const writers: Readonly<Record<ReportFormat, (model: ReportModel) => Promise<readonly Written[]>>> = {
  docx: async (model) => [{ bytes: await (await import('./docx/document.ts')).writeDocx(model) }],
  xlsx: async (model) => [{ bytes: await (await import('./xlsx/workbook.ts')).writeXlsx(model) }],
  pdf: async (model) => [{ bytes: await (await import('./pdf/document.ts')).writePdf(model) }],
  csv: async (model) => (await import('./csv.ts')).writeCsv(model),
  json: async (model) => [{ bytes: (await import('./json.ts')).writeJson(model) }],
};

export interface ReportFile {
  readonly format: ReportFormat;
  readonly path: string;
  readonly bytes: number;
}

/**
 * Writes a report in every format asked for: all files or none. csv makes one file a table, each an entry of its
 * own. Fails with `report-incomplete`, `report-sums` (the report itself) or `report-folder` (its place).
 */
export async function makeReport(
  model: ReportModel,
  formats: readonly ReportFormat[],
  folder: string,
  prefix = 'bao-cao',
): Promise<Result<ReportFile[]>> {
  const sound = auditReport(model);
  if (!sound.ok) return sound;
  const files: (NewFile & { readonly format: ReportFormat })[] = [];
  for (const format of new Set(formats)) {
    for (const { suffix, bytes } of await writers[format](model)) {
      files.push({ format, name: fileNameFor(model, format, suffix, prefix), bytes });
    }
  }
  const saved = await saveFiles(folder, files, 'report-folder');
  if (!saved.ok) return failed(saved.error.code, saved.error.detail);
  return done(files.map(({ format, bytes }, at) => ({ format, path: saved.value[at] ?? '', bytes: bytes.length })));
}

/** The pages of a document as they print, kept nowhere. Fails as `makeReport` does. */
export async function pagesOf(model: ReportModel): Promise<Result<Uint8Array>> {
  const sound = auditReport(model);
  if (!sound.ok) return sound;
  const [pages] = await writers.pdf(model);
  return pages === undefined ? failed('report-format', { format: 'pdf' }) : done(pages.bytes);
}

/** The code of a union as any file system takes it. */
export const safeName = (union: string): string =>
  withoutMarks(union)
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'don-vi';

/**
 * `bao-cao-T1-2020-08-28-1700.docx`: the union and the cut-off in Vietnamese time. Letters that some file
 * system refuses become hyphens; practice and drafts show in the name too.
 */
export function fileNameFor(model: ReportModel, format: ReportFormat, suffix?: string, prefix = 'bao-cao'): string {
  const { year, month, day, hour, minute } = vnTime(model.asOf);
  const moment = `${year}-${twoDigits(month)}-${twoDigits(day)}-${twoDigits(hour)}${twoDigits(minute)}`;
  const draft = model.standing.state === 'draft' && !model.practice ? ['du-thao'] : [];
  return [
    prefix,
    safeName(model.union),
    moment,
    ...(model.practice ? ['luyen-tap'] : draft),
    ...(suffix === undefined ? [] : [suffix]),
  ]
    .join('-')
    .concat(`.${format}`);
}
