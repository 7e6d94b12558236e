import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hexOf } from '../../../src/core/base/hex.ts';
import { readAdStructures } from '../../../src/core/radio/advert.ts';
import { classify } from '../../../src/core/radio/signature.ts';
import type { RadioSignature } from '../../../src/core/radio/signature-schema.ts';
import { beaconPacket } from '../../../src/main/radio/beacon-packet.ts';
import { supervisedRadio } from '../../../src/main/radio/supervisor.ts';
import { heard, signature } from '../../kit/adverts.ts';
import { toldProcesses } from '../../kit/radio-process.ts';

describe('the reference beacon’s packet', () => {
  const packet = beaconPacket(signature) ?? new Uint8Array();

  test('fits into one legacy advertisement and is a beacon to the kit, never a phone', () => {
    expect(packet.length).toBeGreaterThan(0);
    expect(packet.length).toBeLessThanOrEqual(31);
    expect(classify(heard([hexOf(packet)]), signature)).toBe('beacon');
  });

  test('carries 11 or 13 bytes under the phones’ own company, never the 12 that a phone would log as a contact', () => {
    const { services, manufacturer } = readAdStructures(packet);
    expect(services).toEqual(['4e56']);
    expect(manufacturer.map(({ company }) => company)).toEqual([0x22b5]);
    expect([11, 13]).toContain(manufacturer[0]?.data.length);
  });

  test('is not to be had for a campaign without a rule for it, or with one that names a phone’s length', () => {
    const without = { ...signature, rules: signature.rules.filter((rule) => rule.class !== 'beacon') };
    expect(beaconPacket(without)).toBeNull();
    const phones: RadioSignature = {
      ...signature,
      rules: signature.rules.map((rule) =>
        rule.class === 'beacon'
          ? {
              ...rule,
              all: [
                { has: 'service', uuid: '4e56' },
                { has: 'manufacturer', company: 8885, lengths: [6, 12] },
              ],
            }
          : rule,
      ),
    };
    expect(beaconPacket(phones)).toBeNull();
  });
});

describe('the beacon', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const never = new AbortController().signal;
  function booth() {
    const processes = toldProcesses();
    const radio = supervisedRadio(processes.start, { monotonic: () => performance.now() }, signature);
    return { ...processes, radio };
  }
  /** Lets promises run on while time is the story's. */
  const turn = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

  test('speaks from a process of its own while the ears make place, and they come back', async () => {
    const { radio, all, latest } = booth();
    radio.probe();
    latest().says({ say: 'ready' });
    const sent = radio.beacon?.(30, never);
    await turn();
    expect(all.map(({ role, ended }) => [role, ended])).toEqual([
      ['ears', true],
      ['beacon', false],
    ]);
    expect(latest().lastOrder).toMatchObject({ say: 'advertise', seconds: 30 });
    latest().says({ say: 'advertising' });
    latest().dies(0);
    expect(await sent).toEqual({ ok: true, value: undefined });
    expect(all.map(({ role, ended }) => [role, ended]).at(-1)).toEqual(['ears', false]);
  });

  test('goes off the air when it is stopped, and when the Kit closes', async () => {
    const stop = new AbortController();
    const first = booth();
    const stopped = first.radio.beacon?.(60, stop.signal);
    await turn();
    first.latest().says({ say: 'advertising' });
    stop.abort();
    expect(await stopped).toMatchObject({ ok: true });
    expect(first.latest().orders).toEqual(['advertise', 'end']);

    const second = booth();
    const closed = second.radio.beacon?.(60, never);
    await turn();
    second.latest().says({ say: 'advertising' });
    await second.radio.close();
    expect(await closed).toMatchObject({ ok: true });
    expect(second.all.every(({ ended }) => ended)).toBe(true);
  });

  test('that outlives its time is ended: nothing of ours stays on the air', async () => {
    const { radio, latest } = booth();
    const sent = radio.beacon?.(10, never);
    await turn();
    latest().says({ say: 'advertising' });
    latest().hangs();
    await vi.advanceTimersByTimeAsync(26_000);
    expect(latest().killed).toBe(true);
    expect(await sent).toMatchObject({ ok: true });
  });

  test('says in words where it cannot be sent, and why there is no radio', async () => {
    const cannot = booth();
    const refused = cannot.radio.beacon?.(10, never);
    await turn();
    cannot.latest().says({ say: 'cannot-advertise' });
    cannot.latest().dies(0);
    expect(await refused).toMatchObject({ ok: false, error: { code: 'beacon-unsupported' } });

    const off = booth();
    const absent = off.radio.beacon?.(10, never);
    await turn();
    off.latest().says({ say: 'absent', reason: 'powered-off' });
    off.latest().dies(0);
    expect(await absent).toMatchObject({
      ok: false,
      error: { code: 'radio-absent', detail: { reason: 'powered-off' } },
    });
  });
});
