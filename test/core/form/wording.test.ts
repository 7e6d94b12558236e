import { describe, expect, test } from 'vitest';
import { countText, dayText, percentText } from '../../../src/core/base/format.ts';
import { percent } from '../../../src/core/figures/figures.ts';
import { buildReport } from '../../../src/core/report/build.ts';
import { columnMarks } from '../../../src/core/report/model.ts';
import type { UnionLevel } from '../../../src/core/roster/union.ts';
import { above, counted, federation, silent, unionNamed } from '../../kit/figures.ts';
import { annex, cell, district, ISSUED, province, reportOf, tablesOf, textOf } from '../../kit/report-reading.ts';

describe('the form of a report', () => {
  const headOf = (name: string, level: UnionLevel, superior: string | null) => {
    const { head, addressees, recipients, signature } = reportOf({
      union: silent(unionNamed(name, { level })),
      superior,
    });
    return { ...head, to: addressees, recipients, signature: `${signature.authority} / ${signature.post}` };
  };
  const TLD = 'Tổng Liên đoàn Lao động Việt Nam';

  test('fits a province', () => {
    expect(headOf('Liên đoàn Lao động tỉnh Bình Dương', 2, TLD)).toEqual({
      state: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      motto: 'Độc lập - Tự do - Hạnh phúc',
      superior: 'TLĐ VIỆT NAM',
      issuer: 'LĐLĐ TỈNH BÌNH DƯƠNG',
      symbol: expect.stringMatching(/^Số:\s+\/BC-LĐLĐ$/),
      placeAndDate: expect.stringMatching(/^Bình Dương, ngày\s+tháng 8 năm 2020$/),
      to: ['Tổng Liên đoàn Lao động Việt Nam (qua Ban Tuyên giáo)'],
      recipients: ['Như trên', 'Lưu: VT, TG'],
      signature: 'TM. BAN THƯỜNG VỤ / CHỦ TỊCH',
    });
  });

  test('has nobody above TLĐ', () => {
    const head = headOf(TLD, 1, null);
    expect(head).toMatchObject({ superior: null, issuer: 'TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM', to: [] });
    expect(head.signature).toBe('TM. ĐOÀN CHỦ TỊCH / CHỦ TỊCH');
    expect(head.recipients.join()).not.toContain('Như trên');
  });

  test.each([
    ['Công đoàn các khu công nghiệp tỉnh Bình Dương', 3, 'CĐ CÁC KCN TỈNH BÌNH DƯƠNG', 'CĐKCN', 'Bình Dương,'],
    ['Liên đoàn Lao động thành phố Hồ Chí Minh', 2, 'LĐLĐ THÀNH PHỐ HỒ CHÍ MINH', 'LĐLĐ', 'Thành phố Hồ Chí Minh,'],
    ['Liên đoàn Lao động quận 1', 3, 'LĐLĐ QUẬN 1', 'LĐLĐ', 'Quận 1,'],
    ['Công đoàn Y tế Việt Nam', 2, 'CĐ Y TẾ VIỆT NAM', 'CĐYT', '…,'],
    ['Công đoàn cơ sở Công ty TNHH Hòa Bình', 4, 'CĐCS CÔNG TY TNHH HÒA BÌNH', 'CĐCS', '…,'],
  ] as const)('names %s as offices do', (name, level, issuer, symbol, place) => {
    const head = headOf(name, level, TLD);
    expect(head.issuer).toBe(issuer);
    expect(head.symbol.endsWith(`/BC-${symbol}`)).toBe(true);
    expect(head.placeAndDate.startsWith(place)).toBe(true);
  });

  test('writes days below ten and January, February with a zero, and other months without', () => {
    const dated = (day: string) => reportOf({ standing: { ...ISSUED, issuedOn: day } }).head.placeAndDate;
    expect(dated('2021-02-05')).toContain('ngày 05 tháng 02 năm 2021');
    expect(dated('2020-09-05')).toContain('ngày 05 tháng 9 năm 2020');
  });

  test('writes dates in figures by the same rule, in its cut-off, its sentences and its days', () => {
    expect(['2020-08-28', '2020-09-05', '2020-01-09', '2020-12-31'].map(dayText)).toEqual([
      '28/8/2020',
      '05/9/2020',
      '09/01/2020',
      '31/12/2020',
    ]);
    const late = buildReport({ ...federation(1), asOf: Date.parse('2020-09-03T08:00:00+07:00') });
    expect(late.cutOff).toBe('Tính đến 08 giờ 00 ngày 03/9/2020');
  });

  test('writes thousands with dots and decimals with a comma, in rates too', () => {
    expect([87, 0, 1234.6, 100].map(percentText)).toEqual(['87,0%', '0,0%', '1.234,6%', '100,0%']);
    expect([0, 999, 57_000, 1_234_567].map(countText)).toEqual(['0', '999', '57.000', '1.234.567']);
  });

  test('breaks the mark of a rate where no bracket is torn from its number', () => {
    const marks = columnMarks(
      buildReport(federation(2)).annexes.find(({ key }) => key === 'units')?.table.columns ?? [],
    );
    expect(marks.slice(-2).map((mark) => mark.split('\n'))).toEqual([
      ['(11)=', '(10):(1)'],
      ['(12)=', '(10):(2)'],
    ]);
  });

  test('takes what the office has set', () => {
    const words = {
      symbol: 'LĐLĐ-TG',
      place: 'Thủ Dầu Một',
      signer: 'Nguyễn Văn A',
      recipients: ['Như trên', 'Lưu: VT'],
    };
    const model = reportOf({ template: { words }, standing: ISSUED });
    expect(model.head.placeAndDate).toBe('Thủ Dầu Một, ngày 28 tháng 8 năm 2020');
    expect(model.attachedTo).toMatch(/^\(Kèm theo Báo cáo số 08\/BC-LĐLĐ-TG ngày 28 tháng 8 năm 2020 của/);
    expect(model.signature.name).toBe('Nguyễn Văn A');
  });

  test('ends its text with the mark of the decree and numbers its parts', () => {
    const model = buildReport(federation(3));
    expect(model.closing.endsWith('./.')).toBe(true);
    expect(model.sections.map(({ heading }) => heading.split('.')[0])).toEqual(['I', 'II', 'III', 'IV', 'V']);
    expect(model.annexes.map(({ number, key }) => `${number} ${key}`)).toEqual(['I units', 'II reasons', 'III days']);
    expect(textOf(model)).toContain('(chi tiết tại Phụ lục\u00a0III)');
  });

  test('gives a single annex no number', () => {
    const model = reportOf({ union: counted(province, { installed: 1 }) });
    expect(model.annexes.map(({ number, key }) => [number, key])).toEqual([['', 'days']]);
    expect(textOf(model)).toContain('(chi tiết tại Phụ lục)');
  });

  test('says plainly where there is nothing to say, and invents nothing', () => {
    const model = reportOf({});
    for (const { blocks } of model.sections) expect(blocks.length).toBeGreaterThan(0);
    expect(textOf(model).match(/Đến thời điểm báo cáo, chưa/g)).toHaveLength(6);
    expect(tablesOf(model)).toEqual([]);
  });

  test('takes names in any form of Unicode and lets no hidden mark through', () => {
    const unit = counted(district('Công đoàn\u202e Thành phố\u0000 Huế'.normalize('NFD')), { installed: 1 });
    const model = reportOf({ union: above(province, [unit]), rows: [unit] });
    expect(cell(annex(model, 'units'), [...annex(model, 'units').rows][0], 'name')).toBe('Công đoàn Thành phố Huế');
    expect(percent({ part: 1, whole: 0 })).toBeNull();
  });
});
