import { describe, expect, test } from 'vitest';
import { absences } from '../../../src/core/radio/absence.ts';
import { wordsForReason } from '../../../src/main/messages/index.ts';
import { fixFor } from '../../../src/main/messages/radio-fixes.ts';

const systems = ['win32', 'darwin', 'linux'] as const;

describe('a missing radio', () => {
  test.each(absences)('(%s) is explained in both languages with one thing to do', (reason) => {
    const { what, todo } = wordsForReason(reason);
    for (const text of [what.vi, what.en, todo.vi, todo.en]) expect(text).toMatch(/^\p{Lu}.*\.$/u);
  });

  test.each(systems)('has its own way to be switched on, allowed and freed on %s', (system) => {
    for (const reason of ['powered-off', 'no-permission', 'taken', 'radio-failed']) {
      expect(fixFor(reason, system)?.vi).toMatch(/\p{L}/u);
    }
  });

  test('is fixed by this system’s own step where there is one', () => {
    expect(wordsForReason('powered-off').todo).toEqual(fixFor('powered-off') ?? wordsForReason('powered-off').todo);
    expect(fixFor('powered-off', 'linux')?.vi).toContain('rfkill');
    expect(fixFor('no-permission', 'linux')?.en).toContain('cap_net_raw');
    expect(fixFor('no-permission', 'darwin')?.en).toContain('Privacy');
  });

  test('is explained in general words on a system that nobody thought of, and for reasons that are none', () => {
    expect(fixFor('powered-off', 'freebsd')).toBeNull();
    expect(fixFor('silent', 'linux')).toBeNull();
    expect(fixFor('toString', 'linux')).toBeNull();
  });
});
