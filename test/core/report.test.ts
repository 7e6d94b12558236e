import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percent } from '../../src/core/figures.ts';
import {
  cellText,
  columnMarks,
  countText,
  dayText,
  percentText,
  type ReportCell,
  type ReportModel,
  type ReportTable,
} from '../../src/core/report.ts';
import { buildReport, type ReportInput } from '../../src/core/report-build.ts';
import type { UnionLevel } from '../../src/core/union.ts';
import { above, counted, federation, silent, unionNamed } from '../kit/figures.ts';

const tablesOf = (model: ReportModel): ReportTable[] => [
  ...model.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))),
  ...model.annexes.map(({ table }) => table),
];
const textOf = (model: ReportModel): string =>
  model.sections.flatMap(({ blocks }) => blocks.map((block) => (block.kind === 'table' ? '' : block.text))).join('\n');
const annex = (model: ReportModel, key: string): ReportTable => {
  const found = model.annexes.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`no annex ${key}`);
  return found.table;
};
const cell = (table: ReportTable, row: readonly ReportCell[] | null | undefined, key: string): ReportCell =>
  row?.[table.columns.findIndex((column) => column.key === key)] ?? null;
const line = (table: ReportTable, name: string) => [...table.rows].find((row) => row.includes(name));

const district = (name: string, more = {}) => unionNamed(name, { code: name, level: 3, ...more });
const province = unionNamed('Liên đoàn Lao động tỉnh Bình Dương', { code: 'LDLD74', level: 2 });
const ISSUED = { state: 'issued', number: '8', issuedOn: '2020-08-28', replaces: null } as const;
const reportOf = (input: Partial<ReportInput>): ReportModel =>
  buildReport(federation(0, { union: silent(province), ...input }));

