import { describe, expect, test } from 'vitest';
import { optionsOf } from '../../../../src/main/hosts/electron/options.ts';

describe('what was asked on the command line', () => {
  test('is a data folder and a radio, beside whatever Chromium was told', () => {
    expect(optionsOf(['.', '--data', '/tmp/x', '--radio', 'practice', '--remote-debugging-port=0'])).toEqual({
      data: '/tmp/x',
      radio: 'practice',
    });
    expect(optionsOf(['--data=/tmp/y', '--inspect'])).toEqual({ data: '/tmp/y', radio: 'auto' });
  });

  test('is nothing when it is nothing that exists', () => {
    expect(optionsOf([])).toEqual({ data: null, radio: 'auto' });
    expect(optionsOf(['--radio', 'tubes', '--data'])).toEqual({ data: null, radio: 'auto' });
  });
});
