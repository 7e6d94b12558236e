import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly size?: number;
  readonly offset?: string;
  /** Lies beside the archive as a plain file, since the system must load it. */
  readonly unpacked?: boolean;
}

/**
 * What is in an `app.asar`, by path with slashes. The format: four lengths of four bytes, a table of contents as
 * JSON, then the files one after another.
 */
export function openArchive(file: string): { files: Map<string, Entry>; unpackInto(folder: string): void } {
  const bytes = readFileSync(file);
  const contents = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Entry;
  const start = 8 + bytes.readUInt32LE(4);
  const files = new Map<string, Entry>();
  const walk = (entry: Entry, at: string): void => {
    for (const [name, child] of Object.entries(entry.files ?? {})) {
      const where = at === '' ? name : `${at}/${name}`;
      if (child.files === undefined) files.set(where, child);
      else walk(child, where);
    }
  };
  walk(contents, '');
  return {
    files,
    unpackInto: (folder) => {
      for (const [name, { unpacked, offset, size = 0 }] of files) {
        const begin = start + Number(offset);
        const content = unpacked
          ? readFileSync(path.join(`${file}.unpacked`, name))
          : bytes.subarray(begin, begin + size);
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        writeFileSync(path.join(folder, name), content);
      }
    },
  };
}
