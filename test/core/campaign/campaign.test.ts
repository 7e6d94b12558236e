import { describe, expect, test } from 'vitest';
import { outcomeOf, readCampaign } from '../../../src/core/campaign/campaign.ts';
import bluezone from '../../../src/main/campaign/bluezone-2020.json' with { type: 'json' };

const changed = (change: (campaign: typeof bluezone) => unknown) => {
  const copy = structuredClone(bluezone);
  change(copy);
  return readCampaign(copy);
};

describe('the campaign of letter 850/TLĐ', () => {
  const read = readCampaign(bluezone);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const campaign = read.value;

  test('runs from 18/8 to 25/8 and reports before 31/8/2020', () => {
    expect(campaign.days).toEqual({ first: '2020-08-18', last: '2020-08-25' });
    expect(campaign.report.dueBefore).toBe('2020-08-31');
    expect(campaign.links.install).toBe('https://bluezone.gov.vn/taiapp');
    expect(campaign.steps).toHaveLength(5);
  });

  test('asks for a reason where a person could not install', () => {
    expect(outcomeOf(campaign, 'unable', null)).toMatchObject({ ok: false, error: { code: 'reason-missing' } });
    expect(outcomeOf(campaign, 'unable', 'OTP_CHUA_NHAN').ok).toBe(true);
    expect(outcomeOf(campaign, 'installed', 'OTP_CHUA_NHAN')).toMatchObject({ error: { code: 'reason-unknown' } });
    expect(outcomeOf(campaign, 'vaccinated', null)).toMatchObject({ error: { code: 'outcome-unknown' } });
  });
});

describe('a campaign file', () => {
  test('may have no radio check at all', () => {
    expect(changed((campaign) => Object.assign(campaign, { radio: null })).ok).toBe(true);
  });

  test.each([
    [
      'a link outside its hosts',
      (c: typeof bluezone) => Object.assign(c.links, { install: 'https://bluezone.example/taiapp' }),
    ],
    ['a last day before the first', (c: typeof bluezone) => Object.assign(c.days, { last: '2020-08-01' })],
    [
      'a report that is due before the end',
      (c: typeof bluezone) => Object.assign(c.report, { dueBefore: '2020-08-20' }),
    ],
    ['the same key twice', (c: typeof bluezone) => c.outcomes[1]?.keys.push('Digit1')],
    ['a reason for an outcome that is not there', (c: typeof bluezone) => c.reasons[0]?.outcomes.push('nobody')],
    ['a field that nobody knows', (c: typeof bluezone) => Object.assign(c, { extra: 1 })],
  ])('is refused with %s', (_, change) => {
    expect(changed(change)).toMatchObject({ ok: false, error: { code: 'campaign-invalid' } });
  });
});
