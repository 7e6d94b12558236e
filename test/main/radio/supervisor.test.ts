import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Advert } from '../../../src/core/radio/advert.ts';
import type { FromRadio, WireAdvert } from '../../../src/main/radio/protocol.ts';
import { supervisedRadio } from '../../../src/main/radio/supervisor.ts';
import { signature } from '../../kit/adverts.ts';
import { toldProcesses } from '../../kit/radio-process.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const clock = { monotonic: () => performance.now() };
const wire: WireAdvert = {
  ago: 20,
  address: '4a:00:00:00:00:01',
  rssi: -50,
  connectable: true,
  name: null,
  services: ['4e56'],
  manufacturer: [[8885, '286bce589ab994efa5f73cad']],
};

function story() {
  const processes = toldProcesses();
  const radio = supervisedRadio(processes.start, clock, signature);
  const states: string[] = [];
  radio.onState((state) => states.push(state.state === 'absent' ? state.reason : state.state));
  return { ...processes, radio, states };
}

describe('the radio process', () => {
  test('sleeps until somebody wants to know or to listen', () => {
    const { radio, all } = story();
    expect(radio.state()).toEqual({ state: 'off' });
    expect(all).toHaveLength(0);
    radio.probe();
    radio.probe();
    expect(all).toHaveLength(1);
  });

  test('listens, hands over what it hears, and rests', () => {
    const { radio, latest, states } = story();
    const heard: Advert[] = [];
    const rest = radio.listen((advert) => heard.push(advert));
    latest().says({ say: 'ready' });
    latest().says({ say: 'listening' });
    latest().says({ say: 'heard', adverts: [wire] });
    rest();
    latest().says({ say: 'resting' });
    expect(latest().orders).toEqual(['listen', 'rest']);
    expect(states).toEqual(['starting', 'listening', 'ready']);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ rssi: -50, services: ['4e56'], at: clock.monotonic() - 20 });
    expect(heard[0]?.manufacturer[0]?.data).toHaveLength(12);
  });

  test('that falls over while listening is back within three seconds and listens again', () => {
    const { radio, all, latest, states } = story();
    radio.listen(() => undefined);
    latest().says({ say: 'listening' });
    latest().dies();
    expect(radio.state()).toEqual({ state: 'absent', reason: 'radio-failed' });
    vi.advanceTimersByTime(300);
    expect(all).toHaveLength(2);
    expect(latest().orders).toEqual(['listen']);
    latest().says({ say: 'listening' });
    expect(states).toEqual(['starting', 'listening', 'radio-failed', 'starting', 'listening']);
  });

  test('is not restarted in a hurry when it keeps falling over', () => {
    const { radio, all, latest } = story();
    radio.probe();
    for (let n = 0; n < 60; n++) {
      latest().dies();
      vi.advanceTimersByTime(1_000);
    }
    expect(all.length).toBeGreaterThan(3);
    expect(all.length).toBeLessThan(10);
  });

  test('that hangs is killed and started anew', () => {
    const { radio, all, latest } = story();
    radio.listen(() => undefined);
    latest().says({ say: 'ready' });
    latest().says({ say: 'listening' });
    latest().says({ say: 'alive', phones: 0 });
    vi.advanceTimersByTime(4_900);
    expect(latest().killed).toBe(false);
    vi.advanceTimersByTime(5_500);
    expect(all[0]?.killed).toBe(true);
    expect(all.length).toBeGreaterThan(1);
  });

  test('whose adapter never answers is killed, and the laptop is blamed in words', () => {
    const { radio, all, latest } = story();
    radio.probe();
    for (let n = 0; n < 10; n++) {
      latest().says({ say: 'alive', phones: 0 });
      vi.advanceTimersByTime(1_000);
    }
    expect(all[0]?.killed).toBe(true);
    expect(radio.state()).toEqual({ state: 'absent', reason: 'radio-failed' });
  });

  test('keeps its own reason when it ends after giving one', () => {
    const { radio, latest } = story();
    radio.probe();
    latest().says({ say: 'absent', reason: 'no-permission' });
    latest().dies();
    expect(radio.state()).toEqual({ state: 'absent', reason: 'no-permission' });
  });

  test('says nothing of a phone after it was told to rest', () => {
    const { radio, latest } = story();
    const heard: Advert[] = [];
    const rest = radio.listen((advert) => heard.push(advert));
    rest();
    latest().says({ say: 'heard', adverts: [wire] });
    expect(heard).toEqual([]);
  });

  test('is asked to end with the Kit, so that it takes its scan off the adapter', async () => {
    const { radio, latest, all } = story();
    radio.probe();
    await radio.close();
    expect(latest().orders).toEqual(['end']);
    expect(latest().killed).toBe(false);
    vi.advanceTimersByTime(120_000);
    expect(all).toHaveLength(1);
  });

  test('that does not end when asked is ended half a second later', async () => {
    const { radio, latest } = story();
    radio.probe();
    latest().hangs();
    const closed = radio.close();
    vi.advanceTimersByTime(500);
    await closed;
    expect(latest().killed).toBe(true);
  });
});

