import { describe, expect, test } from 'vitest';
import { DISTRICT, openedKit, type TestKit } from '../../kit/kit.ts';

async function officeOf(): Promise<TestKit> {
  const kit = await openedKit();
  await kit.roster(DISTRICT);
  return kit;
}

describe('declared figures', () => {
  test('stand beside what was counted and are never added to it', async () => {
    const kit = await officeOf();
    await kit.ask('tally.add', { union: 'C1', outcome: 'installed', count: 10 });
    await kit.ask('declared.set', { union: 'C1', figures: { installed: '1.200', workers: 2_000 } });
    const status = await kit.ask('status.get', { union: 'C1' });
    expect(status.counted.installed).toBe(10);
    expect(status.declared).toEqual({ installed: 1_200, workers: 2_000 });
  });

  test('of units are summed for those above who say nothing themselves, and it is said which', async () => {
    const kit = await officeOf();
    await kit.ask('declared.set', { union: 'C1', figures: { reached: 500 } });
    await kit.ask('declared.set', { union: 'C2', figures: { reached: 300 } });
    expect(await kit.ask('status.get', { union: 'T1' })).toMatchObject({
      declared: { reached: 800 },
      declaredFrom: { reached: 'sum' },
    });
    await kit.ask('declared.set', { union: 'T1', figures: { reached: 900 } });
    expect(await kit.ask('status.get', { union: 'LDLD74' })).toMatchObject({ declared: { reached: 900 } });
    const { subtree } = await kit.ask('declared.get', { union: 'T1' });
    expect(subtree.reached).toEqual({ value: 900, from: 'own', given: 2, asked: 2 });
  });

  test('know zero from not reported', async () => {
    const kit = await officeOf();
    await kit.ask('declared.set', { union: 'C1', figures: { installed: 0 } });
    expect((await kit.ask('status.get', { union: 'C1' })).declared).toEqual({ installed: 0 });
    await kit.ask('declared.set', { union: 'C1', figures: { installed: null } });
    expect((await kit.ask('status.get', { union: 'C1' })).declared).toEqual({});
    expect((await kit.ask('declared.get', { union: 'C1' })).own.installed).toMatchObject({ value: null, before: 0 });
  });

  test('keep every word in their history, the last one standing', async () => {
    const kit = await officeOf();
    await kit.ask('settings.set', { operator: 'lan' });
    await kit.ask('declared.set', { union: 'C1', figures: { installed: 100 } });
    await kit.ask('declared.set', { union: 'C1', figures: { installed: 90 }, note: 'công ty đếm trùng' });
    expect((await kit.ask('declared.get', { union: 'C1' })).own.installed).toMatchObject({
      ...{ value: 90, before: 100, note: 'công ty đếm trùng', by: 'LAN' },
    });
    const { lines } = await kit.ask('history.get', { union: 'C1' });
    expect(lines.slice(0, 2)).toMatchObject([
      { kind: 'declared', why: 'công ty đếm trùng', what: { vi: 'Cài mới trong đợt: 90' } },
      { kind: 'declared', why: null, what: { vi: 'Cài mới trong đợt: 100' } },
    ]);
  });

  test.each([
    ['below zero', { figures: { installed: -1 } }, 'figure-impossible'],
    ['half a person', { figures: { installed: 1.5 } }, 'figure-impossible'],
    ['a letter for a digit', { figures: { installed: '1O' } }, 'figure-impossible'],
    ['more than the country has', { figures: { installed: 1_000_000_000 } }, 'figure-impossible'],
    ['a figure that nobody asked for', { figures: { vaccinated: 1 } }, 'figure-unknown'],
    ['more members than workers', { figures: { workers: 10, members: 11 } }, 'part-above-whole'],
    ['more smartphones than workers', { figures: { workers: 10, smartphones: 11 } }, 'part-above-whole'],
    ['more active unions than unions', { figures: { grassroots_total: 3, grassroots_active: 4 } }, 'part-above-whole'],
    ['a form of another campaign', { outreach: { rocket: { quantity: 1, people: null } } }, 'form-unknown'],
    ['a topic that there is not', { texts: { gossip: 'x' } }, 'figure-unknown'],
    ['a text that turns the line around', { texts: { difficulties: 'khó \u202e' } }, 'text-broken'],
    ['a text without end', { texts: { difficulties: 'x'.repeat(4_001) } }, 'text-broken'],
  ])('refuse %s in words, and write nothing', async (_, input, code) => {
    const kit = await officeOf();
    const before = await kit.ask('log.verify', {});
    const good = { figures: { reached: 5, ...('figures' in input ? input.figures : {}) } };
    const { code: refused, words } = await kit.refused('declared.set', { union: 'C1', ...input, ...good });
    expect(refused).toBe(code);
    expect(words.what.vi).not.toContain('?');
    expect(await kit.ask('log.verify', {})).toEqual(before);
  });

  test('are checked against what the union declared before', async () => {
    const kit = await officeOf();
    await kit.ask('declared.set', { union: 'C1', figures: { workers: 100 } });
    const { detail, words } = await kit.refused('declared.set', { union: 'C1', figures: { members: 101 } });
    expect(detail).toMatchObject({ part: 'members', whole: 'workers', wholeValue: 100 });
    expect(words.what.vi).toContain('Đoàn viên');
    await kit.ask('declared.set', { union: 'C1', figures: { workers: 120, members: 101 } });
  });
});

