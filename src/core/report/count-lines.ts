import type { ReportCell, ReportRows } from './model.ts';

/**
 * Counts of many units, column by column: a figure takes eight bytes and nothing else, so that the 126,000 unions of
 * the country fit beside the document made of them. What was not reported is kept as NaN.
 */
export class CountLines {
  readonly #columns: Float64Array[];
  #length = 0;

  constructor(columns: number) {
    this.#columns = Array.from({ length: columns }, () => new Float64Array(64));
  }

  push(values: readonly (number | null)[]): void {
    for (const [at, column] of this.#columns.entries()) {
      let room = column;
      if (this.#length === column.length) {
        room = new Float64Array(column.length * 2);
        room.set(column);
        this.#columns[at] = room;
      }
      room[this.#length] = values[at] ?? Number.NaN;
    }
    this.#length += 1;
  }

  get length(): number {
    return this.#length;
  }

  at(row: number, column: number): number | null {
    const value = this.#columns[column]?.[row] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  }

  /** How many units gave a figure. */
  given(column: number): number {
    let given = 0;
    for (let row = 0; row < this.#length; row += 1) if (this.at(row, column) !== null) given += 1;
    return given;
  }

  /**
   * The sum of what is known; `null` where nothing is.
   * @param among only units that gave a figure in this column too.
   */
  sum(column: number, among = column): number | null {
    let sum: number | null = null;
    for (let row = 0; row < this.#length; row += 1) {
      const value = this.at(row, column);
      if (value !== null && (among === column || this.at(row, among) !== null)) sum = (sum ?? 0) + value;
    }
    return sum;
  }
}

/** Rows made when they are asked for and forgotten when they are written. */
export class RowsOnDemand implements ReportRows {
  readonly length: number;
  readonly #make: (at: number) => readonly ReportCell[];

  constructor(length: number, make: (at: number) => readonly ReportCell[]) {
    this.length = length;
    this.#make = make;
  }

  *[Symbol.iterator](): Iterator<readonly ReportCell[]> {
    for (let at = 0; at < this.length; at += 1) yield this.#make(at);
  }

  map<T>(use: (row: readonly ReportCell[], at: number) => T): T[] {
    return Array.from({ length: this.length }, (_, at) => use(this.#make(at), at));
  }

  /** A frozen report holds them as any other rows. */
  toJSON(): readonly (readonly ReportCell[])[] {
    return [...this];
  }
}
