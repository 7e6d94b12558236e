import { describe, expect, test } from 'vitest';
import type { RecentTally } from '../../../src/preload/contract.ts';
import { isUnanswered, waitingPeople } from '../../../src/renderer/state/count-state.ts';
import { aBooth, counted, counts, full, goTanAn, lost, mayMan, words } from '../kit/a-session.ts';

describe('counting at the booth', () => {
  test('changes a number only when the kit has answered', async () => {
    const { session, counting, press, answer } = aBooth();
    await press('installed');
    expect(session.getState().counts).toBeNull();
    expect(counting.store.getState().waiting.installed).toBe(1);
    await answer(counted(1, { installed: 1 }));
    expect(session.getState().counts?.today).toEqual({ installed: 1 });
    expect(counting.store.getState().waiting.installed).toBe(0);
  });

  test('carries out fast presses one after another and loses none', async () => {
    const { asked, session, press, answer } = aBooth();
    await press('installed');
    await press('already');
    await press('installed');
    expect(asked.map(({ input }) => input.outcome)).toEqual(['installed']);
    await answer(counted(1, { installed: 1 }));
    expect((await answer(counted(2, { installed: 1, already: 1 })))?.input.outcome).toBe('already');
    await answer(counted(3, { installed: 2, already: 1 }));
    expect(session.getState().counts?.today).toEqual({ installed: 2, already: 1 });
  });

  test('keeps the number and says why when a person was not saved, then counts on', async () => {
    const { session, counting, press, answer } = aBooth();
    await press('installed');
    await answer(counted(1, { installed: 1 }));
    await press('installed');
    await answer(full);
    expect(session.getState().counts?.today).toEqual({ installed: 1 });
    expect(counting.store.getState()).toMatchObject({ notice: null, failure: { error: { code: 'data-full' } } });
    await press('installed');
    await answer(counted(2, { installed: 2 }));
    expect(session.getState().counts?.today).toEqual({ installed: 2 });
    expect(counting.store.getState()).toMatchObject({ notice: { said: 'counted' }, failure: null });
  });

  test('keeps a failure in view while other people are counted, until it is put away', async () => {
    const { counting, press, answer } = aBooth();
    await press('installed');
    await answer(full);
    await press('already');
    await answer(counted(1, { already: 1 }));
    expect(counting.store.getState()).toMatchObject({
      notice: { said: 'counted', outcome: 'already' },
      failure: { error: { code: 'data-full' } },
    });
    counting.dismiss();
    expect(counting.store.getState()).toMatchObject({ notice: { said: 'counted' }, failure: null });
  });

  test('asks why somebody declined only when the operator wants to say it', async () => {
    const { asked, counting, press, answer } = aBooth();
    await press('declined');
    expect((await answer(counted(1, { declined: 1 })))?.input).toMatchObject({ outcome: 'declined', reason: null });
    counting.ask('declined');
    expect(counting.store.getState().overlay).toBe('reasons');
    expect(asked).toEqual([]);
    counting.reason('LO_RIENG_TU');
    await new Promise(setImmediate);
    expect(asked[0]?.input).toMatchObject({ outcome: 'declined', reason: 'LO_RIENG_TU' });
  });

  test('counts for the union that was meant when the key went down', async () => {
    const { counting, press, answer } = aBooth();
    counting.choose(goTanAn);
    await press('installed');
    await answer({ ok: true, value: { union: goTanAn, counts: counts(0, {}) } });
    expect((await answer(counted(1, {})))?.input).toMatchObject({ union: 'GO', outcome: 'installed' });
  });

  test('does not let a press fall on the old union when the switch failed', async () => {
    const { asked, counting, press, answer } = aBooth();
    counting.choose(goTanAn);
    await press('installed');
    await answer(full);
    expect(asked).toEqual([]);
    expect(counting.store.getState().notice).toEqual({ said: 'not-switched' });
    await press('installed');
    expect(asked[0]?.input).toMatchObject({ union: 'MAYMAN' });
  });

  test('asks for the reason first where the campaign wants one, and counts nothing when it is left', async () => {
    const { asked, counting, press } = aBooth();
    await press('unable');
    expect(counting.store.getState().overlay).toBe('reasons');
    counting.close();
    expect(asked).toEqual([]);
    await press('unable');
    counting.reason('OTP_CHUA_NHAN');
    await new Promise(setImmediate);
    expect(asked[0]?.input).toMatchObject({ outcome: 'unable', reason: 'OTP_CHUA_NHAN', union: 'MAYMAN' });
  });

  test('opens the choice of union, and counts nothing, while none is chosen', async () => {
    const { asked, session, counting, press } = aBooth();
    session.setState({ union: null });
    await press('installed');
    expect(asked).toEqual([]);
    expect(counting.store.getState()).toMatchObject({ overlay: 'unions', notice: { said: 'no-union' } });
  });

  test('undoes one line of the last ones, after what was pressed before it', async () => {
    const { asked, counting, press, answer } = aBooth();
    await press('installed');
    counting.undo({ machine: 'M1', seq: 7 });
    await new Promise(setImmediate);
    expect(asked.map(({ name }) => name)).toEqual(['tally.add']);
    await answer(counted(8, { installed: 1 }));
    expect(asked[0]).toMatchObject({ name: 'tally.undo', input: { event: { machine: 'M1', seq: 7 } } });
  });

  test('takes nobody else off when the answer to an undo was lost and it is asked for again', async () => {
    const { asked, session, counting, answer } = aBooth();
    const line = (seq: number): RecentTally => ({
      ...{ machine: 'M1', seq, kind: 'tally', union: 'MAYMAN', unionName: 'CĐCS MAYMAN', outcome: 'installed' },
      ...{ reason: null, count: 1, day: '2020-08-19', paper: false, why: null, check: null },
      ...{ at: '2020-08-19T00:12:00.000Z', undone: false },
    });
    session.setState({ counts: { ...counts(2, { installed: 2 }), recent: [line(2), line(1)] } });
    counting.undo(null);
    await new Promise(setImmediate);
    expect((await answer(lost))?.input).toEqual({ event: { machine: 'M1', seq: 2 } });
    counting.undo(null);
    await new Promise(setImmediate);
    expect(asked[0]?.input).toEqual({ event: { machine: 'M1', seq: 2 } });
  });

  test('never sets a number back when an older message comes late', async () => {
    const { session, press, answer } = aBooth();
    session.setState({ counts: counts(9, { installed: 5 }) });
    await press('installed');
    await answer(counted(8, { installed: 4 }));
    expect(session.getState().counts?.today).toEqual({ installed: 5 });
  });
});