describe('the figures of a report', () => {
  test('take rates from sums and never average them', () => {
    const small = counted(district('A', { workers: 10 }), { installed: 10 });
    const large = counted(district('B', { workers: 990 }), { installed: 0, declined: 1 });
    const table = annex(reportOf({ union: above(province, [small, large]), rows: [small, large] }), 'units');
    expect(cell(table, table.total, 'ofWorkers')).toEqual({ part: 10, whole: 1000 });
    expect(cellText(cell(table, table.total, 'ofWorkers'))).toBe('1,0%');
  });

  test('keep a union that has not reported apart from one that counted nobody', () => {
    const zero = counted(district('A'), { installed: 0, reached: 3 });
    const quiet = silent(district('B', { workers: 500 }));
    const model = reportOf({ union: above(province, [zero, quiet]), rows: [zero, quiet] });
    const table = annex(model, 'units');
    expect(cellText(cell(table, line(table, 'A'), 'installed'))).toBe('0');
    expect(cellText(cell(table, line(table, 'B'), 'installed'))).toBe('chưa báo cáo');
    expect(cellText(cell(table, line(table, 'A'), 'workers'))).toBe('chưa báo cáo');
    expect(textOf(model)).toContain('Chưa báo cáo: B.');
    expect(textOf(model)).toContain('có số liệu đếm tại bàn: 1/2');
  });

  test('show apart what the union counted at its own booths, so that the bottom row is its own figure', () => {
    const unit = counted(district('A'), { installed: 5 });
    const union = counted(province, { installed: 12, declined: 1 });
    const table = annex(reportOf({ union, rows: [unit] }), 'units');
    const rest = line(table, 'Chưa phân bổ cho đơn vị');
    expect([cell(table, rest, 'installed'), cell(table, rest, 'declined')]).toEqual([7, 1]);
    expect([cell(table, table.total, 'installed'), cell(table, table.total, 'all')]).toEqual([12, 13]);
    expect(table.notes.join()).toContain('Chưa phân bổ');
  });

  test('keep the figure of the union itself even where its units say more', () => {
    const unit = counted(district('A'), { installed: 12 });
    const table = annex(reportOf({ union: counted(province, { installed: 10 }), rows: [unit] }), 'units');
    expect(cell(table, line(table, 'Chưa phân bổ cho đơn vị'), 'installed')).toBe(-2);
    expect(cell(table, table.total, 'installed')).toBe(10);
  });

  test('speak only of units with a denominator where some gave none, and say so', () => {
    const known = counted(district('A', { workers: 100 }), { installed: 50 });
    const unknown = counted(district('B'), { installed: 70 });
    const model = reportOf({ union: above(province, [known, unknown]), rows: [known, unknown] });
    const table = annex(model, 'units');
    expect(cell(table, table.total, 'ofWorkers')).toEqual({ part: 50, whole: 100 });
    expect(cell(table, table.total, 'working')).toBe(120);
    expect(table.notes.join()).toContain('tính trên 1/2 đơn vị có số liệu');
    expect(textOf(model)).toContain('50/100, bằng 50,0% (tính trên 1/2 đơn vị có số liệu)');
  });

  test('divide by the figure of the union itself where it covers the units without one', () => {
    const known = counted(district('A', { workers: 100 }), { installed: 50 });
    const unknown = counted(district('B'), { installed: 70 });
    const union = above({ ...province, workers: 1000 }, [known, unknown]);
    const table = annex(reportOf({ union, rows: [known, unknown] }), 'units');
    expect(cell(table, table.total, 'ofWorkers')).toEqual({ part: 120, whole: 1000 });
    expect(cell(table, line(table, 'Chưa phân bổ cho đơn vị'), 'workers')).toBe(900);
  });

  test('believe the units where the roster gives the union fewer people than they have together', () => {
    const unit = counted(district('A', { workers: 300 }), { installed: 30 });
    const table = annex(reportOf({ union: above({ ...province, workers: 200 }, [unit]), rows: [unit] }), 'units');
    expect(cell(table, table.total, 'workers')).toBe(300);
    expect(table.notes.join()).toContain('cộng lại lớn hơn số của đơn vị lập báo cáo');
  });

  test('lose no count of an outcome that the campaign does not know', () => {
    const unit = counted(district('A'), { installed: 1, paper: 4 });
    const table = annex(reportOf({ union: above(province, [unit]), rows: [unit] }), 'units');
    expect(cell(table, table.total, 'all')).toBe(5);
    expect(cell(table, table.total, 'paper')).toBe(4);
  });

  test('stand declared figures beside counted ones and never add them', () => {
    const union = counted(province, { installed: 12 });
    const model = reportOf({ union, declared: { installed: 57_000, workers: 90_000 } });
    const table = tablesOf(model).find(({ title }) => title.includes('tự báo cáo'));
    expect(table?.rows.map((row) => row.map(cellText))).toEqual([
      ['1', 'Tổng số đoàn viên, người lao động', '', '90.000', 'Tự báo cáo'],
      ['2', 'Cài đặt trong đợt', '12', '57.000', 'Đếm tại bàn'],
    ]);
    expect(table?.total).toBeNull();
    expect(JSON.stringify(model)).not.toContain('57012');
  });

  test('name numerator, denominator and cut-off at every table with a rate', () => {
    const model = buildReport(federation(8));
    const rated = tablesOf(model).filter(({ columns }) => columns.some(({ kind }) => kind === 'rate'));
    expect(rated.length).toBeGreaterThanOrEqual(4);
    for (const { basis } of rated) {
      expect(basis).toMatch(/Tính đến 17 giờ 00 ngày 28\/8\/2020.*Tử số.*Mẫu số/s);
    }
    for (const { basis } of tablesOf(model)) expect(basis).toContain('Tính đến 17 giờ 00 ngày 28/8/2020');
    const units = annex(model, 'units').columns;
    expect(columnMarks(units).at(units.findIndex(({ key }) => key === 'ofWorkers'))).toBe('(11)=\n(10):(1)');
  });

  test('agree with their parts and with each other, whatever was counted', () => {
    const amount = fc.option(fc.nat(1_000_000), { nil: null });
    const unit = fc.record({
      workers: amount,
      smartphones: amount,
      installed: amount,
      already: amount,
      declined: amount,
    });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 12 }), (units) => {
        const rows = units.map(({ workers, smartphones, ...counts }, at) => {
          const given = Object.entries(counts).filter((entry): entry is [string, number] => entry[1] !== null);
          return counted(district(`U${at}`, { workers, smartphones }), Object.fromEntries(given));
        });
        const union = above(province, rows);
        const model = reportOf({ union, rows });
        const table = annex(model, 'units');
        for (const { key, kind, of } of table.columns) {
          const total = cell(table, table.total, key);
          const cells = table.rows.map((row) => cell(table, row, key)).filter((value) => typeof value === 'number');
          if (kind === 'count')
            expect(total).toBe(cells.length === 0 ? null : cells.reduce((sum, value) => sum + value, 0));
          if (of !== undefined && total !== null && typeof total === 'object') {
            const whole = cell(table, table.total, of.whole);
            expect(total.whole).toBe(whole);
            const known = [...table.rows].filter(
              (row) => !of.knownOnly || typeof cell(table, row, of.whole) === 'number',
            );
            const part = known.reduce((sum, row) => sum + Number(cell(table, row, of.part)), 0);
            expect(total.part).toBe(part);
          }
        }
        const days = annex(model, 'days');
        expect(cell(days, days.total, 'all')).toBe(cell(table, table.total, 'all'));
        expect(cell(days, days.total, 'working')).toBe(cell(table, table.total, 'working'));
      }),
    );
  });
});

