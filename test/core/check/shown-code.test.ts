import { expect, test } from 'vitest';
import { codeOf } from '../../../src/core/check/shown-code.ts';

test.each([
  ['286bce589ab994efa5f73cad', '286BCE***'],
  ['f0a1bf000000000000000000', '*0A1B****'],
  ['ffffff000000000000000000', '*********'],
])('the ID %s stands on the phone as %s', (id, code) => expect(codeOf(id)).toBe(code));
