import type { Store } from '../store/index.ts';

/** What the readers of settings need of a store. */
type Settings = Pick<Store, 'setting'>;

export const NOTICE = 'notice';

/** The folder of which a person was told that a sync program holds it. */
export const SYNCED = 'told-synced';

export const SECOND_PLACE = 'backup-second-place';

/** Setting: what this laptop's calibration moved the gate by, dB. */
export const GATE_SHIFT = 'gate-shift';

/** The shift in dB, or `null` where this laptop was never calibrated. */
export function gateShiftOf(store: Settings): number | null {
  const setting = store.setting(GATE_SHIFT);
  return setting === null || setting === '' ? null : Number(setting);
}
/** Names of settings that say who counts, where, and when a working day begins. */
export const OPERATOR = 'operator';

export const BOOTH = 'booth';

export const DAY_START = 'day-start';

/** Unions at hand on the number keys. */
export const LATELY = 9;

export const CURRENT = 'current-union';

export const LATEST = 'latest-unions';

/** Hour at which a working day begins on this laptop. */
export const dayStartOf = (store: Settings): number => Number(store.setting(DAY_START) ?? 0);

/** The union that this machine counts for now; `null` before one was chosen. */
export const currentUnion = (store: Settings): string | null => store.setting(CURRENT);

/** Unions lately counted for on this machine, newest first. */
export const lately = (store: Settings): string[] => JSON.parse(store.setting(LATEST) ?? '[]') as string[];

/** Makes a union the one that is counted for; survives a restart. */
export function choose(store: Pick<Store, 'setting' | 'remember'>, code: string) {
  const latest = [code, ...lately(store).filter((other) => other !== code)].slice(0, LATELY);
  const remembered = store.remember(LATEST, JSON.stringify(latest));
  return remembered.ok ? store.remember(CURRENT, code) : remembered;
}
