import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EventDraft } from '../../../src/core/log/event.ts';
import { openStore } from '../../../src/main/store/index.ts';
import type { RequestIn, RequestName } from '../../../src/preload/contract.ts';
import { storyClock } from '../../kit/clock.ts';
import { freshFolder } from '../../kit/folder.ts';
import { DISTRICT, openedKit, type TestKit } from '../../kit/kit.ts';
import { pagesOf } from '../../kit/office.ts';
import { got, moved, tallied, unionOf } from '../../kit/store.ts';
import { readersHere } from '../../kit/tools.ts';

const FRIDAY = '2020-08-28T16:00:00+07:00';

/** An office that counted twelve people, and then met a log from elsewhere that holds these events. */
async function officeThatMet(events: readonly EventDraft[]): Promise<TestKit> {
  const folder = freshFolder();
  const clock = storyClock(FRIDAY);
  const before = await openedKit(folder, clock);
  await before.roster(DISTRICT);
  await before.ask('tally.add', { union: 'C1', outcome: 'installed', count: 12 });
  await before.close();
  const store = got(openStore(folder, clock, []));
  got(store.append(events));
  store.close();
  return openedKit(folder, clock);
}

/** Every sentence of the report as it would be made now, or as things stood. */
async function textOf(kit: TestKit, union: string, asOf: string | null = null): Promise<string> {
  const { files } = await kit.ask('report.make', { union, formats: ['json'], asOf });
  return readFileSync(files[0]?.path ?? '', 'utf8');
}

const warned = async (kit: TestKit, union: string): Promise<string[]> => {
  const [status, desk] = [await kit.ask('status.get', { union }), await kit.ask('report.desk', { union })];
  const said = status.findings.filter(({ id }) => id === 'outside-tree').map(({ words }) => words.what.vi);
  expect(desk.checks.filter(({ id }) => id === 'outside-tree').map(({ words }) => words.what.vi)).toEqual(said);
  return said;
};

const counted = (union: string, count: number): EventDraft => tallied(union, 'installed', { count });

describe('a report of a union that the roster does not hold', () => {
  test.each([
    ['report.make', { formats: ['pdf'] }],
    ['report.preview', {}],
    ['report.desk', {}],
    ['report.board', {}],
    ['report.list', {}],
    ['report.issue', { number: '8', issuedOn: '28/8/2020' }],
    ['report.receive', { on: '28/8/2020' }],
    ['report.due', { day: '28/8/2020' }],
  ] as const)('is refused with the code in a sentence: %s', async (name, more) => {
    const kit = await openedKit(freshFolder(), storyClock(FRIDAY));
    const refused = await kit.refused(name as RequestName, { union: 'X9', ...more } as RequestIn<RequestName>);
    expect(refused.code).toBe('union-unknown');
    expect(refused.words.what.vi).toBe('Danh sách chưa có công đoàn mã “X9”.');
  });
});

