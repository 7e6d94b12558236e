import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OfficeFormView } from '../../../../src/preload/contract.ts';
import { kit, kitJson } from '../../../kit/cli.ts';
import { freshFolder } from '../../../kit/folder.ts';
import { readDocx } from '../../../kit/python.ts';
import { readersHere } from '../../../kit/tools.ts';

/** A terminal at the federation of Bình Dương. */
function aTerminal() {
  const folder = freshFolder();
  const data = ['--data', path.join(folder, 'data'), '--now', '2020-08-28T16:00:00+07:00'];
  const form = (...args: string[]) => kitJson<OfficeFormView>('report', 'form', '--union', 'LDLD74', ...args, ...data);
  return {
    folder,
    file: (name: string) => path.join(folder, name),
    data,
    form,
    refused: async (...args: string[]) => {
      const { code, out, error } = await kit('report', 'form', '--union', 'LDLD74', ...args, ...data, '--json');
      expect([code, out]).toEqual([1, '']);
      return JSON.parse(error) as { code: string; message: string };
    },
    parts: async () => (await form()).parts.filter(({ isSet }) => isSet).map(({ part, value }) => [part, value]),
  };
}

type Json = { [key: string]: Json | unknown };

/** A saved form with some of its lines changed, as in an editor. */
const edited = (file: string, change: (form: Json & { words: Json; sizes: Json }) => void): void => {
  const form = JSON.parse(readFileSync(file, 'utf8'));
  change(form);
  writeFileSync(file, JSON.stringify(form));
};