describe('outreach and words', () => {
  test('are kept by form with their unit of measure, and summed for those above', async () => {
    const kit = await officeOf();
    await kit.ask('declared.set', { union: 'C1', outreach: { leaflet: { quantity: '5.000', people: 3_000 } } });
    await kit.ask('declared.set', { union: 'C2', outreach: { leaflet: { quantity: 500, people: null } } });
    const leaflet = (await kit.ask('declared.get', { union: 'T1' })).outreach.find(({ form }) => form === 'leaflet');
    expect(leaflet).toMatchObject({
      unit: { vi: 'tờ' },
      quantity: null,
      subtree: { quantity: { value: 5_500 }, people: { value: 3_000, given: 1, asked: 2 } },
    });
  });

  test('of difficulties, proposals and directions are kept as they were written', async () => {
    const kit = await officeOf();
    const texts = { difficulties: 'Mạng yếu.\nThiếu máy.', proposals: 'Thêm tờ rơi.', direction: 'Công văn 12/CĐ' };
    await kit.ask('declared.set', { union: 'C1', texts });
    expect((await kit.ask('declared.get', { union: 'C1' })).texts).toEqual(texts);
    await kit.ask('declared.set', { union: 'C1', texts: { proposals: null } });
    expect((await kit.ask('declared.get', { union: 'C1' })).texts).not.toHaveProperty('proposals');
  });
});

describe('a warning', () => {
  test('is taken upon oneself with a reason that is kept, until the numbers change', async () => {
    const kit = await officeOf();
    await kit.ask('settings.set', { operator: 'KY1' });
    await kit.ask('declared.set', { union: 'C1', figures: { installed_before: 500, installed: 200 } });
    const open = async () =>
      (await kit.ask('declared.get', { union: 'C1' })).findings.filter((one) => one.accepted === null);
    const id = 'over-100:declared-workers';
    expect((await open()).map((one) => one.id)).toEqual([id, 'over-100:declared-smartphones']);
    const why = 'nhiều người có hai máy';
    const { findings } = await kit.ask('warning.accept', { union: 'C1', id, why });
    expect(findings.find((one) => one.id === id)?.accepted).toMatchObject({ why, by: 'KY1' });
    expect(await open()).toHaveLength(1);
    await kit.ask('declared.set', { union: 'C1', figures: { installed: 201 } });
    expect(await open()).toHaveLength(2);
  });

  test('needs a reason, and must still be there', async () => {
    const kit = await officeOf();
    expect((await kit.refused('warning.accept', { union: 'C1', id: 'circle', why: 'x' })).code).toBe('warning-gone');
    expect((await kit.refused('warning.accept', { union: 'C1', id: 'circle', why: '' })).code).toBe('why-missing');
  });
});

test('a number that cannot be is refused with the name of its figure or form, never its code', async () => {
  const kit = await officeOf();
  const figure = await kit.refused('declared.set', { union: 'C1', figures: { workers: '1O' } });
  expect(figure).toMatchObject({ code: 'figure-impossible', detail: { key: 'workers' } });
  expect(figure.words.what.vi).toContain('Tổng số đoàn viên, người lao động');
  const form = await kit.refused('declared.set', {
    union: 'C1',
    outreach: { leaflet: { quantity: 5, people: '-3' } },
  });
  expect(form).toMatchObject({ code: 'figure-impossible', detail: { key: 'leaflet', side: 'people' } });
  expect(form.words.what.vi).toContain('Tờ rơi');
});

test('what one key says anew leaves the sums of the others standing, and its own follow at once', async () => {
  const kit = await officeOf();
  const park = async () => {
    const { subtree, outreach } = await kit.ask('declared.get', { union: 'T1' });
    const leaflets = outreach.find(({ form }) => form === 'leaflet')?.subtree;
    return [subtree.reached?.value, subtree.installed?.value, leaflets?.quantity.value, leaflets?.people.value];
  };
  expect(await park()).toEqual([null, null, null, null]);
  await kit.ask('declared.set', { union: 'C1', figures: { reached: 500 } });
  expect(await park()).toEqual([500, null, null, null]);
  await kit.ask('declared.set', { union: 'C1', outreach: { leaflet: { quantity: 40, people: null } } });
  expect(await park()).toEqual([500, null, 40, null]);
  await kit.ask('declared.set', { union: 'C2', figures: { installed: 7, reached: 1 } });
  expect(await park()).toEqual([501, 7, 40, null]);
  await kit.ask('declared.set', { union: 'C1', figures: { reached: null }, outreach: { leaflet: null } });
  expect(await park()).toEqual([1, 7, null, null]);
});
