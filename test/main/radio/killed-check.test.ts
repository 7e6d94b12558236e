import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { Phone } from '../../../src/core/practice/room.ts';
import type { KitDoor } from '../../../src/main/door.ts';
import { openKit } from '../../../src/main/kit.ts';
import type { PushBody } from '../../../src/preload/contract.ts';
import type { Story } from '../../kit/fake-noble/story.ts';
import { freshFolder } from '../../kit/folder.ts';
import { machineWith } from '../../kit/radio-child.ts';
import { got } from '../../kit/store.ts';

const doors: KitDoor[] = [];
afterAll(() => Promise.all(doors.map((door) => door.close())));

/** A whole Kit over the real radio process in a child of its own; real time. */
async function booth(story: Omit<Story, 'openedAt'>) {
  const machine = machineWith(story);
  const folder = freshFolder();
  const door = got(
    await openKit({
      dataRoot: folder,
      radio: 'bluetooth',
      clock: { wall: () => Date.now(), monotonic: () => performance.now() },
      startRadioProcess: machine.start,
      seed: 1,
      host: 'cli',
      version: 'test',
      staysOpen: false,
      proveWorker: '',
      onUnexpected: (error) => {
        throw error;
      },
    }),
  );
  doors.push(door);
  const progress: PushBody<'check.progress'>[] = [];
  const ended = new Promise<PushBody<'check.ended'>>((resolve) => {
    door.on((push) => {
      if (push.name === 'check.progress') progress.push(push.body);
      if (push.name === 'check.ended') resolve(push.body);
    });
  });
  const heardSomething = async (): Promise<void> => {
    const before = progress.at(-1)?.packets ?? 0;
    while ((progress.at(-1)?.packets ?? 0) <= before + 5) await sleep(20);
  };
  const check = (timeout: number) => door.request('check.start', { timeout });
  return { ...machine, folder, progress, ended, heardSomething, check };
}

const strangers: readonly Phone[] = [
  { kind: 'exposure', rssi: -45 },
  { kind: 'headset', rssi: -50 },
  { kind: 'ibeacon', rssi: -48 },
];

describe.concurrent('a radio process that is killed in the middle of a check', () => {
  test('is back within three seconds, and the phone that comes then passes', async () => {
    const laptop = await booth({ phones: [...strangers, { kind: 'android-open', rssi: -40, from: 6_000 }] });
    await laptop.check(30);
    await laptop.heardSomething();
    const killedAt = performance.now();
    laptop.ports[0]?.kill();
    await laptop.heardSomething();
    expect(performance.now() - killedAt).toBeLessThan(3_000);
    expect(await laptop.ended).toMatchObject({ ended: 'verdict', result: { verdict: 'pass', reason: 'near-signal' } });
    expect(laptop.ports).toHaveLength(2);
  });

  test('again and again leaves no verdict on the phone, and nothing of what was heard on disk', async () => {
    const laptop = await booth({ phones: strangers });
    await laptop.check(8);
    for (let kill = 0; kill < 3; kill++) {
      await laptop.heardSomething();
      laptop.ports.at(-1)?.kill();
      // The third start waits five seconds: by then the check is over.
      if (kill < 2) await laptop.heardSomething();
    }
    expect(await laptop.ended).toMatchObject({ ended: 'verdict', result: { verdict: 'inconclusive' } });
    const addresses = laptop.said.flatMap((message) =>
      message.say === 'heard' ? message.adverts.map(({ address }) => address) : [],
    );
    expect(addresses.length).toBeGreaterThan(20);
    const files = readdirSync(laptop.folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const kept = files.map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'latin1')).join('');
    expect(kept.length).toBeGreaterThan(1_000);
    for (const address of new Set(addresses)) {
      expect(kept.includes(address)).toBe(false);
      expect(kept.includes(address.replaceAll(':', ''))).toBe(false);
    }
  });
});
