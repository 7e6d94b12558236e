/**
 * A Bluezone ID as the phone's own screen shows it: its first six hex digits, F and N as `*`, and three stars
 * (docs/bluezone-on-air.md §2). For the operator's eyes and for memory only: it goes into no file, log, event or export.
 */
export const codeOf = (id: string): string => `${id.slice(0, 6).toUpperCase().replaceAll(/[FN]/g, '*')}***`;
