import type { Version } from './findings.ts';

/** One version of a declared value, as the log has it. */
export interface DeclaredVersion {
  readonly topic: 'figure' | 'quantity' | 'people' | 'text';
  readonly key: string;
  readonly stamp: string;
  readonly value: number | null;
  readonly text: string | null;
  readonly note: string | null;
  readonly operator: string | null;
}

/** What a union declares now. */
export interface DeclaredNow extends Version {
  readonly text: string | null;
  readonly stamp: string;
  readonly operator: string | null;
}

/** The latest version of each value, with the one that it replaced. `versions` come in order of topic, key, stamp. */
export function declaredNow(versions: readonly DeclaredVersion[]): DeclaredNow[] {
  const latest = new Map<string, DeclaredNow>();
  for (const version of versions) {
    const at = `${version.topic} ${version.key}`;
    const before = latest.get(at);
    // The same number said again replaces nothing: a fall is still a fall when it is repeated, its note still its note.
    const same = before !== undefined && before.value === version.value && before.text === version.text;
    latest.set(at, {
      ...version,
      before: same ? before.before : (before?.value ?? null),
      note: version.note ?? (same ? before.note : null),
    });
  }
  return [...latest.values()];
}
