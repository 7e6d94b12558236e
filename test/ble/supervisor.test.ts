import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Advert } from '../../src/core/advert.ts';
import type { WireAdvert } from '../../src/main/ble/port.ts';
import { supervisedRadio } from '../../src/main/ble/supervisor.ts';
import { toldProcesses } from '../kit/radio-process.ts';

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
  const radio = supervisedRadio(processes.start, clock);
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

  test('listens, hands over what it hears, and ends with the listening: nothing it met stays in memory', () => {
    const { radio, latest, states } = story();
    const heard: Advert[] = [];
    const rest = radio.listen((advert) => heard.push(advert));
    latest().says({ say: 'ready' });
    latest().says({ say: 'listening' });
    latest().says({ say: 'heard', adverts: [wire] });
    rest();
    expect(latest().orders).toEqual(['listen']);
    expect(latest().killed).toBe(true);
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
    latest().says({ say: 'alive' });
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
      latest().says({ say: 'alive' });
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

  test('ends with the Kit', async () => {
    const { radio, latest, all } = story();
    radio.probe();
    await radio.close();
    expect(latest().killed).toBe(true);
    vi.advanceTimersByTime(120_000);
    expect(all).toHaveLength(1);
  });
});
