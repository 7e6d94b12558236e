import { describe, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { readCampaign } from '../../../src/core/campaign/campaign.ts';
import campaign from '../../../src/main/campaign/bluezone-2020.json' with { type: 'json' };
import type { KitClient, RequestName, UnionView } from '../../../src/preload/contract.ts';
import { createPaper } from '../../../src/renderer/state/paper.ts';
import type { SessionState } from '../../../src/renderer/state/session-state.ts';
import { createWarnings } from '../../../src/renderer/state/warnings.ts';

const words = { what: { vi: 'Muộn.', en: 'Late.' }, todo: { vi: 'Xem lại.', en: 'Look.' } };
const refused = (code: string, detail = {}) => ({ ok: false, error: { code, detail, words } });
const lost = refused('line-lost');

/** A sheet of the campaign, and a kit that answers as it is told; without a word of it, each line is written. */
function aSheet() {
  const read = readCampaign(campaign);
  if (!read.ok) throw new Error('the campaign of the tests is broken');
  const asked: { name: RequestName; input: Record<string, unknown> }[] = [];
  const answers: unknown[] = [];
  const kit = {
    request: async (name: RequestName, input: Record<string, unknown>) => {
      asked.push({ name, input });
      return answers.shift() ?? { ok: true, value: { events: [], counts: { revision: 1 }, warnings: [words] } };
    },
    on: () => () => {},
  } as unknown as KitClient;
  const session = createStore<SessionState>(() => ({ about: null, counts: null }) as unknown as SessionState);
  const warnings = createWarnings();
  const paper = createPaper(kit, session, warnings);
  paper.lay(read.value);
  paper.setUnion({ code: 'GO', name: 'CĐCS Gỗ' } as UnionView);
  paper.setDay('18/8/2020');
  const place = (outcome: string, reason: string | null = null) =>
    paper.store.getState().lines.findIndex((line) => line.outcome === outcome && line.reason === reason);
  const at = (outcome: string, reason: string | null = null) =>
    paper.store.getState().lines[place(outcome, reason)]?.at;
  const writes = (outcome: string, typed: string, reason: string | null = null) =>
    paper.type(place(outcome, reason), typed);
  return { paper, asked, answers, warnings, writes, at };
}

describe('a paper sheet', () => {
  test('is sent line by line with its own day, nobody for a blank or a nought', async () => {
    const { paper, asked, warnings, writes, at } = aSheet();
    writes('installed', '31');
    writes('already', '0');
    writes('unable', '2', 'OTP_CHUA_NHAN');
    await paper.save();
    expect(asked.map(({ input }) => [input.outcome, input.reason, input.count])).toEqual([
      ['installed', null, '31'],
      ['unable', 'OTP_CHUA_NHAN', '2'],
    ]);
    expect(asked[0]?.input).toMatchObject({ union: 'GO', day: '18/8/2020', source: 'paper' });
    expect(at('installed')).toBe('saved');
    expect(warnings.store.getState().shown).toEqual([words]);
  });

  test('keeps what was written when a line is refused, and sends only that line again', async () => {
    const { paper, asked, answers, writes, at } = aSheet();
    writes('installed', '31');
    writes('already', '1O');
    writes('declined', '4');
    answers.push(undefined, refused('count-impossible'));
    await paper.save();
    expect([at('installed'), at('already'), at('declined')]).toEqual(['saved', 'refused', 'saved']);
    writes('installed', '99');
    writes('already', '10');
    await paper.save();
    expect(asked.slice(3).map(({ input }) => [input.outcome, input.count])).toEqual([['already', '10']]);
  });

  test('stops at the first line when the day itself is refused: the others would meet the same', async () => {
    const { paper, asked, answers, writes, at } = aSheet();
    writes('installed', '31');
    writes('already', '4');
    answers.push(refused('day-future'));
    await paper.save();
    expect(asked).toHaveLength(1);
    expect([at('installed'), at('already')]).toEqual(['refused', 'typed']);
  });

  test('says of a lost answer that nobody knows, and sends the same attempt again, unchanged', async () => {
    const { paper, asked, answers, writes, at } = aSheet();
    writes('installed', '31');
    writes('already', '4');
    answers.push(lost);
    await paper.save();
    expect([at('installed'), at('already')]).toEqual(['unsure', 'typed']);
    writes('installed', '99');
    paper.setDay('19/8/2020');
    await paper.save();
    expect(asked[1]?.input).toEqual(asked[0]?.input);
    expect([at('installed'), at('already')]).toEqual(['saved', 'saved']);
  });

  test('gives a line back to be corrected when its answer was lost and it is refused after that', async () => {
    const { paper, asked, answers, writes, at } = aSheet();
    writes('installed', '31');
    answers.push(lost, refused('day-future'));
    await paper.save();
    expect(at('installed')).toBe('unsure');
    await paper.save();
    expect(at('installed')).toBe('refused');
    expect(paper.unsure()).toBe(0);
    expect(paper.store.getState().lines.find(({ outcome }) => outcome === 'installed')?.error?.words).toEqual(words);
    writes('installed', '30');
    paper.setDay('17/8/2020');
    await paper.save();
    expect(asked[2]?.input).toMatchObject({ count: '30', day: '17/8/2020', once: asked[0]?.input.once });
    expect(at('installed')).toBe('saved');
  });

  test.each([
    ['another world is open', refused('world-left')],
    ['the page may not ask any more', refused('line-refused')],
    ['its name stands for something else', refused('bad-input', { where: 'once' })],
  ])('stays unsure of a lost answer when it is refused because %s', async (_, refusal) => {
    const { paper, answers, writes, at } = aSheet();
    writes('installed', '31');
    answers.push(lost, refusal);
    await paper.save();
    await paper.save();
    expect(at('installed')).toBe('unsure');
  });

  test('begins the next sheet with other names for its lines', async () => {
    const { paper, asked, writes } = aSheet();
    writes('installed', '31');
    await paper.save();
    paper.next();
    writes('installed', '31');
    await paper.save();
    expect(asked).toHaveLength(2);
    expect(asked[1]?.input.once).not.toBe(asked[0]?.input.once);
  });
});
