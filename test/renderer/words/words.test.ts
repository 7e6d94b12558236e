import { describe, expect, test } from 'vitest';
import { verdictNames } from '../../../src/core/check/names.ts';
import { en } from '../../../src/renderer/words/en.ts';
import { clockTime, figure, percentage } from '../../../src/renderer/words/format.ts';
import { vi } from '../../../src/renderer/words/vi.ts';

type Tree = { readonly [key: string]: string | Tree };

/** Every text of a catalogue by its place. */
const texts = (tree: Tree, place = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${place}${key}`, value] as [string, string]] : texts(value, `${place}${key}.`),
  );

const blanks = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

describe('the catalogue of words', () => {
  const vietnamese = texts(vi);
  const english = new Map(texts(en));

  test('says everything in both languages, with the same blanks to fill', () => {
    expect([...english.keys()].sort()).toEqual(vietnamese.map(([place]) => place).sort());
    for (const [place, text] of vietnamese) {
      expect(blanks(english.get(place) ?? ''), place).toEqual(blanks(text));
      expect(text.trim(), place).not.toBe('');
      expect(english.get(place)?.trim(), place).not.toBe('');
    }
  });

  test('is written in composed letters, which every font draws whole', () => {
    for (const [place, text] of vietnamese) expect(text, place).toBe(text.normalize('NFC'));
  });

  test('names a verdict on the glass as a report and a terminal name it', () => {
    for (const [verdict, name] of Object.entries(verdictNames)) {
      const key = verdict as keyof typeof verdictNames;
      expect({ vi: vi.check.verdict[key], en: en.check.verdict[key] }, verdict).toEqual(name);
    }
    expect(Object.keys(vi.check.verdict).sort()).toEqual(Object.keys(verdictNames).sort());
  });

  test('calls one thing by one name', () => {
    const all = vietnamese.map(([, text]) => text).join('\n');
    expect(all).not.toMatch(/[Nn]ạp|[Ll]àm báo cáo|[Tt]hư mục số liệu/);
  });

  test('never asks anyone to delete anything', () => {
    const all = [...vietnamese.map(([, text]) => text), ...english.values()].join('\n');
    expect(all).not.toMatch(/\b(delete|erase|remove)\b|xóa|xoá/i);
  });
});

describe('figures on the screen', () => {
  test('are written as people of the language write them', () => {
    expect([figure(12345, 'vi'), figure(12345, 'en')]).toEqual(['12.345', '12,345']);
    expect([percentage(87, 'vi'), percentage(36.06, 'en')]).toEqual(['87,0%', '36.1%']);
  });

  test('tell the time in Vietnam whatever the laptop thinks its zone is', () => {
    expect(clockTime('2020-08-18T23:31:00.000Z')).toBe('06:31');
    expect(clockTime('2020-08-19T06:31:00+07:00')).toBe('06:31');
  });
});
