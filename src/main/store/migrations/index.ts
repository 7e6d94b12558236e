import type { WritableDb } from '../db.ts';
import { log } from './001-log.ts';

export interface Migration {
  /** 1, 2, 3 … without gaps. */
  readonly version: number;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [log];

/** The version that this program writes; a file above it was made by a newer one. */
export const currentVersion: number = migrations.at(-1)?.version ?? 0;

export const versionOf = (db: WritableDb): number => Number(db.pragma('user_version', { simple: true }));

/** Brings a file up to `upTo`, each step in a transaction of its own: a cut between steps leaves a whole version. */
export function migrate(db: WritableDb, upTo: number = currentVersion): void {
  for (const migration of migrations) {
    if (migration.version <= versionOf(db) || migration.version > upTo) continue;
    db.transaction(() => {
      db.exec(migration.sql);
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
  }
}
