import { describe, expect, test } from 'vitest';
import type { Declared } from '../../../src/preload/contract.ts';
import { changedFields, fieldOf, requestOf, standing } from '../../../src/renderer/figures/declared-draft.ts';

const known = { value: null, from: 'none', given: 0, asked: 0 } as const;
const label = { vi: 'Tờ rơi', en: 'Leaflets' };
const value = (number: number | null) => ({
  value: number,
  note: null,
  by: 'AB',
  at: '2020-08-20T01:00:00Z',
  before: null,
});

/** A union that declared 1,200 workers and nobody reached, took its members back, and handed out 500 leaflets. */
const declared: Declared = {
  union: 'C1',
  own: { workers: value(1_200), reached: value(0), members: value(null) },
  subtree: {},
  outreach: [
    { form: 'leaflet', label, unit: label, quantity: 500, people: 300, subtree: { quantity: known, people: known } },
  ],
  texts: { proposals: 'Thêm bàn' },
  keys: [],
  findings: [],
};

describe('what is typed among the declared figures', () => {
  test('stands empty where nothing was reported, and as 0 where it is zero', () => {
    expect(['workers', 'reached', 'members', 'installed'].map((key) => standing(declared, `figures.${key}`))).toEqual([
      '1200',
      '0',
      '',
      '',
    ]);
  });

  test('is no change while it says the same number, however it is written', () => {
    const draft = {
      'figures.workers': '1.200',
      'figures.reached': ' 0 ',
      'figures.installed': '',
      note: 'theo công ty',
    };
    expect(changedFields(declared, draft)).toEqual([]);
  });

  test('tells zero from not reported, both ways', () => {
    const draft = { 'figures.reached': '', 'figures.installed': '0', 'figures.members': '' };
    expect(requestOf(declared, draft).figures).toEqual({ reached: null, installed: '0' });
  });

  test('saves only what changed, with the other number of a form as it stands', () => {
    expect(requestOf(declared, { 'outreach.leaflet.people': '350', 'texts.proposals': '', note: ' đếm lại ' })).toEqual(
      {
        union: 'C1',
        figures: {},
        outreach: { leaflet: { quantity: '500', people: '350' } },
        texts: { proposals: null },
        note: 'đếm lại',
      },
    );
  });

  test('goes to the kit as typed when it is no number, for the kit to refuse in words', () => {
    expect(requestOf(declared, { 'figures.workers': '1O' }).figures).toEqual({ workers: '1O' });
  });
});

test('a refusal is shown at the field that it speaks of', () => {
  expect(fieldOf({ code: 'figure-impossible', detail: { key: 'workers' } })).toBe('figures.workers');
  expect(fieldOf({ code: 'figure-impossible', detail: { key: 'leaflet', side: 'people' } })).toBe(
    'outreach.leaflet.people',
  );
  expect(fieldOf({ code: 'part-above-whole', detail: { part: 'members', whole: 'workers' } })).toBe('figures.members');
  expect(fieldOf({ code: 'text-broken', detail: { where: 'proposals' } })).toBe('texts.proposals');
  expect(fieldOf({ code: 'text-broken', detail: { where: 'note' } })).toBe('note');
  expect(fieldOf({ code: 'data-full', detail: {} })).toBeNull();
});
