import path from 'node:path';
import { parseArgs } from 'node:util';

/** What may be asked of the window on the command line; the same words as `kit serve`. */
export interface Options {
  readonly data: string | null;
  readonly radio: Radio;
}

const radios = ['auto', 'bluetooth', 'practice', 'none'] as const;
type Radio = (typeof radios)[number];

/** Reads `--data DIR` and `--radio KIND`. Whatever else stands there is Chromium's own, or was typed in vain. */
export function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: { data: { type: 'string' }, radio: { type: 'string' } },
  });
  return {
    data: typeof values.data === 'string' ? path.resolve(values.data) : null,
    radio: radios.find((radio) => radio === values.radio) ?? 'auto',
  };
}
