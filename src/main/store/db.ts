import type Database from 'better-sqlite3';

/** Whoever holds this can read only; a writer can be handed where a reader is wanted, never the reverse. */
export type ReadableDb = Pick<Database.Database, 'prepare'>;
export type WritableDb = Database.Database;
