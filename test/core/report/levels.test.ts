import { describe, expect, test } from 'vitest';
import type { Figures } from '../../../src/core/figures/figures.ts';
import { auditReport } from '../../../src/core/report/audit.ts';
import { buildReport, type ReportInput } from '../../../src/core/report/build.ts';
import { cellText, type ReportModel } from '../../../src/core/report/model.ts';
import type { UnionLevel } from '../../../src/core/roster/union.ts';
import { above, counted, federation, silent, unionNamed } from '../../kit/figures.ts';

const reportOf = (input: Partial<ReportInput>): ReportModel => buildReport(federation(0, input));
const textOf = (model: ReportModel): string =>
  model.sections.flatMap(({ blocks }) => blocks.map((block) => (block.kind === 'table' ? '' : block.text))).join('\n');
const annexOf = (model: ReportModel, key: string) => model.annexes.find((annex) => annex.key === key);
const unit = (code: string, level: UnionLevel, parent: string | null, workers: number | null = 100) =>
  unionNamed(`Đơn vị ${code}`, { code, level, parent, workers });

describe('a report of every level', () => {
  test('of a CĐCS names its parts, down to the smallest', () => {
    const cells = [
      counted(unit('a1', 5, 'A', 30), { installed: 3 }),
      counted(unit('a2', 5, 'A', 40), { installed: 4 }),
    ];
    const shop = above(unit('A', 5, 'C1', 70), cells);
    const model = reportOf({ union: above(unit('C1', 4, 'T1', 70), [shop]), rows: [shop], rowsBelow: cells });
    expect(model.annexes.map(({ number, title }) => `${number} ${title}`)).toEqual([
      'I KẾT QUẢ THEO BỘ PHẬN',
      'II KẾT QUẢ THEO TỔ CÔNG ĐOÀN',
      'III TIẾN ĐỘ THEO NGÀY',
    ]);
    expect(model.signature.authority).toBe('TM. BAN CHẤP HÀNH');
    expect(auditReport(model).ok).toBe(true);
  });

  test('of TLĐ keeps an annex too long for paper in the table formats, and says so', () => {
    const rows = [unit('L1', 2, 'TLD'), unit('L2', 2, 'TLD')].map((union) => counted(union, { installed: 5_001 }));
    let given = 0;
    function* grassroots(): Generator<Figures> {
      for (; given < 10_002; given += 1) yield counted(unit(`c${given}`, 4, given % 2 ? 'L1' : 'L2'), { installed: 1 });
    }
    const model = reportOf({ union: above(unit('TLD', 1, null), rows), superior: null, rows, rowsBelow: grassroots() });
    expect(given).toBe(10_002);
    expect(annexOf(model, 'grassroots')).toMatchObject({ sheetOnly: true, number: 'II' });
    expect(annexOf(model, 'grassroots')?.table.total).toContain(10_002);
    expect(annexOf(model, 'units')?.sheetOnly).toBeUndefined();
    expect(auditReport(model).ok).toBe(true);
  });

  test('is refused when its units and its grassroots unions do not come to the same', () => {
    const row = counted(unit('L1', 3, 'P'), { installed: 5 });
    const below = [counted(unit('c', 4, 'L1'), { installed: 6 })];
    const model = reportOf({ union: above(unit('P', 2, 'TLD'), [row]), rows: [row], rowsBelow: below });
    expect(auditReport(model)).toMatchObject({ ok: false, error: { code: 'report-sums' } });
  });
});

