import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import ExcelJS, { type Worksheet } from 'exceljs';
import { type ReportModel, subjectOf, titleOf } from '../../../core/report/model.ts';
import { stillZip } from '../still-zip.ts';

const A4 = 9;
/** The edges of the printed report, in inches: 30 mm left, 20 mm elsewhere. */
const MARGINS = { left: 1.18, right: 0.79, top: 0.79, bottom: 0.79, header: 0.4, footer: 0.4 };

interface Archive {
  append(source: unknown, data: unknown): unknown;
}

/**
 * The library's streaming workbook. Its zip turns strings into bytes in a way that Node warns of on the
 * terminal once everything is bundled: here they come as bytes. Its sheets write into the zip however far that lags
 * behind: here they pass a gate that tells when to wait.
 */
class StreamedBook extends ExcelJS.stream.xlsx.WorkbookWriter {
  /** The way of the sheet being written into the zip. */
  declare gate: PassThrough | undefined;

  set zip(archive: Archive) {
    const append = archive.append.bind(archive);
    archive.append = (source, data) => {
      if (typeof source === 'string') return append(Buffer.from(source), data);
      if (!isSource(source)) return append(source, data);
      this.gate = new PassThrough();
      source.pipe(this.gate);
      return append(this.gate, data);
    };
    Object.defineProperty(this, 'zip', { value: archive });
  }
}

const isSource = (source: unknown): source is { pipe(to: PassThrough): unknown } =>
  typeof source === 'object' && source !== null && 'pipe' in source;

interface SheetForm {
  readonly name: string;
  readonly landscape: boolean;
  /** Columns and rows that stay in sight. */
  readonly frozen?: { readonly xSplit: number; readonly ySplit: number };
}

/** A workbook being written: sheets are added one after the other, then it is closed. */
export class ReportBook {
  readonly #parts: Buffer[] = [];
  readonly #book: StreamedBook;
  readonly #mark: string | null;

  constructor(model: ReportModel) {
    const stream = new PassThrough().on('data', (part: Buffer) => this.#parts.push(part));
    const made = new Date(model.madeAt);
    this.#mark = model.mark;
    this.#book = new StreamedBook({ stream, useStyles: true, useSharedStrings: false });
    // Without this the library names itself as the author.
    Object.assign(this.#book, {
      created: made,
      modified: made,
      creator: undefined,
      lastModifiedBy: undefined,
      title: titleOf(model),
      subject: subjectOf(model),
      language: 'vi-VN',
    });
  }

  addSheet({ name, landscape, frozen }: SheetForm): Worksheet {
    const sheet = this.#book.addWorksheet(name, {
      properties: { defaultRowHeight: 17 },
      views: [frozen ? { state: 'frozen', ...frozen, showGridLines: false } : { showGridLines: false }],
      pageSetup: {
        paperSize: A4,
        orientation: landscape ? 'landscape' : 'portrait',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        margins: MARGINS,
      },
      headerFooter: {
        oddHeader: this.#mark === null ? '' : `&C&"Times New Roman,Bold"&14${this.#mark}`,
        oddFooter: `${this.#mark === null ? '' : `&L${this.#mark}`}&C&"Times New Roman,Regular"&P/&N`,
      },
    });
    // Against slips of the hand, so without a password; whoever reads may filter, widen and colour.
    void sheet.protect('', { autoFilter: true, formatCells: true, formatColumns: true, formatRows: true });
    return sheet;
  }

  /** Lets the zip catch up with the sheet: what it has not taken yet would pile up in memory. */
  async settle(): Promise<void> {
    await new Promise(setImmediate);
    const { gate } = this.#book;
    if (gate?.writableNeedDrain) await once(gate, 'drain');
  }

  async close(): Promise<Uint8Array> {
    await this.#book.commit();
    return stillZip(Buffer.concat(this.#parts.splice(0)));
  }
}