const batch = { union: mayMan, outcome: 'installed', reason: null, count: 25, once: 'k3J9' };

describe('a number of people at once', () => {
  test('is sent as one, and is counted when the kit has answered', async () => {
    const { asked, session, counting, answer } = aBooth();
    const sent = counting.send(batch);
    await new Promise(setImmediate);
    expect(asked[0]).toMatchObject({ name: 'tally.add', input: { union: 'MAYMAN', count: 25, once: 'k3J9' } });
    expect(session.getState().counts).toBeNull();
    await answer(counted(1, { installed: 25 }));
    expect(await sent).toBeNull();
    expect(counting.store.getState().notice).toMatchObject({ said: 'counted', count: 25 });
  });

  test('is taken off again with the reason and the day it was counted for', async () => {
    const { counting, answer } = aBooth();
    const sent = counting.send({ ...batch, minus: { why: 'đếm trùng', day: '18/8/2020' } });
    await new Promise(setImmediate);
    const asked = await answer({ ok: true, value: { events: [], counts: counts(1, {}) } });
    expect(asked).toMatchObject({ name: 'tally.minus', input: { why: 'đếm trùng', day: '18/8/2020', count: 25 } });
    expect(await sent).toBeNull();
    expect(counting.store.getState().notice).toMatchObject({ said: 'subtracted', count: 25 });
  });

  test('that was refused is told by its sheet while that is open, and under the numbers when it was left', async () => {
    const { counting, answer } = aBooth();
    counting.showSheet('batch');
    const first = counting.send(batch);
    await new Promise(setImmediate);
    await answer(full);
    expect(await first).toMatchObject({ code: 'data-full' });
    expect(counting.store.getState().failure).toBeNull();
    void counting.send(batch);
    counting.close();
    await new Promise(setImmediate);
    await answer(full);
    expect(counting.store.getState().failure).toMatchObject({ error: { code: 'data-full' } });
  });
});