describe('people counted where no way leads to the top of the roster', () => {
  test('for a code that it does not hold are named with their number, and stand in no sum', async () => {
    const kit = await officeThatMet([counted('X9', 5), counted('X10', 3)]);
    for (const union of ['TLD', 'LDLD74', 'T1']) {
      expect(await warned(kit, union)).toEqual([
        'Có 8 lượt đã đếm cho đơn vị không có trong danh sách hoặc chưa rõ cấp trên, chưa cộng vào số liệu này: mã X10 (3 lượt); X9 (5 lượt).',
      ]);
      const text = await textOf(kit, union);
      expect(text).toContain('Chưa tính vào số liệu báo cáo: 8 lượt');
      expect(text).toContain('mã X10 (3 lượt); X9 (5 lượt).');
      expect(text).toContain('Tổng số lượt người đến bàn: 12');
    }
    // A company has nobody below whom somebody else could have counted.
    expect(await warned(kit, 'C1')).toEqual([]);
    expect(await textOf(kit, 'C1')).not.toContain('Chưa tính vào');
  });

  test('stand in every sum once a roster names the code, and the warning is gone', async () => {
    const kit = await officeThatMet([counted('X9', 5)]);
    await kit.roster('X9,CĐCS Công ty Chín,4,T1,74,300,,');
    expect(await warned(kit, 'T1')).toEqual([]);
    const text = await textOf(kit, 'T1');
    expect(text).not.toContain('Chưa tính vào');
    expect(text).toContain('Tổng số lượt người đến bàn: 17');
  });

  test('below a superior that it does not hold are named by that superior', async () => {
    const kit = await officeThatMet([moved(unionOf('C8', 'T8')), counted('C8', 4)]);
    expect(await warned(kit, 'LDLD74')).toEqual([expect.stringContaining('mã T8 (4 lượt).')]);
    expect(await textOf(kit, 'LDLD74')).toContain('mã T8 (4 lượt).');
    // In its own report they are all there.
    expect(await textOf(kit, 'C8')).toContain('Tổng số lượt người đến bàn: 4');
    expect(await warned(kit, 'C8')).toEqual([]);
  });

  test('on a circle of superiors are named above it, and stand whole in the report of the circle itself', async () => {
    const circle = [moved(unionOf('K1', 'K2', { level: 3 })), moved(unionOf('K2', 'K1', { level: 3 }))];
    const kit = await officeThatMet([...circle, counted('K1', 2), counted('K2', 5)]);
    expect(await warned(kit, 'TLD')).toEqual([expect.stringContaining('mã K1 (7 lượt).')]);
    expect(await textOf(kit, 'TLD')).toContain('mã K1 (7 lượt).');
    const own = await textOf(kit, 'K1');
    expect(own).toContain('Tổng số lượt người đến bàn: 7');
    expect(own).not.toContain('Chưa tính vào');
  });

  test('for a second listing without an owner are named to those who list it, and to nobody else', async () => {
    const listed = unionOf('G1', 'T1', { coordinated: true });
    const kit = await officeThatMet([moved(listed), counted('G1', 6)]);
    for (const union of ['T1', 'LDLD74', 'TLD']) {
      expect(await warned(kit, union)).toEqual([expect.stringContaining('mã G1 (6 lượt).')]);
    }
    expect(await warned(kit, 'LDLD79')).toEqual([]);
  });

  test('are told as they stood at the cut-off', async () => {
    const kit = await officeThatMet([counted('X9', 5)]);
    kit.clock.set('2020-08-29T08:00:00+07:00');
    expect(await textOf(kit, 'T1', '2020-08-28T17:00:00+07:00')).toContain('mã X9 (5 lượt).');
    expect(await textOf(kit, 'T1', '2020-08-20T17:00:00+07:00')).not.toContain('Chưa tính vào');
  });

  test.runIf(readersHere)(
    'are said on the pages of the preview, of the quick report and of the issued one',
    async () => {
      const kit = await officeThatMet([counted('X9', 5)]);
      await kit.ask('form.set', { union: 'T1', parts: { place: 'Bình Dương', signer: 'Nguyễn Thị Hoa' } });
      const { ref } = await kit.ask('report.issue', { union: 'T1', number: '8', issuedOn: '28/8/2020' });
      for (const more of [{}, { kind: 'quick' as const }, { report: ref }]) {
        const { base64 } = await kit.ask('report.preview', { union: 'T1', ...more });
        const pdf = path.join(freshFolder(), 'pages.pdf');
        writeFileSync(pdf, Buffer.from(base64, 'base64'));
        expect((await pagesOf(pdf)).join(' ')).toContain('mã X9 (5 lượt).');
      }
    },
  );
});

describe('a union that has left', () => {
  test('keeps its numbers in the sums above, by its old name', async () => {
    const kit = await officeThatMet([
      counted('C2', 6),
      moved(unionOf('C2', 'T1', { name: 'CĐCS Công ty Hai', to: '2020-08-20', successor: 'C1' })),
    ]);
    expect(await warned(kit, 'T1')).toEqual([]);
    const text = await textOf(kit, 'T1');
    expect(text).toContain('Tổng số lượt người đến bàn: 18');
    expect(text).toContain('CĐCS Công ty Hai');
  });
});
