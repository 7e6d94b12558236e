import { describe, expect, it } from 'vitest';
import { readCampaign } from '../../src/core/campaign.ts';
import campaign from '../../src/main/campaigns/bluezone-2020.json' with { type: 'json' };
import type { Counts, KitClient, RecentTally, Reply, RequestName, UnionView } from '../../src/preload/contract.ts';
import { createCounting } from '../../src/renderer/state/counting.ts';
import { SETTLE_MS, TOUCH } from '../../src/renderer/state/press-guard.ts';
import type { SessionState } from '../../src/renderer/state/session-state.ts';
import { createStore } from '../../src/renderer/state/store.ts';
import { createVerdicts, handOf } from '../../src/renderer/state/verdict-at-hand.ts';
import { createWarnings } from '../../src/renderer/state/warnings.ts';

const read = readCampaign(campaign);
if (!read.ok) throw new Error('the campaign of the tests is broken');

const union = (code: string): UnionView => ({
  code,
  name: `CĐCS ${code}`,
  level: 4,
  parent: null,
  province: null,
  workers: null,
  members: null,
  smartphones: null,
  from: null,
  to: null,
  closed: false,
  successor: null,
  coordinated: false,
  owner: null,
  rollsTo: null,
  aliases: [],
  above: [],
});
const mayMan = union('MAYMAN');
const goTanAn = union('GO');

const words = { what: { vi: 'Đĩa đầy.', en: 'Disk full.' }, todo: { vi: 'Dọn đĩa.', en: 'Free some space.' } };
/** The line broke while the kit was answering. */
const lost: Reply<never> = { ok: false, error: { code: 'unexpected', detail: { line: 'lost' }, words } };
const full: Reply<never> = { ok: false, error: { code: 'data-full', detail: {}, words } };

interface Asked {
  readonly name: RequestName;
  readonly input: Record<string, unknown>;
  readonly answer: (reply: Reply<never>) => void;
}

/** A booth whose kit answers when the test lets it, as a slow disk would. */
function aBooth() {
  const asked: Asked[] = [];
  const kit = {
    request: (name: RequestName, input: Record<string, unknown>) =>
      new Promise<Reply<never>>((resolve) => asked.push({ name, input, answer: resolve })),
    on: () => () => {},
  } as unknown as KitClient;
  const session = createStore<SessionState>({
    screen: 'booth',
    unionPlace: null,
    about: null,
    campaign: read.ok ? read.value : null,
    counts: null,
    radio: { state: 'off' },
    union: mayMan,
    lately: [mayMan, goTanAn],
    up: true,
    refused: null,
  });
  const warnings = createWarnings();
  const verdicts = createVerdicts();
  const counting = createCounting(kit, session, { warnings, hand: verdicts });
  /** Lets the kit answer its oldest question, and the booth take it in. */
  const answer = async (reply: unknown) => {
    const question = asked.shift();
    question?.answer(reply as Reply<never>);
    await new Promise(setImmediate);
    return question;
  };
  let at = 0;
  const press = async (outcome: string) => {
    at += 1000;
    counting.press(outcome, outcome, at, false);
    await new Promise(setImmediate);
  };
  return { asked, session, counting, warnings, verdicts, answer, press };
}

const counts = (revision: number, today: Record<string, number>): Counts => ({
  union: 'MAYMAN',
  day: '2020-08-19',
  today,
  campaign: today,
  todayAll: today,
  recent: [],
  revision,
});
const counted = (revision: number, today: Record<string, number>) => ({
  ok: true,
  value: { events: [], counts: counts(revision, today), warnings: [] },
});

