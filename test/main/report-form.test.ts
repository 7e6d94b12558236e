import { describe, expect, test } from 'vitest';
import { storyClock } from '../kit/clock.ts';
import { freshFolder } from '../kit/folder.ts';
import { DISTRICT, openedKit, type TestKit } from '../kit/kit.ts';
import { readDocx } from '../kit/python.ts';
import { readersHere } from '../kit/tools.ts';

async function anOffice(): Promise<TestKit> {
  const kit = await openedKit(freshFolder(), storyClock('2020-08-28T16:00:00+07:00'));
  await kit.roster(DISTRICT);
  await kit.ask('tally.add', { union: 'C1', outcome: 'installed', count: 12 });
  return kit;
}

const valueOfPart = async (kit: TestKit, wanted: string, union = 'T1') =>
  (await kit.ask('form.get', { union })).parts.find(({ part }) => part === wanted);

describe('the form of an office’s documents', () => {
  test.runIf(readersHere)('sets the edges of the page and the size of type of every document', async () => {
    const kit = await anOffice();
    const parts = { marginLeft: '35', marginRight: '15', bodySize: '13', bodyLines: '1.3' };
    await kit.ask('form.set', { union: 'T1', parts });
    expect(await valueOfPart(kit, 'bodyLines')).toMatchObject({ value: '1,3', otherwise: '1,1', isSet: true });
    for (const kind of ['report', 'quick', 'letter'] as const) {
      const { files } = await kit.ask('report.make', { union: 'T1', formats: ['docx'], kind, folder: freshFolder() });
      const { sections, paragraphs } = await readDocx(files[0]?.path ?? '');
      for (const { marginsMm } of sections) expect(marginsMm).toEqual([20, 15, 20, 35]);
      expect(paragraphs.filter(({ style }) => style === 'Nội dung báo cáo').map(({ sizePt }) => sizePt)).not.toContain(
        14,
      );
      expect(paragraphs.some(({ sizePt, lines }) => sizePt === 13 && Math.abs(lines - 1.3) < 0.01)).toBe(true);
    }
    expect(await valueOfPart(kit, 'marginLeft', 'C1')).toMatchObject({ value: '30', isSet: false });
  });

  test('goes back to the measure of the decree when a field is left empty', async () => {
    const kit = await anOffice();
    await kit.ask('form.set', { union: 'T1', parts: { marginTop: '25' } });
    const { form } = await kit.ask('form.set', { union: 'T1', parts: { marginTop: ' ' } });
    expect(form.parts.find(({ part }) => part === 'marginTop')).toMatchObject({ value: '20', isSet: false });
  });

  test('warns once of measures outside the decree, and stops nothing', async () => {
    const kit = await anOffice();
    const { form } = await kit.ask('form.set', { union: 'T1', parts: { marginRight: '10', bodySize: '12' } });
    expect(form.deviations.filter(({ code }) => code === 'range')).toHaveLength(1);
    const { checks } = await kit.ask('report.desk', { union: 'T1' });
    expect(checks.find(({ id }) => id.startsWith('form-range'))?.severity).toBe('warn');
  });

  test('refuses a measure that no page can carry, and names the limits', async () => {
    const kit = await anOffice();
    for (const marginLeft of ['200', 'ba', '-3', '1e1']) {
      const refused = await kit.refused('form.set', { union: 'T1', parts: { marginLeft } });
      expect([refused.code, refused.detail.low, refused.detail.high]).toEqual(['form-measure-bad', '5', '45']);
    }
    expect(await valueOfPart(kit, 'marginLeft')).toMatchObject({ value: '30', isSet: false });
  });

  test('refuses a part that no document has, and a word that nothing can be put in for, each by its name', async () => {
    const kit = await anOffice();
    const part = await kit.refused('form.set', { union: 'T1', parts: { place: 'Huế', font: 'Arial' } });
    expect([part.code, part.words.what.vi]).toEqual(['form-part-unknown', 'Mẫu văn bản không có phần “font”.']);
    const word = await kit.refused('form.set', { union: 'T1', parts: { place: 'Huế', opening: 'Theo {number}, ' } });
    expect([word.code, word.words.what.vi]).toEqual([
      'form-word-unknown',
      'Câu có chỗ điền “{number}” mà Trạm không biết điền gì.',
    ]);
    expect(word.words.todo.vi).toContain('{letter}, {letterDate}, {letterIssuer}, {subject}, {name}');
    const { parts } = await kit.ask('form.get', { union: 'T1' });
    expect(parts.filter(({ isSet }) => isSet)).toEqual([]);
    await kit.ask('form.set', { union: 'T1', parts: { opening: '{name} báo cáo theo {letter}:' } });
  });

  test('offers the ways of signing that fit the level', async () => {
    const kit = await anOffice();
    const signing = async (union: string) => (await kit.ask('form.get', { union })).signing;
    expect(await signing('C1')).toContainEqual({ authority: 'KT. CHỦ TỊCH', post: 'PHÓ CHỦ TỊCH' });
    expect(await signing('C1')).toContainEqual({ authority: 'TM. BAN CHẤP HÀNH', post: 'CHỦ TỊCH' });
    expect(await signing('LDLD74')).toContainEqual({ authority: 'TL. BAN THƯỜNG VỤ', post: 'TRƯỞNG BAN TUYÊN GIÁO' });
  });
});
