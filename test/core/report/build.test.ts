import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildReport } from '../../../src/core/report/build.ts';
import { cellText, columnMarks } from '../../../src/core/report/model.ts';
import { above, counted, federation, silent } from '../../kit/figures.ts';
import { annex, cell, district, line, province, reportOf, tablesOf, textOf } from '../../kit/report-reading.ts';

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