describe('counting at the booth', () => {
  it('changes a number only when the kit has answered', async () => {
    const { session, counting, press, answer } = aBooth();
    await press('installed');
    expect(session.get().counts).toBeNull();
    expect(counting.store.get().waiting.installed).toBe(1);
    await answer(counted(1, { installed: 1 }));
    expect(session.get().counts?.today).toEqual({ installed: 1 });
    expect(counting.store.get().waiting.installed).toBe(0);
  });

  it('carries out fast presses one after another and loses none', async () => {
    const { asked, session, press, answer } = aBooth();
    await press('installed');
    await press('already');
    await press('installed');
    expect(asked.map(({ input }) => input.outcome)).toEqual(['installed']);
    await answer(counted(1, { installed: 1 }));
    expect((await answer(counted(2, { installed: 1, already: 1 })))?.input.outcome).toBe('already');
    await answer(counted(3, { installed: 2, already: 1 }));
    expect(session.get().counts?.today).toEqual({ installed: 2, already: 1 });
  });

  it('keeps the number and says why when a person was not saved, then counts on', async () => {
    const { session, counting, press, answer } = aBooth();
    await press('installed');
    await answer(counted(1, { installed: 1 }));
    await press('installed');
    await answer(full);
    expect(session.get().counts?.today).toEqual({ installed: 1 });
    expect(counting.store.get()).toMatchObject({ notice: null, failure: { error: { code: 'data-full' } } });
    await press('installed');
    await answer(counted(2, { installed: 2 }));
    expect(session.get().counts?.today).toEqual({ installed: 2 });
    expect(counting.store.get()).toMatchObject({ notice: { said: 'counted' }, failure: null });
  });

  it('keeps a failure in view while other people are counted, until it is put away', async () => {
    const { counting, press, answer } = aBooth();
    await press('installed');
    await answer(full);
    await press('already');
    await answer(counted(1, { already: 1 }));
    expect(counting.store.get()).toMatchObject({
      notice: { said: 'counted', outcome: 'already' },
      failure: { error: { code: 'data-full' } },
    });
    counting.dismiss();
    expect(counting.store.get()).toMatchObject({ notice: { said: 'counted' }, failure: null });
  });

  it('counts no digit that follows closely on the one that switched the union, and says so', async () => {
    const { asked, counting, answer } = aBooth();
    counting.choose(goTanAn, 10_000);
    for (const [index, code] of ['Digit1', 'Digit2', 'Digit5'].entries()) {
      counting.press(code, 'installed', 10_400 + index * 400, false);
    }
    await new Promise(setImmediate);
    expect(asked.map(({ name }) => name)).toEqual(['union.choose']);
    expect(counting.store.get().notice).toEqual({ said: 'settling' });
    await answer({ ok: true, value: { union: goTanAn, counts: counts(0, {}) } });
    counting.press('Digit1', 'installed', 10_400 + 2 * 400 + SETTLE_MS, false);
    await new Promise(setImmediate);
    expect(asked.map(({ name }) => name)).toEqual(['tally.add']);
  });

  it('asks why somebody declined only when the operator wants to say it', async () => {
    const { asked, counting, press, answer } = aBooth();
    await press('declined');
    expect((await answer(counted(1, { declined: 1 })))?.input).toMatchObject({ outcome: 'declined', reason: null });
    counting.ask('declined');
    expect(counting.store.get().overlay).toBe('reasons');
    expect(asked).toEqual([]);
    counting.reason('LO_RIENG_TU');
    await new Promise(setImmediate);
    expect(asked[0]?.input).toMatchObject({ outcome: 'declined', reason: 'LO_RIENG_TU' });
  });

  it('counts for the union that was meant when the key went down', async () => {
    const { counting, press, answer } = aBooth();
    counting.choose(goTanAn);
    await press('installed');
    await answer({ ok: true, value: { union: goTanAn, counts: counts(0, {}) } });
    expect((await answer(counted(1, {})))?.input).toMatchObject({ union: 'GO', outcome: 'installed' });
  });

  it('does not let a press fall on the old union when the switch failed', async () => {
    const { asked, counting, press, answer } = aBooth();
    counting.choose(goTanAn);
    await press('installed');
    await answer(full);
    expect(asked).toEqual([]);
    expect(counting.store.get().notice).toEqual({ said: 'not-switched' });
    await press('installed');
    expect(asked[0]?.input).toMatchObject({ union: 'MAYMAN' });
  });

  it('asks for the reason first where the campaign wants one, and counts nothing when it is left', async () => {
    const { asked, counting, press } = aBooth();
    await press('unable');
    expect(counting.store.get().overlay).toBe('reasons');
    counting.close();
    expect(asked).toEqual([]);
    await press('unable');
    counting.reason('OTP_CHUA_NHAN');
    await new Promise(setImmediate);
    expect(asked[0]?.input).toMatchObject({ outcome: 'unable', reason: 'OTP_CHUA_NHAN', union: 'MAYMAN' });
  });

  it('opens the choice of union, and counts nothing, while none is chosen', async () => {
    const { asked, session, counting, press } = aBooth();
    session.set({ union: null });
    await press('installed');
    expect(asked).toEqual([]);
    expect(counting.store.get()).toMatchObject({ overlay: 'unions', notice: { said: 'no-union' } });
  });

  it('says gently that a bouncing key was counted once', async () => {
    const { asked, counting } = aBooth();
    counting.press('Numpad1', 'installed', 0, false);
    counting.press('Numpad1', 'installed', 80, false);
    await new Promise(setImmediate);
    expect(asked).toHaveLength(1);
    expect(counting.store.get().notice).toEqual({ said: 'bounced' });
  });

  it('takes the bounce of a key that asked for a reason for no answer, and of one that answered for nobody else', async () => {
    const { asked, counting } = aBooth();
    counting.press('Digit4', 'unable', 0, false);
    expect(counting.store.get().overlay).toBe('reasons');
    expect(counting.isFresh('Digit4', 60)).toBe(false);
    expect(counting.store.get().notice).toEqual({ said: 'bounced' });
    expect(counting.isFresh('Digit1', 900)).toBe(true);
    counting.reason('OTP_CHUA_NHAN');
    counting.press('Digit1', 'installed', 960, false);
    await new Promise(setImmediate);
    expect(asked.map(({ input }) => input.outcome)).toEqual(['unable']);
  });

  it('takes a finger that taps twice for no answer to the list it has opened, and for nobody behind one it has left', async () => {
    const { asked, counting } = aBooth();
    counting.press(`${TOUCH} unable`, 'unable', 0, false);
    expect(counting.store.get().overlay).toBe('reasons');
    expect(counting.isFresh(TOUCH, 200)).toBe(false);
    expect(counting.isFresh(TOUCH, 900)).toBe(true);
    counting.reason('OTP_CHUA_NHAN');
    counting.press(`${TOUCH} installed`, 'installed', 1_100, false);
    counting.press(`${TOUCH} already`, 'already', 1_300, false);
    await new Promise(setImmediate);
    // The line of orders waits for the first answer.
    expect(asked.map(({ input }) => input.outcome)).toEqual(['unable']);
    expect(counting.store.get().waiting).toMatchObject({ unable: 1, already: 1 });
    expect(counting.store.get().waiting.installed).toBeUndefined();
  });

  it('undoes one line of the last ones, after what was pressed before it', async () => {
    const { asked, counting, press, answer } = aBooth();
    await press('installed');
    counting.undo({ machine: 'M1', seq: 7 });
    await new Promise(setImmediate);
    expect(asked.map(({ name }) => name)).toEqual(['tally.add']);
    await answer(counted(8, { installed: 1 }));
    expect(asked[0]).toMatchObject({ name: 'tally.undo', input: { event: { machine: 'M1', seq: 7 } } });
  });

  it('takes nobody else off when the answer to an undo was lost and it is asked for again', async () => {
    const { asked, session, counting, answer } = aBooth();
    const line = (seq: number): RecentTally => ({
      ...{ machine: 'M1', seq, kind: 'tally', union: 'MAYMAN', unionName: 'CĐCS MAYMAN', outcome: 'installed' },
      ...{ reason: null, count: 1, day: '2020-08-19', paper: false, why: null, check: null },
      ...{ at: '2020-08-19T00:12:00.000Z', undone: false },
    });
    session.set({ counts: { ...counts(2, { installed: 2 }), recent: [line(2), line(1)] } });
    counting.undo(null);
    await new Promise(setImmediate);
    expect((await answer(lost))?.input).toEqual({ event: { machine: 'M1', seq: 2 } });
    counting.undo(null);
    await new Promise(setImmediate);
    expect(asked[0]?.input).toEqual({ event: { machine: 'M1', seq: 2 } });
  });

  it('never sets a number back when an older message comes late', async () => {
    const { session, press, answer } = aBooth();
    session.set({ counts: counts(9, { installed: 5 }) });
    await press('installed');
    await answer(counted(8, { installed: 4 }));
    expect(session.get().counts?.today).toEqual({ installed: 5 });
  });
});

