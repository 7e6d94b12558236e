import { describe, expect, test } from 'vitest';
import { queue, toldCheck } from '../../kit/check-story.ts';

describe('an iPhone in the background', () => {
  test('may be asked when it is near and nobody else is', () => {
    const told = toldCheck();
    told.hears([...queue, { kind: 'iphone-background', rssi: -31 }], 5);
    const address = told.check.askable(told.now);
    expect(address).toMatch(/^[0-9a-f:]{17}$/);
    expect(told.check.answered(told.now).conclusion).toEqual({ verdict: 'pass', reason: 'gatt-confirmed' });
  });

  test('is not asked from afar, nor beside another', () => {
    for (const phones of [
      [{ kind: 'iphone-background', rssi: -55 }],
      [
        { kind: 'iphone-background', rssi: -31 },
        { kind: 'iphone-background', rssi: -33 },
      ],
      [{ kind: 'iphone-open', rssi: -31 }],
    ] as const) {
      const told = toldCheck();
      told.hears(phones, 5);
      expect(told.check.askable(told.now)).toBeNull();
    }
  });
});
