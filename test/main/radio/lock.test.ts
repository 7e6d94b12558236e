import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { radioLockPath, takeRadioLock } from '../../../src/main/radio/radio-lock.ts';
import { freshFolder } from '../../kit/folder.ts';

/** The two kinds of places that there are where this is tested. */
const places = {
  'of this system': (): string => radioLockPath(process.platform, { XDG_RUNTIME_DIR: freshFolder() }),
  'with a file': (): string => path.join(freshFolder(), 'radio'),
};

/** Another program that takes the radio and keeps it until it is killed. */
async function otherProgram(at: string) {
  const file = path.join(import.meta.dirname, '../../../src/main/radio/radio-lock.ts');
  const script = `const { takeRadioLock } = await import(${JSON.stringify(file)});
    console.log((await takeRadioLock(${JSON.stringify(at)})) === null ? 'refused' : 'taken');
    setInterval(() => {}, 1_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [word] = await once(child.stdout, 'data');
  return {
    says: String(word).trim(),
    dies: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

describe.each(Object.entries(places))('the one place at the radio, %s,', (_, place) => {
  test('is taken once on a machine, and free again when it is given back', async () => {
    const at = place();
    const give = await takeRadioLock(at);
    expect(give).not.toBeNull();
    expect(await takeRadioLock(at)).toBeNull();
    give?.();
    expect(await takeRadioLock(at)).not.toBeNull();
  });

  test('is kept from another program, and falls free when its holder is killed', async () => {
    const at = place();
    const holder = await otherProgram(at);
    expect(holder.says).toBe('taken');
    expect(await takeRadioLock(at)).toBeNull();
    expect((await otherProgram(at)).says).toBe('refused');
    await holder.dies();
    expect(await takeRadioLock(at)).not.toBeNull();
  });
});

describe('the one place at the radio', () => {
  test('has one winner when many reach for a dead holder’s place at once', async () => {
    const at = places['of this system']();
    const holder = await otherProgram(at);
    await holder.dies();
    const taken = await Promise.all(Array.from({ length: 8 }, () => takeRadioLock(at)));
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
  });

  test('does not keep the radio from anybody where no lock can be made', async () => {
    expect(await takeRadioLock(path.join(freshFolder(), 'no', 'such', 'folder'))).not.toBeNull();
  });

  test('lies in the user’s runtime folder, and is a pipe on Windows', () => {
    const socket = (runtime: string): string => radioLockPath('darwin', { XDG_RUNTIME_DIR: runtime });
    expect(socket('/run/user/1000')).toMatch(/^\/run\/user\/1000\/tram-bluezone-radio-/);
    expect(socket(`/run/${'x'.repeat(120)}`)).toMatch(/^\/tmp\/tram-bluezone-radio-/);
    expect(radioLockPath('linux', { XDG_RUNTIME_DIR: '/run/user/1000' })).toBe(`\0${socket('/run/user/1000')}`);
    expect(radioLockPath('win32', {})).toMatch(/^\\\\\.\\pipe\\tram-bluezone-radio-/);
  });
});