describe('an answer that was lost', () => {
  test('fixes the sheet that sent it until the kit has answered for that attempt, or says nothing was written', async () => {
    const { counting, answer } = aBooth();
    const isFixed = () => isUnanswered(counting.store.getState(), batch.once);
    const sends = async (reply: unknown) => {
      const sent = counting.send(batch);
      await new Promise(setImmediate);
      await answer(reply);
      return sent;
    };
    counting.showSheet('batch');
    await sends(lost);
    expect(isFixed()).toBe(true);
    expect(await sends({ ok: false, error: { code: 'world-left', detail: {}, words } })).toMatchObject({
      code: 'world-left',
    });
    expect(isFixed()).toBe(true);
    expect(await sends(full)).toMatchObject({ code: 'data-full' });
    expect(isFixed()).toBe(false);
    await sends(lost);
    expect(await sends(counted(1, { installed: 25 }))).toBeNull();
    expect(isFixed()).toBe(false);
  });

  test('is told by how many people with which outcome in which union it was for, presses for the same together', async () => {
    const { counting, press, answer } = aBooth();
    void counting.send({ ...batch, union: goTanAn, count: 20 });
    void counting.send({ ...batch, count: 2, once: 'm-1', minus: { why: 'đếm trùng', day: null } });
    await new Promise(setImmediate);
    await press('installed');
    await press('installed');
    for (let n = 0; n < 4; n++) await answer(lost);
    expect(waitingPeople(counting.store.getState().unanswered)).toEqual([
      { union: 'CĐCS GO', outcome: 'installed', minus: false, count: 20 },
      { union: 'CĐCS MAYMAN', outcome: 'installed', minus: true, count: 2 },
      { union: 'CĐCS MAYMAN', outcome: 'installed', minus: false, count: 2 },
    ]);
  });

  test('may be asked for again as the same attempt, which counts once; the next press is another', async () => {
    const { asked, session, counting, press, answer } = aBooth();
    await press('installed');
    const first = await answer(lost);
    expect(session.getState().counts).toBeNull();
    counting.sendAgain();
    await new Promise(setImmediate);
    expect(asked[0]?.input.once).toBe(first?.input.once);
    await answer(counted(1, { installed: 1 }));
    expect(counting.store.getState()).toMatchObject({ unanswered: [], notice: { said: 'counted' } });
    await press('installed');
    expect(asked[0]?.input.once).not.toBe(first?.input.once);
  });
});

test('keeps every lost answer in view while others are counted, and sends all of them again', async () => {
  const { asked, counting, press, answer } = aBooth();
  await press('installed');
  await press('already');
  const names = [(await answer(lost))?.input.once, (await answer(lost))?.input.once];
  await press('already');
  await answer(counted(1, { already: 1 }));
  expect(counting.store.getState().unanswered).toHaveLength(2);
  counting.sendAgain();
  await new Promise(setImmediate);
  const again = [(await answer(counted(2, {})))?.input.once, (await answer(counted(3, {})))?.input.once];
  expect(again).toEqual(names);
  expect(counting.store.getState().unanswered).toEqual([]);
  expect(asked).toEqual([]);
});

test('shows a warning until it is read, and not again with the next person', async () => {
  const { warnings, press, answer } = aBooth();
  const late = { ok: true, value: { events: [], counts: counts(1, {}), warnings: [words] } };
  await press('installed');
  await answer(late);
  await press('already');
  await answer(late);
  expect(warnings.store.getState().shown).toEqual([words]);
  warnings.dismiss();
  await press('declined');
  await answer(late);
  expect(warnings.store.getState().shown).toEqual([]);
});
