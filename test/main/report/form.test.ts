import { describe, expect, test } from 'vitest';
import { storyClock } from '../../kit/clock.ts';
import { freshFolder } from '../../kit/folder.ts';
import { DISTRICT, openedKit, type TestKit } from '../../kit/kit.ts';
import { readDocx } from '../../kit/python.ts';
import { readersHere } from '../../kit/tools.ts';

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

  test('warns of each measure outside the decree by its name, and stops nothing', async () => {
    const kit = await anOffice();
    const { form } = await kit.ask('form.set', { union: 'T1', parts: { marginRight: '10', bodySize: '12' } });
    expect(form.deviations.filter(({ code }) => code === 'range').map(({ words }) => words.what.vi)).toEqual([
      'Cỡ chữ nội dung: đang là 12, Nghị định 30 quy định 13 đến 14.',
      'Lề phải (mm): đang là 10, Nghị định 30 quy định 15 đến 20.',
    ]);
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

  test.runIf(readersHere)('puts every size of type into its own box of the page', async () => {
    const kit = await anOffice();
    const { parts: all } = await kit.ask('form.get', { union: 'T1' });
    const sizes = all.filter(({ group }) => group === 'sizes').map(({ part }) => part);
    expect(sizes).toHaveLength(18);
    // Each its own, in steps of half a point, which is the finest that Word has.
    const points = new Map(sizes.map((part, at) => [part as string, 9 + at / 2]));
    await kit.ask('form.set', {
      union: 'T1',
      parts: { ...Object.fromEntries([...points].map(([part, pt]) => [part, String(pt)])), signer: 'Lê Thị Hoa' },
    });
    const { files } = await kit.ask('report.make', { union: 'T1', formats: ['docx'], folder: freshFolder() });
    const { paragraphs, tables, sections } = await readDocx(files[0]?.path ?? '');
    const read = [...paragraphs, ...tables.flatMap(({ cells }) => cells.flat(2))];
    const sizeOf = (text: RegExp) => read.find((paragraph) => text.test(paragraph.text))?.sizePt;
    const boxes: Readonly<Record<string, RegExp>> = {
      stateSize: /^CỘNG HÒA/,
      mottoSize: /^Độc lập/,
      superiorSize: /^LĐLĐ TỈNH BÌNH DƯƠNG$/,
      issuerSize: /^CĐ CÁC KCN/,
      symbolSize: /^Số:/,
      placeSize: /^Bình Dương, ngày.*năm 2020$/,
      typeSize: /^BÁO CÁO$/,
      abstractSize: /^Kết quả vận động/,
      bodySize: /^Thực hiện Công văn/,
      signatureSize: /^Lê Thị Hoa$/,
      addresseesSize: /^Kính gửi/,
      recipientsHeadSize: /^Nơi nhận:$/,
      recipientsSize: /Lưu: VT/,
      annexNumberSize: /^Phụ lục I$/,
      annexTitleSize: /^KẾT QUẢ THEO ĐƠN VỊ/,
      attachedSize: /^\(Kèm theo/,
    };
    for (const [part, text] of Object.entries(boxes)) expect(sizeOf(text), part).toBe(points.get(part));
    expect(sections[0]?.headerPt).toBe(points.get('pageNumberSize'));
    const notes = read.filter(({ style }) => /^(Ghi chú bảng|Căn cứ số liệu của bảng)$/.test(style));
    expect(new Set(notes.map(({ sizePt }) => sizePt))).toEqual(new Set([points.get('noteSize')]));
    expect(Object.keys(boxes).length + 2).toBe(sizes.length);
  });

  test.runIf(readersHere)(
    'writes the state, the type, headings, annex titles and paragraphs as they were set',
    async () => {
      const kit = await anOffice();
      const parts = {
        state: 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        typeName: 'BÁO CÁO TỔNG HỢP',
        headingResults: 'III. KẾT QUẢ CÀI ĐẶT',
        annexDays: 'SỐ LIỆU TỪNG NGÀY',
        bodyIndentMm: '10',
        bodyGapPt: '9',
        superior: '',
      };
      const { form } = await kit.ask('form.set', { union: 'T1', parts });
      expect(form.deviations.map(({ words }) => words.what.vi)).toContain('Quốc hiệu khác với quy định.');
      const { files } = await kit.ask('report.make', { union: 'T1', formats: ['docx'], folder: freshFolder() });
      const { paragraphs, tables } = await readDocx(files[0]?.path ?? '');
      const texts = paragraphs.map(({ text }) => text);
      for (const text of ['BÁO CÁO TỔNG HỢP', 'III. KẾT QUẢ CÀI ĐẶT', 'SỐ LIỆU TỪNG NGÀY'])
        expect(texts).toContain(text);
      const opening = paragraphs.find(({ text }) => text.startsWith('Thực hiện'));
      expect([opening?.firstLineMm, opening?.afterPt]).toEqual([10, 9]);
      const head = tables[0]?.rows.flat().join('\n') ?? '';
      expect(head).toContain('CỘNG HOÀ XÃ HỘI');
      expect(head).not.toContain('LĐLĐ TỈNH');
      expect(await valueOfPart(kit, 'superior')).toMatchObject({
        value: '',
        otherwise: 'LĐLĐ TỈNH BÌNH DƯƠNG',
        isSet: true,
      });
    },
  );

  test('makes every document even of the largest type between the widest edges', async () => {
    const kit = await anOffice();
    const { parts: all } = await kit.ask('form.get', { union: 'T1' });
    const parts = Object.fromEntries(
      all.flatMap(({ part, group }) => (group === 'sizes' ? [[part, '24']] : group === 'page' ? [[part, '3']] : [])),
    );
    const margins = { marginTop: '45', marginBottom: '45', marginLeft: '45', marginRight: '45' };
    await kit.ask('form.set', { union: 'T1', parts: { ...parts, ...margins } });
    for (const kind of ['report', 'quick', 'letter'] as const) {
      const formats = ['docx', 'pdf', 'xlsx'] as const;
      const { files } = await kit.ask('report.make', {
        union: 'T1',
        formats: [...formats],
        kind,
        folder: freshFolder(),
      });
      expect(files.map(({ format }) => format)).toEqual(formats);
    }
  });

  test('sends a unit’s report to the department that the office above has named, as long as it names one', async () => {
    const kit = await anOffice();
    const addressees = async () => (await valueOfPart(kit, 'addressees'))?.value;
    const usual = await addressees();
    expect(usual).toEqual(['Liên đoàn Lao động tỉnh Bình Dương (qua Ban Tuyên giáo)']);
    await kit.ask('form.set', { union: 'LDLD74', parts: { receiver: 'Ban Tuyên giáo - Nữ công' } });
    expect(await addressees()).toEqual(['Liên đoàn Lao động tỉnh Bình Dương (qua Ban Tuyên giáo - Nữ công)']);
    await kit.ask('form.set', { union: 'LDLD74', parts: { receiver: '' } });
    expect(await addressees()).toEqual(usual);
  });

  test('goes back to the default when a text that a document needs is left empty', async () => {
    const kit = await anOffice();
    await kit.ask('form.set', { union: 'T1', parts: { headingResults: 'III. SỐ LIỆU' } });
    const { form } = await kit.ask('form.set', { union: 'T1', parts: { headingResults: '' } });
    expect(form.parts.find(({ part }) => part === 'headingResults')).toMatchObject({
      value: 'III. KẾT QUẢ',
      isSet: false,
    });
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

  test('refuses more recipients than a form holds, and keeps nothing of what came with them', async () => {
    const kit = await anOffice();
    const recipients = Array.from({ length: 31 }, (_, n) => `Nơi nhận ${n + 1}`);
    const long = await kit.refused('form.set', { union: 'T1', parts: { place: 'Huế', recipients } });
    expect([long.code, long.words.what.vi]).toEqual([
      'form-list-long',
      'Nơi nhận: 31 dòng, nhiều hơn 30 dòng mà mẫu chứa được. Chưa có gì được lưu.',
    ]);
    const { parts } = await kit.ask('form.get', { union: 'T1' });
    expect(parts.filter(({ isSet }) => isSet)).toEqual([]);
    const most = await kit.ask('form.set', { union: 'T1', parts: { recipients: recipients.slice(1) } });
    expect(most.form.parts.find(({ part }) => part === 'recipients')?.value).toEqual(recipients.slice(1));
  });

  test('offers the ways of signing that fit the level', async () => {
    const kit = await anOffice();
    const signing = async (union: string) => (await kit.ask('form.get', { union })).signing;
    expect(await signing('C1')).toContainEqual({ authority: 'KT. CHỦ TỊCH', post: 'PHÓ CHỦ TỊCH' });
    expect(await signing('C1')).toContainEqual({ authority: 'TM. BAN CHẤP HÀNH', post: 'CHỦ TỊCH' });
    expect(await signing('LDLD74')).toContainEqual({ authority: 'TL. BAN THƯỜNG VỤ', post: 'TRƯỞNG BAN TUYÊN GIÁO' });
  });
});
