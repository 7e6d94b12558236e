import type { ReadableDb } from '../db.ts';

/** One version of one declared value. */
export interface DeclaredVersion {
  readonly topic: 'figure' | 'quantity' | 'people' | 'text';
  readonly key: string;
  readonly stamp: string;
  readonly machine: string;
  readonly seq: number;
  readonly value: number | null;
  readonly text: string | null;
  readonly note: string | null;
  readonly operator: string | null;
}

export interface Accepted {
  readonly rule: string;
  readonly facts: string;
  readonly why: string;
  readonly operator: string | null;
  readonly stamp: string;
}

export interface DeclaredReader {
  /** Every version of what a union itself declares, by topic and key, oldest first. */
  versions(union: string): DeclaredVersion[];
  /** Warnings of a union that were accepted, the latest word on each rule. */
  accepted(union: string): Accepted[];
}

/** Reads what unions declare of themselves. */
export function readDeclared(db: ReadableDb): DeclaredReader {
  const versions = db.prepare<[string], DeclaredVersion>(
    `SELECT topic, key, stamp, machine, seq, value, text, note, operator FROM declared
     WHERE union_code = ? ORDER BY topic, key, stamp, machine`,
  );
  const accepted = db.prepare<[string], Accepted>(
    `SELECT rule, facts, why, operator, stamp FROM accepted WHERE union_code = ? ORDER BY rule, stamp, machine`,
  );
  return {
    versions: (union) => versions.all(union),
    accepted: (union) => [...new Map(accepted.all(union).map((line) => [line.rule, line])).values()],
  };
}