const batch = { union: mayMan, outcome: 'installed', reason: null, count: 25, once: 'k3J9' };

describe('a number of people at once', () => {
  it('is sent as one, and is counted when the kit has answered', async () => {
    const { asked, session, counting, answer } = aBooth();
    const sent = counting.send(batch);
    await new Promise(setImmediate);
    expect(asked[0]).toMatchObject({ name: 'tally.add', input: { union: 'MAYMAN', count: 25, once: 'k3J9' } });
    expect(session.get().counts).toBeNull();
    await answer(counted(1, { installed: 25 }));
    expect(await sent).toBeNull();
    expect(counting.store.get().notice).toMatchObject({ said: 'counted', count: 25 });
  });

  it('is taken off again with the reason and the day it was counted for', async () => {
    const { counting, answer } = aBooth();
    const sent = counting.send({ ...batch, minus: { why: 'đếm trùng', day: '18/8/2020' } });
    await new Promise(setImmediate);
    const asked = await answer({ ok: true, value: { events: [], counts: counts(1, {}) } });
    expect(asked).toMatchObject({ name: 'tally.minus', input: { why: 'đếm trùng', day: '18/8/2020', count: 25 } });
    expect(await sent).toBeNull();
    expect(counting.store.get().notice).toMatchObject({ said: 'subtracted', count: 25 });
  });

  it('that was refused is told by its sheet while that is open, and under the numbers when it was left', async () => {
    const { counting, answer } = aBooth();
    counting.showSheet('batch');
    const first = counting.send(batch);
    await new Promise(setImmediate);
    await answer(full);
    expect(await first).toMatchObject({ code: 'data-full' });
    expect(counting.store.get().failure).toBeNull();
    void counting.send(batch);
    counting.close();
    await new Promise(setImmediate);
    await answer(full);
    expect(counting.store.get().failure).toMatchObject({ error: { code: 'data-full' } });
  });

  it('is not opened anew by the Enter that has sent the last one and bounces', async () => {
    const { counting } = aBooth();
    void counting.send(batch);
    counting.showSheet('batch', null, performance.now());
    expect(counting.store.get().overlay).toBe('none');
    counting.showSheet('batch');
    expect(counting.store.get()).toMatchObject({ overlay: 'batch', sheet: { union: { code: 'MAYMAN' } } });
  });
});

