/**
 * Counts of many units, column by column: a figure takes eight bytes and nothing else, so that the 126,000 unions of
 * the country fit beside the document made of them. What was not reported is kept as NaN.
 */
export class CountLines {
  readonly #columns: number[][];
  #length = 0;

  constructor(columns: number) {
    this.#columns = Array.from({ length: columns }, () => []);
  }

  push(values: readonly (number | null)[]): void {
    for (const [at, column] of this.#columns.entries()) column.push(values[at] ?? Number.NaN);
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
    for (const value of this.#columns[column] ?? []) if (!Number.isNaN(value)) given += 1;
    return given;
  }

  /**
   * The sum of what is known; `null` where nothing is.
   * @param among only units that gave a figure in this column too.
   */
  sum(column: number, among = column): number | null {
    let sum: number | null = null;
    for (const [row, value] of (this.#columns[column] ?? []).entries()) {
      if (!Number.isNaN(value) && this.at(row, among) !== null) sum = (sum ?? 0) + value;
    }
    return sum;
  }
}
