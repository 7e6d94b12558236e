import { capOf } from '../keys.ts';
import css from './KeyCap.module.css';

/** The key that does the same as what it stands on. For the eye only: `aria-keyshortcuts` tells it to readers. */
export function KeyCap({ code, big = false }: { readonly code: string; readonly big?: boolean }) {
  return (
    <span className={css.cap} data-big={big || undefined} aria-hidden="true">
      {capOf(code)}
    </span>
  );
}

/** Each different cap of a list of keys, in order: `Digit1` and `Numpad1` are one. */
export const capsOf = (codes: readonly string[]): string[] => [
  ...new Map(codes.map((code) => [capOf(code), code])).values(),
];
