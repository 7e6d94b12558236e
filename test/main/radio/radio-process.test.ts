import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Advert } from '../../../src/core/radio/advert.ts';
import { classify } from '../../../src/core/radio/signature.ts';
import type { Radio, RadioState } from '../../../src/main/radio/radio.ts';
import { supervisedRadio } from '../../../src/main/radio/supervisor.ts';
import { signature } from '../../kit/adverts.ts';
import type { Story } from '../../kit/fake-noble/story.ts';
import { machineWith } from '../../kit/radio-child.ts';

const radios: Radio[] = [];
afterAll(() => Promise.all(radios.map((radio) => radio.close())));

/** The kit's real radio process in a child of its own, over a noble that plays a story; real time, real signals. */
function laptop(story: Omit<Story, 'openedAt'>) {
  const machine = machineWith(story);
  const clock = { monotonic: () => performance.now() };
  const radio: Radio = supervisedRadio(machine.start, clock, signature);
  radios.push(radio);
  const states: { at: number; state: RadioState }[] = [];
  radio.onState((state) => states.push({ at: clock.monotonic(), state }));
  const adverts: Advert[] = [];
  const listen = (): (() => void) => radio.listen((advert) => adverts.push(advert));
  const classes = (): Set<string> => new Set(adverts.map((advert) => classify(advert, signature)));
  return { ...machine, radio, states, adverts, listen, classes };
}

const reached = (states: { state: RadioState }[], state: RadioState['state']) =>
  vi.waitFor(() => expect(states.map((one) => one.state.state)).toContain(state), { timeout: 300_000, interval: 20 });
const until = (look: () => void, timeout = 10_000) => vi.waitFor(look, { timeout, interval: 20 });

const room: Story['phones'] = [
  { kind: 'android-open', rssi: -46 },
  { kind: 'iphone-open', rssi: -70 },
  { kind: 'exposure', rssi: -50 },
  { kind: 'headset', rssi: -60 },
];

describe.concurrent('the radio process, for real', () => {
  test('hears a room and hands over every phone with its own bytes and strength', async () => {
    const { listen, adverts, classes } = laptop({ phones: room });
    listen();
    await until(() => expect([...classes()]).toEqual(expect.arrayContaining(['android', 'iphone', 'other'])));
    expect(adverts.every(({ rssi }) => rssi === null || (rssi < 0 && rssi > -100))).toBe(true);
    expect(adverts.every(({ at }) => at <= performance.now())).toBe(true);
  });

  test('killed while it listens, listens again within three seconds, and the gap is told', async () => {
    const { listen, states, ports, adverts } = laptop({ phones: room });
    listen();
    await until(() => expect(adverts.length).toBeGreaterThan(10));
    const killedAt = performance.now();
    ports[0]?.kill();
    await until(() => expect(states.at(-1)?.state.state).toBe('absent'));
    const heard = adverts.length;
    await until(() => expect(adverts.length).toBeGreaterThan(heard));
    expect(performance.now() - killedAt).toBeLessThan(3_000);
    expect(states.map(({ state }) => state.state)).toEqual([
      'starting',
      'listening',
      'absent',
      'starting',
      'listening',
    ]);
  });

  test('is killed and replaced when its script hangs', async () => {
    const { listen, ports, states } = laptop({ phones: room, fault: 'hangs' });
    listen();
    await reached(states, 'listening');
    await until(() => expect(ports.length).toBeGreaterThan(1), 300_000);
    expect(states.some(({ state }) => state.state === 'absent' && state.reason === 'radio-failed')).toBe(true);
  });

  test('survives a stranger’s packet on which the Bluetooth library throws', async () => {
    const { listen, ports, adverts } = laptop({ phones: room, fault: 'bad-packets' });
    listen();
    await until(() => expect(adverts.length).toBeGreaterThan(40));
    expect(ports).toHaveLength(1);
  });

  test('brings back a scan that somebody else stops, and says so when it is stopped for ever', async () => {
    const { listen, states, adverts, said } = laptop({ phones: room, fault: 'stopped' });
    listen();
    await until(() => expect(said).toContainEqual({ say: 'absent', reason: 'taken' }));
    expect(adverts.length).toBeGreaterThan(0);
    expect(states.at(-1)?.state).toEqual({ state: 'absent', reason: 'taken' });
  });

  test('gives up an adapter that never confirms a scan, and blames the laptop', async () => {
    const { listen, states, ports } = laptop({ phones: room, fault: 'numb' });
    listen();
    await until(() => expect(ports.length).toBeGreaterThan(1), 300_000);
    expect(states.some(({ state }) => state.state === 'absent' && state.reason === 'radio-failed')).toBe(true);
    expect(states.some(({ state }) => state.state === 'listening')).toBe(false);
  });

  test('leaves the radio to whoever has it, and takes it when it falls free', async () => {
    const first = laptop({ phones: room });
    first.listen();
    await reached(first.states, 'listening');
    const clock = { monotonic: () => performance.now() };
    const second = supervisedRadio(first.start, clock, signature);
    radios.push(second);
    second.listen(() => undefined);
    await until(() => expect(second.state()).toEqual({ state: 'absent', reason: 'taken' }));
    await first.radio.close();
    await until(() => expect(second.state()).toEqual({ state: 'listening' }));
  });
});

describe.concurrent('an iPhone in the background', () => {
  async function asked(answers: Story['answers']) {
    const booth = laptop({
      phones: [
        { kind: 'iphone-background', rssi: -45 },
        { kind: 'headset', rssi: -60 },
      ],
      ...(answers !== undefined && { answers }),
    });
    booth.listen();
    const candidate = await vi.waitFor(
      () => {
        const found = booth.adverts.find((advert) => classify(advert, signature) === 'iphone-background');
        if (found === undefined) throw new Error('not heard yet');
        return found;
      },
      { timeout: 300_000, interval: 20 },
    );
    const outcome = await booth.radio.read?.(candidate.address);
    const heard = booth.adverts.length;
    await until(() => expect(booth.adverts.length).toBeGreaterThan(heard));
    return { ...booth, outcome };
  }

  test('that answers with twelve bytes is confirmed, listening goes on, and the bytes stay in the radio process', async () => {
    const { outcome, said, ports } = await asked(12);
    expect(outcome).toEqual({ ok: true, value: undefined });
    expect(said.filter(({ say }) => say === 'read')).toEqual([{ say: 'read', answer: 'confirmed' }]);
    expect(JSON.stringify(said)).not.toContain('5a5a5a5a5a5a5a5a5a5a5a5a');
    expect(ports).toHaveLength(1);
  });

  test.each([
    [11, 'wrong-length'],
    [13, 'wrong-length'],
    ['refuses', 'no-answer'],
    ['never', 'no-answer'],
  ] as const)('that answers with %s is not confirmed and not failed, within ten seconds', async (answers, answer) => {
    const from = performance.now();
    const { outcome, said } = await asked(answers);
    expect(outcome).toMatchObject({ ok: false, error: { code: 'phone-unread' } });
    expect(said.filter(({ say }) => say === 'read')).toEqual([{ say: 'read', answer }]);
    // One second to be heard first, at an advert a second, and the ten.
    expect(performance.now() - from).toBeLessThan(13_000);
  });

  test('that was never heard is not asked', async () => {
    const { radio, listen, states } = laptop({ phones: room });
    listen();
    await reached(states, 'listening');
    expect(await radio.read?.('4a:00:00:00:00:01')).toMatchObject({ ok: false, error: { code: 'phone-unread' } });
  });
});