describe('a report in its life', () => {
  const issued = (number: string, replaces: { symbol: string; issuedOn: string } | null = null) =>
    reportOf({
      union: silent(unit('P', 2, 'TLD')),
      standing: { state: 'issued', number, issuedOn: '2020-08-05', replaces },
    });

  test('leaves number and day open as a draft, and says that it is one', () => {
    const model = reportOf({ union: silent(unit('P', 2, 'TLD')) });
    expect(model.mark).toBe('BẢN DỰ THẢO');
    expect(model.head.symbol).toMatch(/^Số:\s{5,}\/BC-/);
    expect(model.head.placeAndDate).toMatch(/ngày\s{5,}tháng 8 năm 2020$/);
  });

  test('carries its number with a zero below ten, and its day, wherever they stand', () => {
    const model = issued('8');
    expect(model.mark).toBeNull();
    expect(model.head.symbol).toMatch(/^Số: 08\/BC-/);
    expect(model.head.placeAndDate).toMatch(/ngày 05 tháng 8 năm 2020$/);
    expect(model.attachedTo).toMatch(/^\(Kèm theo Báo cáo số 08\/BC-\S+ ngày 05 tháng 8 năm 2020 của/);
    expect(issued('112').head.symbol).toMatch(/^Số: 112\/BC-/);
  });

  test('names the report that it replaces', () => {
    expect(issued('12', { symbol: '08/BC-LĐLĐ', issuedOn: '2020-08-28' }).replaces).toBe(
      'Báo cáo này thay thế Báo cáo số 08/BC-LĐLĐ ngày 28 tháng 8 năm 2020 của Đơn vị P.',
    );
    expect(issued('12').replaces).toBeNull();
  });
});

describe('two sources of one figure', () => {
  const values = {
    workers: 200,
    installed_before: 60,
    installed: 90,
    reached: 180,
    grassroots_total: 10,
    grassroots_active: 9,
  };
  const declared = { values, from: {}, outreach: [], texts: {} };
  const row = counted(unit('L1', 3, 'P'), { installed: 30, already: 12 });
  const union: Figures = { ...above(unit('P', 2, 'TLD', 200), [row]), grassroots: { total: 10, active: 7 }, declared };

  test('stand on what was counted as long as nobody chooses', () => {
    const model = reportOf({ union, rows: [row] });
    expect(textOf(model)).toContain('Tại các bàn hướng dẫn đã tuyên truyền, hướng dẫn 42 lượt người.');
    expect(textOf(model)).not.toContain('theo số liệu đơn vị tự báo cáo');
  });

  test('stand on what the signer chose, named, and never on the sum of both', () => {
    const choice = {
      installed: 'declared',
      installed_before: 'declared',
      reached: 'declared',
      grassroots_active: 'declared',
    } as const;
    const model = reportOf({ union, rows: [row], choice });
    expect(textOf(model)).toContain('Số người được tuyên truyền: 180 (số liệu đơn vị tự báo cáo).');
    expect(textOf(model)).toContain('9/10, bằng 90,0% (số liệu đơn vị tự báo cáo)');
    expect(textOf(model)).toContain(
      'theo số liệu đơn vị tự báo cáo (số người): đã cài đặt trước đợt: 60; cài đặt trong đợt: 90; lũy kế: 150; tỷ lệ trên tổng số đoàn viên, người lao động: 150/200, bằng 75,0%.',
    );
    const mixed = textOf(reportOf({ union, rows: [row], choice: { installed: 'declared' } }));
    expect(mixed).toContain('cài đặt trong đợt: 90.');
    expect(mixed).not.toContain('lũy kế');
  });

  test('stand beside each other by unit', () => {
    const told = { ...row, declared: { ...declared, values: { installed: 88 } } };
    const table = annexOf(reportOf({ union, rows: [told] }), 'units')?.table;
    const at = table?.columns.findIndex(({ key }) => key === 'declared_installed') ?? -1;
    expect(table?.columns[at]).toMatchObject({ group: 'Tự báo cáo (người)', label: 'Cài trong đợt' });
    expect(cellText([...(table?.rows ?? [])][0]?.[at] ?? null)).toBe('88');
  });
});

describe('forms of outreach', () => {
  test('stand in an annex of their own, and only people are added up', () => {
    const outreach = [
      { form: 'leaflet', quantity: 25_000, people: 20_000 },
      { form: 'loudspeaker', quantity: 120, people: null },
    ];
    const union = { ...silent(unit('P', 2, 'TLD')), declared: { values: {}, from: {}, outreach, texts: {} } };
    const model = reportOf({ union });
    const table = annexOf(model, 'outreach')?.table;
    expect(table?.rows.map((cells) => cells.map(cellText))).toEqual([
      ['1', 'Tờ rơi', 'tờ', '25.000', '20.000'],
      ['2', expect.any(String), expect.any(String), '120', 'chưa báo cáo'],
    ]);
    expect(table?.total?.map(cellText)).toEqual(['', 'TỔNG CỘNG', '', '', '20.000']);
    expect(textOf(model)).toContain('Đã thực hiện 2 hình thức tuyên truyền');
  });
});

describe('reasons of a small unit', () => {
  const reasons = { OTP_CHUA_NHAN: 2, LO_PIN: 1 };
  const small = counted(unit('nhỏ', 4, 'T1', 9), { unable: 3 }, { byReason: reasons });
  const large = counted(unit('lớn', 4, 'T1', 500), { unable: 4 }, { byReason: { OTP_CHUA_NHAN: 4 } });
  const both: Figures = { ...above(unit('T1', 3, 'P', 509), [small, large]) };
  const lines = (model: ReportModel) =>
    annexOf(model, 'reasons')?.table.rows.map((cells) => [cells[2], cells[3]]) ?? [];

  test('cannot be found by taking the other units away', () => {
    const model = reportOf({ union: both, rows: [small, large] });
    expect(lines(model)).toEqual([
      ['Chưa nhận được mã OTP', 4],
      ['Đơn vị dưới 10 người (không nêu chi tiết)', 3],
    ]);
    expect(annexOf(model, 'reasons')?.table.total).toContain(7);
    expect(JSON.stringify(model)).not.toContain('Lo tốn pin');
  });

  test('are found however deep the unit lies, and once', () => {
    const team = counted(unit('tổ', 5, 'nhỏ', 4), { unable: 3 }, { byReason: reasons });
    const federationUnion: Figures = above(unit('P', 2, 'TLD', 509), [both]);
    const model = reportOf({ union: federationUnion, rows: [both], rowsBelow: [small, large] });
    expect(lines(model).at(-1)).toEqual(['Đơn vị dưới 10 người (không nêu chi tiết)', 3]);
    const inside = reportOf({ union: both, rows: [small, large], rowsBelow: [team] });
    expect(lines(inside).at(-1)).toEqual(['Đơn vị dưới 10 người (không nêu chi tiết)', 3]);
  });
});
