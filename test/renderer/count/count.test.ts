import { describe, expect, it } from 'vitest';
import type { RecentTally } from '../../../src/preload/contract.ts';
import { isUnanswered, waitingPeople } from '../../../src/renderer/state/count-state.ts';
import { aBooth, counted, counts, full, goTanAn, lost, mayMan, words } from '../kit/a-session.ts';

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
});

describe('an answer that was lost', () => {
  it('fixes the sheet that sent it until the kit has answered for that attempt, or says nothing was written', async () => {
    const { counting, answer } = aBooth();
    const isFixed = () => isUnanswered(counting.store.get(), batch.once);
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

  it('is told by how many people with which outcome in which union it was for, presses for the same together', async () => {
    const { counting, press, answer } = aBooth();
    void counting.send({ ...batch, union: goTanAn, count: 20 });
    void counting.send({ ...batch, count: 2, once: 'm-1', minus: { why: 'đếm trùng', day: null } });
    await new Promise(setImmediate);
    await press('installed');
    await press('installed');
    for (let n = 0; n < 4; n++) await answer(lost);
    expect(waitingPeople(counting.store.get().unanswered)).toEqual([
      { union: 'CĐCS GO', outcome: 'installed', minus: false, count: 20 },
      { union: 'CĐCS MAYMAN', outcome: 'installed', minus: true, count: 2 },
      { union: 'CĐCS MAYMAN', outcome: 'installed', minus: false, count: 2 },
    ]);
  });

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