describe('a radio that lives all day', () => {
  const beat = (process: { says(message: FromRadio): void }, phones: number): void =>
    process.says({ say: 'alive', phones });

  test('is replaced after an hour, in a moment when nobody listens, and nobody notices', () => {
    const { radio, all, latest, states } = story();
    const rest = radio.listen(() => undefined);
    latest().says({ say: 'ready' });
    latest().says({ say: 'listening' });
    for (let second = 0; second < 3_700; second++) {
      vi.advanceTimersByTime(1_000);
      beat(latest(), 40);
    }
    expect(all).toHaveLength(1);
    rest();
    latest().says({ say: 'resting' });
    beat(latest(), 40);
    expect(all.map(({ ended }) => ended)).toEqual([true, false]);
    expect(all[0]?.killed).toBe(false);
    latest().says({ say: 'ready' });
    expect(states).toEqual(['starting', 'listening', 'ready']);
  });

  test('is replaced when it holds 20,000 phones, but never under a check', () => {
    const { radio, all, latest } = story();
    const rest = radio.listen(() => undefined);
    latest().says({ say: 'listening' });
    beat(latest(), 25_000);
    expect(all).toHaveLength(1);
    rest();
    beat(latest(), 25_000);
    expect(all).toHaveLength(2);
  });

  test('lets a process that cannot forget its phones go two minutes after the last check', () => {
    const { radio, all, latest } = story();
    radio.listen(() => undefined)();
    latest().says({ say: 'ready' });
    for (let second = 0; second < 119; second++) {
      vi.advanceTimersByTime(1_000);
      beat(latest(), 3);
    }
    expect(all).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    beat(latest(), 3);
    expect(all).toHaveLength(2);
  });

  test('that hears nothing at all is started anew once; if that does not help, the laptop is blamed in words', () => {
    const { radio, all, latest, states } = story();
    radio.listen(() => undefined);
    latest().says({ say: 'listening' });
    latest().says({ say: 'deaf' });
    expect(all).toHaveLength(2);
    latest().says({ say: 'listening' });
    latest().says({ say: 'deaf' });
    latest().says({ say: 'listening' });
    expect(all).toHaveLength(2);
    expect(states).toEqual(['starting', 'listening', 'radio-failed', 'starting', 'listening', 'radio-failed']);
    latest().says({ say: 'heard', adverts: [wire] });
    expect(radio.state()).toEqual({ state: 'listening' });
  });

  test('whose adapter comes and goes is called broken and given a pause', () => {
    const { radio, all, latest } = story();
    radio.listen(() => undefined);
    for (let turn = 0; turn < 10 && all[0]?.killed === false; turn++) {
      vi.advanceTimersByTime(100);
      latest().says({ say: 'ready' });
      latest().says({ say: 'absent', reason: 'powered-off' });
    }
    expect(all[0]?.killed).toBe(true);
    expect(radio.state()).toEqual({ state: 'absent', reason: 'radio-failed' });
  });

  test('tells a listener of every gap, so that silence before and after it does not add up', () => {
    const { radio, latest, states } = story();
    radio.listen(() => undefined);
    latest().says({ say: 'listening' });
    latest().says({ say: 'deaf' });
    latest().says({ say: 'listening' });
    expect(states).toEqual(['starting', 'listening', 'radio-failed', 'starting', 'listening']);
  });
});

describe('a phone that is asked', () => {
  function asking() {
    const told = story();
    told.radio.listen(() => undefined);
    told.latest().says({ say: 'listening' });
    return told;
  }

  test('is named to the radio process with what the campaign says to ask for', async () => {
    const { radio, latest } = asking();
    const answer = radio.read?.('4a:00:00:00:00:01');
    expect(latest().lastOrder).toEqual({
      say: 'read',
      address: '4a:00:00:00:00:01',
      gatt: {
        service: '00004e5673f54bc4a12f17d1ad07a667',
        characteristic: '00004e5673f54bc4a12f17d1ad07a689',
        bytes: 12,
      },
    });
    latest().says({ say: 'read', answer: 'confirmed' });
    expect(await answer).toEqual({ ok: true, value: undefined });
    expect(radio.state()).toEqual({ state: 'listening' });
  });

  test.each(['not-heard', 'not-offered', 'wrong-length', 'no-answer'] as const)(
    'that answers %s is unread, and nothing is said against it',
    async (answer) => {
      const { radio, latest } = asking();
      const asked = radio.read?.('4a:00:00:00:00:01');
      latest().says({ say: 'read', answer });
      expect(await asked).toMatchObject({ ok: false, error: { code: 'phone-unread' } });
      expect(radio.state()).toEqual({ state: 'listening' });
    },
  );

  test('is unread when the radio process falls over meanwhile, or says nothing for eleven seconds', async () => {
    const first = asking();
    const fallen = first.radio.read?.('4a:00:00:00:00:01');
    first.latest().dies();
    expect(await fallen).toMatchObject({ ok: false, error: { code: 'phone-unread' } });

    const second = asking();
    const silent = second.radio.read?.('4a:00:00:00:00:01');
    for (let n = 0; n < 11; n++) {
      vi.advanceTimersByTime(1_000);
      second.latest().says({ say: 'alive', phones: 1 });
    }
    expect(await silent).toMatchObject({ ok: false, error: { code: 'phone-unread' } });
  });

  test('is asked alone: a second question waits for no answer', async () => {
    const { radio, latest } = asking();
    const first = radio.read?.('4a:00:00:00:00:01');
    expect(await radio.read?.('4a:00:00:00:00:02')).toMatchObject({ ok: false });
    expect(latest().orders.filter((order) => order === 'read')).toHaveLength(1);
    latest().says({ say: 'read', answer: 'confirmed' });
    expect(await first).toMatchObject({ ok: true });
  });

  test('is not asked while nobody listens', async () => {
    const { radio } = story();
    expect(await radio.read?.('4a:00:00:00:00:01')).toMatchObject({ ok: false, error: { code: 'phone-unread' } });
  });
});
