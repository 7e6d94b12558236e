/** A new code that only capital letters tell from another one: most often the same union, typed twice. */
export interface CaseTwin {
  readonly row: number;
  readonly code: string;
  /** The code that it looks like, in the roster or earlier in the file. */
  readonly like: string;
}

/**
 * New codes that differ from another one by case only. Codes are told apart by case, so both would stand.
 * @param codes every code of the roster; asked for once, and only when something is new.
 */
export function caseTwins(
  fresh: readonly { readonly row: number; readonly code: string }[],
  codes: () => Iterable<string>,
): CaseTwin[] {
  if (fresh.length === 0) return [];
  const seen = new Map<string, string>();
  for (const code of codes()) seen.set(code.toLowerCase(), code);
  const twins: CaseTwin[] = [];
  for (const { row, code } of fresh) {
    const key = code.toLowerCase();
    const like = seen.get(key);
    if (like === undefined) seen.set(key, code);
    else twins.push({ row, code, like });
  }
  return twins;
}