describe('a form as a file', () => {
  test('holds every field with its default, one a line, and changes nothing when it comes back as it went', async () => {
    const { file, form, parts } = aTerminal();
    await form('signer=Lê Thị Hoa', 'department=Ban Tuyên giáo - Nữ công', 'bodyLines=1.25');
    const before = await parts();
    await form('--save', file('mau.json'));
    const text = readFileSync(file('mau.json'), 'utf8');
    expect(text.split('\n').slice(0, 3)).toEqual(['{', '  "union": "LDLD74",', '  "words": {']);
    const saved = JSON.parse(text);
    expect(saved).toMatchObject({
      words: { signer: 'Lê Thị Hoa', headings: { results: 'III. KẾT QUẢ' }, annexes: { days: 'TIẾN ĐỘ THEO NGÀY' } },
      sizes: { state: 12, note: 12 },
      page: { left: 30 },
      body: { lines: 1.25 },
    });
    const { parts: standing } = await form('--template', file('mau.json'));
    expect(standing).toHaveLength(Object.values(saved.words).length - 2 + 10 + 18 + 4 + 3);
    expect(await parts()).toEqual(before);
  });

  test.runIf(readersHere)('sets a heading and a size that the report then has', async () => {
    const { file, form, parts, data } = aTerminal();
    await form('--save', file('mau.json'));
    edited(file('mau.json'), ({ words, sizes }) => {
      (words.headings as Json).results = 'III. KẾT QUẢ ĐẾN HẾT NGÀY 28/8';
      sizes.body = 13.5;
    });
    await form('--template', file('mau.json'));
    expect(await parts()).toEqual([
      ['headingResults', 'III. KẾT QUẢ ĐẾN HẾT NGÀY 28/8'],
      ['bodySize', '13,5'],
    ]);
    const { files } = await kitJson<{ files: { path: string }[] }>(
      ...['report', '--union', 'LDLD74', '--formats', 'docx', '--out', file('ra'), ...data],
    );
    const { paragraphs } = await readDocx(files[0]?.path ?? '');
    expect(paragraphs.map(({ text }) => text)).toContain('III. KẾT QUẢ ĐẾN HẾT NGÀY 28/8');
    expect(paragraphs.find(({ text }) => text.startsWith('Thực hiện'))?.sizePt).toBe(13.5);
  });

  test('sets what it names, leaves the rest, and goes back to a default that it gives', async () => {
    const { file, form, parts } = aTerminal();
    await form('signer=Lê Thị Hoa', 'noteSize=11', 'marginLeft=35');
    // As Windows Notepad saves it.
    writeFileSync(file('mau.json'), `\ufeff${JSON.stringify({ sizes: { note: 12 }, words: { superior: null } })}`);
    await form('--template', file('mau.json'));
    expect(await parts()).toEqual([
      ['superior', ''],
      ['signer', 'Lê Thị Hoa'],
      ['marginLeft', '35'],
    ]);
  });

  test.each([
    ['an unknown field', '{ "sizes": { "note": 11 }, "words": { "heading": "x" } }', 'words.heading'],
    ['a wrong type', '{ "sizes": { "note": 11, "body": "14" } }', 'sizes.body'],
    ['an impossible measure', '{ "sizes": { "note": 11 }, "page": { "left": 500 } }', 'page.left'],
    ['a measure finer than paper', '{ "sizes": { "note": 11 }, "page": { "left": 30.0001 } }', 'page.left'],
    ['a place that nothing fills', '{ "words": { "opening": "Theo {number}" } }', 'words.opening {number}'],
    ['a word of the language', '{ "sizes": { "note": 11 }, "words": { "__proto__": {} } }', 'words.__proto__'],
    ['no field at all', '[]', '?'],
  ])('with %s is refused by name, and nothing of it is set', async (_what, template, field) => {
    const { file, form, parts, refused } = aTerminal();
    await form('signer=Lê Thị Hoa');
    writeFileSync(file('mau.json'), template);
    const { code, message } = await refused('--template', file('mau.json'));
    expect(code).toBe('template-invalid');
    expect(message.split('. ')[0]).toBe(`Mẫu văn bản có phần không dùng được: ${field}`);
    expect(await parts()).toEqual([['signer', 'Lê Thị Hoa']]);
  });

  test.each([
    ['that is not there', null],
    ['that is no JSON', '{ "words": '],
    ['in another encoding', Buffer.from('ÿþ{}', 'latin1')],
  ])('%s is refused in a sentence that names it', async (_what, content) => {
    const { file, refused } = aTerminal();
    if (content !== null) writeFileSync(file('mau.json'), content);
    const { code, message } = await refused('--template', file('mau.json'));
    expect(code).toBe('template-unreadable');
    expect(message).toMatch(/^Không đọc được tệp mẫu mau\.json\./);
  });

  test.each([
    ['that names no part', '{}'],
    ['of another union that names only its own people', '{ "union": "LDLD79", "words": { "signer": "Trần Văn An" } }'],
  ])('%s has nothing to give, and the command has failed', async (_what, content) => {
    const { file, parts, refused } = aTerminal();
    writeFileSync(file('mau.json'), content);
    const { code, message } = await refused('--template', file('mau.json'));
    expect(code).toBe('template-empty');
    expect(message).toContain('mau.json');
    expect(await parts()).toEqual([]);
  });

  test('takes the place of an earlier file only when it is whole', async () => {
    const { file, form, refused, folder } = aTerminal();
    mkdirSync(file('mau'));
    writeFileSync(file('mau/mau.json'), 'the form of yesterday');
    await form('--save', file('mau/mau.json'));
    expect(JSON.parse(readFileSync(file('mau/mau.json'), 'utf8'))).toHaveProperty('words.issuer');
    expect(readdirSync(file('mau'))).toEqual(['mau.json']);
    // A folder stands where the file would: nothing is written, nothing is left behind.
    const { code } = await refused('--save', file('mau'));
    expect(code).toBe('form-file-taken');
    expect(readdirSync(folder).sort()).toEqual(['data', 'mau']);
    expect(readdirSync(file('mau'))).toEqual(['mau.json']);
    const missing = await refused('--save', file('nowhere/mau.json'));
    expect(missing.message).toContain('không có thư mục này');
  });

  test('brings its words and sizes to another union, and never the name, the place or the signer of its own', async () => {
    const { file, form, data } = aTerminal();
    await form('signer=Lê Thị Hoa', 'abstract=Kết quả đợt ra quân', 'bodySize=13');
    await form('--save', file('mau.json'));
    const below = ['report', 'form', '--union', 'LDLD79', '--template', file('mau.json')];
    const { parts } = await kitJson<OfficeFormView>(...below, ...data);
    expect(parts.filter(({ isSet }) => isSet).map(({ part }) => part)).toEqual(['abstract', 'bodySize']);
    expect(parts.find(({ part }) => part === 'issuer')?.value).toBe('LĐLĐ THÀNH PHỐ HỒ CHÍ MINH');
  });

  test('never takes the place of a document', async () => {
    const { file, refused } = aTerminal();
    writeFileSync(file('bao-cao.docx'), 'the report of yesterday');
    const { code, message } = await refused('--save', file('bao-cao.docx'));
    expect([code, message]).toEqual(['form-file-taken', expect.stringContaining('không phải tệp mẫu văn bản')]);
    expect(readFileSync(file('bao-cao.docx'), 'utf8')).toBe('the report of yesterday');
  });

  test('is asked for in one way at a time', async () => {
    const { data, file } = aTerminal();
    const asked = async (...args: string[]) =>
      (await kit('report', 'form', '--union', 'LDLD74', ...args, ...data)).code;
    expect(await asked('--save', file('a.json'), '--template', file('b.json'))).toBe(2);
    expect(await asked('--template', file('b.json'), 'signer=An')).toBe(2);
  });
});
