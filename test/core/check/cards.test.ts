import { describe, expect, test } from 'vitest';
import { readCampaign } from '../../../src/core/campaign/campaign.ts';
import { cardsFor, cardsOfReason, everyTrouble } from '../../../src/core/check/cards.ts';
import { platforms, reasonsOf, verdicts } from '../../../src/core/check/verdict.ts';
import { absences } from '../../../src/core/radio/absence.ts';
import bluezone from '../../../src/main/campaign/bluezone-2020.json' with { type: 'json' };
import file from '../../../src/main/campaign/bluezone-2020-cards.json' with { type: 'json' };
import { bluezone2020 } from '../../kit/campaign.ts';

const { cards, reasons } = bluezone2020();

/** The file after somebody changed it. */
const changed = (change: (cards: typeof file) => unknown) => {
  const copy = structuredClone(file);
  change(copy);
  return readCampaign(bluezone, copy);
};

describe('the cards of the campaign', () => {
  test('have something to try for every verdict but a pass, every reason of it, and every kind of phone', () => {
    for (const verdict of verdicts.filter((one) => one !== 'pass')) {
      for (const reason of reasonsOf(verdict)) {
        for (const platform of platforms) {
          const found = cardsFor(cards, { verdict, reason, platform });
          expect(found.length, `${verdict} ${reason} ${platform}`).toBeGreaterThanOrEqual(1);
          expect(found.length, `${verdict} ${reason} ${platform}`).toBeLessThanOrEqual(9);
        }
      }
    }
    expect(cardsFor(cards, { verdict: 'pass', reason: 'near-signal', platform: 'android' })).toEqual([]);
  });

  test('name reasons that can be counted for a person who could not install', () => {
    for (const { code, reason } of cards) {
      if (reason === null) continue;
      expect(reasons.find((one) => one.code === reason)?.outcomes, code).toContain('unable');
    }
  });

  test('count nobody as failing where the laptop is at fault or two phones compete', () => {
    const laptops = [...absences, 'radio-restarted', 'no-packets', 'fell-silent', 'too-short'];
    for (const trouble of everyTrouble()) {
      if (trouble.verdict !== 'unclear' && !laptops.includes(trouble.reason)) continue;
      expect(cardsFor(cards, trouble).filter(({ reason }) => reason !== null)).toEqual([]);
    }
  });

  test('quote the buttons of each kind of phone on its own cards only', () => {
    const steps = (platform: 'android' | 'iphone') =>
      cardsFor(cards, { verdict: 'not-seen', reason: 'silent', platform }).map(({ step }) => step.vi);
    expect(steps('android').join()).toContain('“Cấp quyền truy cập vị trí”');
    expect(steps('android').join()).not.toContain('iPhone');
    expect(steps('iphone').join()).toContain('“Cấp quyền truy cập Bluetooth”');
    expect(steps('iphone').join()).not.toContain('vị trí');
  });

  test('stand beside the reason that they put right, for each kind of phone where that matters', () => {
    const codes = (reason: string) => cardsOfReason(cards, reason).map(({ code }) => code);
    expect(codes('KHONG_MANG')).toEqual(['no-network']);
    expect(codes('QUYEN_TU_CHOI')).toEqual(['permissions-android', 'permissions-iphone']);
    expect(codes('CTY_CAM_DT')).toEqual([]);
  });

  test('ask nobody to delete anything', () => {
    expect(JSON.stringify(file)).not.toMatch(/\b(delete|erase|remove|uninstall)\b|xóa|xoá|gỡ/i);
  });
});

describe('a file of cards', () => {
  test.each([
    [
      'a reason that the campaign does not have',
      (c: typeof file) => Object.assign(c.cards[5] ?? {}, { reason: 'NOBODY' }),
    ],
    ['no card for a verdict', (c: typeof file) => c.cards.splice(0, c.cards.length, ...c.cards.slice(0, 5))],
    ['a card that stands twice', (c: typeof file) => c.cards.push(structuredClone(c.cards[0]) as never)],
    ['a cause that no check ends in', (c: typeof file) => Object.assign(c.cards[0] ?? {}, { because: ['witchcraft'] })],
    ['cards for a pass', (c: typeof file) => c.cards[0]?.verdicts.push('pass')],
    ['another campaign’s name', (c: typeof file) => Object.assign(c, { campaign: 'flu-2021' })],
    ['a reason that the campaign has already', (c: typeof file) => c.reasons.push({ ...bluezone.reasons[0] } as never)],
    [
      'more cards than digits',
      (c: typeof file) => {
        for (let n = 0; n < 10; n++) c.cards.push({ ...structuredClone(c.cards[0]), code: `more-${n}` } as never);
      },
    ],
    ['a field that nobody knows', (c: typeof file) => Object.assign(c, { extra: 1 })],
  ])('is refused with %s', (_, change) => {
    expect(changed(change)).toMatchObject({ ok: false, error: { code: 'campaign-invalid' } });
  });

  test('may be missing: then a verdict has no cards', () => {
    const read = readCampaign(bluezone);
    expect(read.ok && read.value.cards).toEqual([]);
  });
});
