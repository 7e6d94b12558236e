import type { Content, TableCell } from 'pdfmake/interfaces';
import type { ReportRows } from '../../../core/report/model.ts';

/** What the library notes on each part of a document as it lays it out. */
interface LaidOut {
  readonly positions?: readonly { readonly pageNumber: number }[];
}

/** The page that a part begins on; `null` for one that was not laid out, or holds nothing. */
const pageOf = (part: unknown): number | null => (part as LaidOut).positions?.[0]?.pageNumber ?? null;

/**
 * Ends of tables: a sum alone below repeated heads tells nothing, so it stands with the last rows and the notes. The
 * library knows where a page ends only when everything is laid out; a table whose end was torn apart is then told
 * to turn the page before it, and the document is laid out once more.
 */
export class TableEnds {
  readonly #turned = new Set<ReportRows>();
  #ends = new Map<ReportRows, readonly (readonly (Content | TableCell)[])[]>();

  /** Whether the page is turned before the end of a table with these rows. */
  turnsBefore(rows: ReportRows): boolean {
    return this.#turned.has(rows);
  }

  /** @param parts of the end, in order: last rows, sum, notes; each by its cells or texts. */
  watch(rows: ReportRows, parts: readonly (readonly (Content | TableCell)[])[]): void {
    this.#ends.set(rows, parts);
  }

  /** After everything was laid out: whether an end was torn apart, so that it has to be done again. */
  again(): boolean {
    const before = this.#turned.size;
    for (const [rows, parts] of this.#ends) {
      const pages = parts.map((cells) => cells.map(pageOf).find((page) => page !== null) ?? null);
      if (new Set(pages.filter((page) => page !== null)).size > 1) this.#turned.add(rows);
    }
    this.#ends = new Map();
    return this.#turned.size > before;
  }
}
