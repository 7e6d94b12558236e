import { type ComponentType, useEffect, useReducer } from 'react';
import { Booth } from '../count/Booth.tsx';
import type { Screen } from '../keys.ts';

/** Counting comes first on the glass; the rest follows while the operator reads it. */
const loaders = {
  paper: () => import('../paper/Paper.tsx'),
  shift: () => import('../shift/Shift.tsx'),
  check: () => import('../check/Check.tsx'),
  audience: () => import('../audience/Audience.tsx'),
  unions: () => import('../roster/Unions.tsx'),
  report: () => import('../report/Report.tsx'),
  settings: () => import('../settings/Settings.tsx'),
};

const here: Partial<Record<Screen, ComponentType>> = { booth: Booth };

async function load(screen: keyof typeof loaders): Promise<void> {
  here[screen] ??= (await loaders[screen]()).default;
}

/**
 * The component of a screen; `null` for the moment in which it is still being loaded. Once `ready`, all are fetched
 * in the background, so that a function key answers at once and a host that has gone takes no screen with it.
 * (`React.lazy` would hold its placeholder for 300 ms even when everything is there.)
 */
export function useScreen(screen: Screen, ready: boolean): ComponentType | null {
  const [, again] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (screen !== 'booth' && here[screen] === undefined) void load(screen).then(again, () => {});
  }, [screen]);
  useEffect(() => {
    if (!ready) return;
    const names = Object.keys(loaders) as (keyof typeof loaders)[];
    const idle = requestIdleCallback(() => names.forEach((name) => void load(name).catch(() => {})));
    return () => cancelIdleCallback(idle);
  }, [ready]);
  return here[screen] ?? null;
}
