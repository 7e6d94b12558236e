/** A worn key can close twice within some tens of ms, a heavy hand within 200; two people never come this close. */
export const REPEAT_MS = 300;

export type Judgement = 'fresh' | 'held' | 'bounced';

/**
 * Tells a new press from a key that is held down or bounces. The 300 ms run from the press that was taken,
 * so an operator who is simply fast is never locked out.
 */
export function createRepeatGuard(): (source: string, at: number, repeat: boolean) => Judgement {
  const taken = new Map<string, number>();
  return (source, at, repeat) => {
    if (repeat) return 'held';
    const last = taken.get(source);
    if (last !== undefined && at - last < REPEAT_MS) return 'bounced';
    taken.set(source, at);
    return 'fresh';
  };
}
