import { describe, expect, test } from 'vitest';
import campaign from '../../../src/main/campaign/bluezone-2020.json' with { type: 'json' };
import { type Draft, peopleOf, stepOf } from '../../../src/renderer/count/batch-draft.ts';

const facts = { outcomes: campaign.outcomes, reasons: campaign.reasons } as unknown as Parameters<typeof stepOf>[1];
const draft = (more: Partial<Draft>): Draft => ({
  ...{ minus: false, typed: '25', numbered: true, outcome: null, reason: undefined },
  ...more,
});
const step = (more: Partial<Draft>) => stepOf(draft(more), facts);

describe('a number of people on its way', () => {
  test.each(['', '0', '-1', '1.5', '1O', '1e3', '10001', '1000000000', ' '])(
    'takes “%s” for no number of people',
    (typed) => {
      expect(peopleOf(draft({ typed }))).toBeNull();
      expect(step({ typed })).toBe('number');
    },
  );

  test('asks for the number, then the outcome, and for a reason where the campaign wants one', () => {
    expect(step({ numbered: false })).toBe('number');
    expect(step({})).toBe('outcome');
    expect(step({ outcome: 'installed' })).toBe('last');
    expect(step({ outcome: 'unable' })).toBe('reason');
    expect(step({ outcome: 'unable', reason: 'OTP_CHUA_NHAN' })).toBe('last');
    expect(step({ outcome: 'declined' })).toBe('last');
  });

  test('asks a correction for the reason that was counted, which may be none', () => {
    expect(step({ minus: true, outcome: 'declined' })).toBe('reason');
    expect(step({ minus: true, outcome: 'declined', reason: null })).toBe('last');
    expect(step({ minus: true, outcome: 'installed' })).toBe('last');
  });
});