describe('an answer that was lost', () => {
  it('may be asked for again as the same attempt, which counts once; the next press is another', async () => {
    const { asked, session, counting, press, answer } = aBooth();
    await press('installed');
    const first = await answer(lost);
    expect(session.get().counts).toBeNull();
    counting.sendAgain();
    await new Promise(setImmediate);
    expect(asked[0]?.input.once).toBe(first?.input.once);
    await answer(counted(1, { installed: 1 }));
    expect(counting.store.get()).toMatchObject({ unanswered: [], notice: { said: 'counted' } });
    await press('installed');
    expect(asked[0]?.input.once).not.toBe(first?.input.once);
  });
});

it('keeps every lost answer in view while others are counted, and sends all of them again', async () => {
  const { asked, counting, press, answer } = aBooth();
  await press('installed');
  await press('already');
  const names = [(await answer(lost))?.input.once, (await answer(lost))?.input.once];
  await press('already');
  await answer(counted(1, { already: 1 }));
  expect(counting.store.get().unanswered).toHaveLength(2);
  counting.sendAgain();
  await new Promise(setImmediate);
  const again = [(await answer(counted(2, {})))?.input.once, (await answer(counted(3, {})))?.input.once];
  expect(again).toEqual(names);
  expect(counting.store.get().unanswered).toEqual([]);
  expect(asked).toEqual([]);
});

