import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { EventRef } from '../../../core/log/event.ts';

const FILE = 'tram.head';

/**
 * The last acknowledged event of this machine, beside the database. SQLite drops a write-ahead log from its first
 * unreadable frame on and says nothing: without this line a damaged log would simply look shorter.
 */
export interface HeadFile {
  /** Writes the head in place. Not awaited by the disk: it may lag behind after a power cut, it never runs ahead. */
  note(ref: EventRef): void;
  close(): void;
}

/** Tells a line from a torn or flipped one; cheap, because every tally waits for it. FNV-1a, 32 bits. */
function seal(text: string): string {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193);
  return (mixed >>> 0).toString(16).padStart(8, '0');
}

export function openHead(folder: string): HeadFile {
  const handle = openSync(path.join(folder, FILE), existsSync(path.join(folder, FILE)) ? 'r+' : 'w+', 0o600);
  return {
    note: ({ machine, seq }) => {
      const text = `${machine} ${String(seq).padStart(12, '0')}`;
      const line = `${text} ${seal(text)}\n`;
      writeSync(handle, line, 0);
    },
    close: () => closeSync(handle),
  };
}

/** The head as it was last written; `null` where there is none, `damaged` where it cannot be trusted. */
export function readHeadFile(folder: string): EventRef | null | 'damaged' {
  const file = path.join(folder, FILE);
  if (!existsSync(file)) return null;
  const match = /^([2-9a-z]+) (\d{12}) ([0-9a-f]{8})\n/.exec(readFileSync(file, 'latin1'));
  const [, machine = '', digits = '', mark = ''] = match ?? [];
  return match !== null && seal(`${machine} ${digits}`) === mark ? { machine, seq: Number(digits) } : 'damaged';
}
