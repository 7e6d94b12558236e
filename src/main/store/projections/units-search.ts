import { searchKey } from '../../../core/base/text.ts';
import { searchText, searchWords } from '../../../core/roster/search.ts';
import type { UnionLevel } from '../../../core/roster/union.ts';
import type { ReadableDb, WritableDb } from '../db.ts';

/** Documents of one level stand together, in order of arrival: 2^40 leaves room for every union ever. */
const LEVEL_STEP = 2 ** 40;
/** Matches are counted up to here; beyond, a person types another letter. */
export const MATCHES_MAX = 1_000;

export interface SearchIndex {
  /** Indexes a union under the name that it has and those that it had; answers with its document. */
  put(union: { code: string; name: string; level: UnionLevel; doc: number | null }): number;
}

/** Keeps the search index with the roster. */
export function writeSearch(db: WritableDb): SearchIndex {
  const aliases = db.prepare<[string], string>('SELECT name FROM unit_alias WHERE code = ?').pluck();
  const last = db
    .prepare<[number, number], number>('SELECT ifnull(max(doc), 0) FROM unit WHERE doc BETWEEN ? AND ?')
    .pluck();
  const remove = db.prepare('DELETE FROM unit_search WHERE rowid = ?');
  const insert = db.prepare('INSERT INTO unit_search (rowid, text) VALUES (?, ?)');
  return {
    put: ({ code, name, level, doc }) => {
      const base = level * LEVEL_STEP;
      const stays = doc !== null && Math.floor(doc / LEVEL_STEP) === level;
      const next = stays ? doc : Math.max(base, last.get(base, base + LEVEL_STEP - 1) ?? 0) + 1;
      if (doc !== null) remove.run(doc);
      const former = doc === null ? [] : aliases.all(code).filter((other) => other !== name);
      insert.run(next, searchText(code, [name, ...former]));
      return next;
    },
  };
}

/** Keeps a name that a union no longer has; answers whether it is new. */
export function addFormerName(db: WritableDb): (code: string, name: string) => boolean {
  const add = db.prepare('INSERT INTO unit_alias (code, name) VALUES (?, ?) ON CONFLICT DO NOTHING');
  return (code, name) => add.run(code, name).changes > 0;
}

/** So many matches are looked at for the order of the answer. */
const RANKED = 200;

/** Finds codes: the exact code first, then names that hold the words as they stand, then higher levels before lower. */
export function readSearch(db: ReadableDb): (text: string, limit: number) => { codes: string[]; total: number } {
  type Found = { code: string; name: string };
  const exact = db.prepare<[string], Found>('SELECT code, name FROM unit WHERE code = ?');
  const first = db.prepare<[number], string>('SELECT code FROM unit ORDER BY level, code LIMIT ?').pluck();
  const count = db.prepare<[], number>('SELECT count(*) FROM unit').pluck();
  const matches = db
    .prepare<[string, number], number>('SELECT rowid FROM unit_search WHERE unit_search MATCH ? ORDER BY rowid LIMIT ?')
    .pluck();
  const byDoc = db.prepare<[number], Found>('SELECT code, name FROM unit WHERE doc = ?');
  return (text, limit) => {
    const words = searchWords(text);
    if (words.length === 0) return { codes: first.all(limit), total: count.get() ?? 0 };
    const docs = matches.all(words.map((word) => `"${word}" *`).join(' AND '), MATCHES_MAX);
    const found = docs.slice(0, Math.max(limit, RANKED)).flatMap((doc) => byDoc.get(doc) ?? []);
    const phrase = ` ${words.join(' ')}`;
    const isPhrase = ({ name }: Found): boolean => ` ${searchKey(name)}`.includes(phrase);
    const ranked = [...exact.all(text.trim()), ...found.filter(isPhrase), ...found];
    const codes = new Set(ranked.map(({ code }) => code));
    return { codes: [...codes].slice(0, limit), total: Math.max(codes.size, docs.length) };
  };
}
