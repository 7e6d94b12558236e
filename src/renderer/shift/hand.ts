/** The contract takes no more by hand in a day. */
const HAND_MAX = 1_000_000;

/** A hand count as it was typed: a whole number from 0, or `null` when it is none. */
export function handOf(typed: string): number | null {
  const text = typed.trim();
  const value = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  return value <= HAND_MAX ? value : null;
}