describe('the verdict of the last check', () => {
  const event = { machine: 'M1', seq: 7 };
  const passed = {
    ...{ verdict: 'pass' as const, reason: 'near-signal', platform: 'android' as const, seconds: 1, packets: 40 },
    ...{ words, codes: [], canRead: false, event, at: '2020-08-19T00:12:00.000Z' },
  };

  it('goes with the next person when the operator says so, once', async () => {
    const { verdicts, press, answer } = aBooth();
    verdicts.offer(passed);
    await press('already');
    expect((await answer(counted(1, {})))?.input.check).toBeNull();
    verdicts.toggle();
    await press('installed');
    await press('installed');
    expect((await answer(counted(2, {})))?.input.check).toEqual(event);
    expect((await answer(counted(3, {})))?.input.check).toBeNull();
    // Told of again by the same screen, it is not at hand a second time.
    verdicts.offer(passed);
    expect(verdicts.store.get().atHand).toBeNull();
  });

  it('stays at hand when the person was not saved, and goes when the next phone is checked', async () => {
    const { verdicts, press, answer } = aBooth();
    verdicts.offer(passed);
    verdicts.toggle();
    await press('installed');
    await answer(full);
    expect(verdicts.store.get().atHand).toMatchObject({ event, goes: true });
    verdicts.withdraw();
    await press('installed');
    expect((await answer(counted(1, {})))?.input.check).toBeNull();
  });

  it('that the kit will not have keeps nobody from being counted', async () => {
    const { verdicts, press, answer } = aBooth();
    verdicts.offer(passed);
    verdicts.toggle();
    await press('installed');
    await answer({ ok: false, error: { code: 'check-unknown', detail: {}, words } });
    expect(verdicts.store.get().atHand).toBeNull();
    await press('installed');
    expect((await answer(counted(1, {})))?.input.check).toBeNull();
  });

  it('is not put back when the person was refused after the next phone had come', async () => {
    const { verdicts, press, answer } = aBooth();
    verdicts.offer(passed);
    verdicts.toggle();
    await press('installed');
    verdicts.withdraw();
    await answer(full);
    expect(verdicts.store.get().atHand).toBeNull();
  });

  it('is at hand again when the person it went with is taken back, and only then', async () => {
    const { verdicts, counting, press, answer } = aBooth();
    const undone = (seq: number) => ({
      ok: true,
      value: {
        events: [],
        undone: { machine: 'M1', seq, outcome: 'installed', unionName: 'CĐCS' },
        counts: counts(9, {}),
      },
    });
    verdicts.offer(passed);
    verdicts.toggle();
    await press('installed');
    await answer({ ok: true, value: { events: [{ machine: 'M1', seq: 8 }], counts: counts(1, {}), warnings: [] } });
    counting.undo({ machine: 'M1', seq: 3 });
    await new Promise(setImmediate);
    await answer(undone(3));
    expect(verdicts.store.get().atHand).toBeNull();
    counting.undo(null);
    await new Promise(setImmediate);
    await answer(undone(8));
    expect(verdicts.store.get().atHand).toMatchObject({ event, goes: true });
  });

  it('that went with somebody by itself is at hand again when that person was not saved', () => {
    const { verdicts } = aBooth();
    verdicts.offer(passed);
    const onGlass = { take: () => ({ event, giveBack: () => {} }) };
    const taken = handOf(onGlass, verdicts).take();
    expect(verdicts.store.get().atHand).toBeNull();
    taken?.giveBack();
    expect(verdicts.store.get().atHand).toMatchObject({ event, goes: false });
  });

  it('that was not written is not offered', () => {
    const { verdicts } = aBooth();
    const { event: _event, ...unwritten } = passed;
    verdicts.offer(unwritten);
    expect(verdicts.store.get().atHand).toBeNull();
  });
});

it('shows a warning until it is read, and not again with the next person', async () => {
  const { warnings, press, answer } = aBooth();
  const late = { ok: true, value: { events: [], counts: counts(1, {}), warnings: [words] } };
  await press('installed');
  await answer(late);
  await press('already');
  await answer(late);
  expect(warnings.store.get().shown).toEqual([words]);
  warnings.dismiss();
  await press('declined');
  await answer(late);
  expect(warnings.store.get().shown).toEqual([]);
});