describe('the days of a report', () => {
  test('are the eight of the campaign, and days outside it apart and named', () => {
    const byDay = { '2020-08-17': { installed: 1 }, '2020-08-18': { installed: 2 }, '2020-08-27': { installed: 4 } };
    const table = annex(reportOf({ union: counted(province, { installed: 7 }, { byDay }) }), 'days');
    const names = table.rows.map((row) => cell(table, row, 'day'));
    expect(names).toHaveLength(10);
    expect(names.slice(7)).toEqual(['25/8/2020', 'Trước đợt: 17/8/2020', 'Sau đợt: 27/8/2020']);
    expect(cell(table, [...table.rows][7], 'running')).toBe(2);
    expect(cell(table, table.total, 'installed')).toBe(7);
  });

  test('that are still to come are neither zero nor missing', () => {
    const asOf = Date.parse('2020-08-20T20:00:00+07:00');
    const table = annex(reportOf({ union: counted(province, { installed: 7 }), asOf }), 'days');
    expect(table.rows.map((row) => cell(table, row, 'installed'))).toEqual([7, 0, 0, ...Array(5).fill('–')]);
  });
});

describe('the reasons of a report', () => {
  const byOutcome = { installed: 5, unable: 6, declined: 4 };
  const byReason = { DT_CO_BAN: 1, OTP_CHUA_NHAN: 5, LO_PIN: 1 };

  test('stand in order of their number, and who gave none is counted too', () => {
    const model = reportOf({ union: counted(province, byOutcome, { byReason }) });
    const table = annex(model, 'reasons');
    expect(table.rows.map((row) => [cell(table, row, 'reason'), cell(table, row, 'count')])).toEqual([
      ['Chưa nhận được mã OTP', 5],
      ['Điện thoại cơ bản', 1],
      ['Lo tốn pin', 1],
      ['Không ghi lý do', 3],
    ]);
    expect(cell(table, table.total, 'count')).toBe(10);
    expect(textOf(model)).toContain(
      'Số lượt chưa cài được hoặc từ chối: 10. Lý do chủ yếu: chưa nhận được mã OTP (5/10, bằng 50,0%)',
    );
  });

  test('stay in a union of fewer than ten people', () => {
    const model = reportOf({ union: counted({ ...province, workers: 9 }, byOutcome, { byReason }) });
    expect(model.annexes.map(({ key }) => key)).toEqual(['days']);
    expect(JSON.stringify(model)).not.toContain('OTP');
    expect(textOf(model)).toContain('dưới 10 người');
  });
});

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
