import { describe, expect, it } from 'vitest';
import { readCampaign } from '../../src/core/campaign.ts';
import campaign from '../../src/main/campaigns/bluezone-2020.json' with { type: 'json' };
import type { Counts, KitClient, Reply, RequestName, UnionView } from '../../src/preload/contract.ts';
import { createCounting, SETTLE_MS } from '../../src/renderer/state/counting.ts';
import type { SessionState } from '../../src/renderer/state/session-state.ts';
import { createStore } from '../../src/renderer/state/store.ts';

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
  const counting = createCounting(kit, session);
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
  return { asked, session, counting, answer, press };
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
  value: { events: [], counts: counts(revision, today) },
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

  it('undoes one line of the last ones, after what was pressed before it', async () => {
    const { asked, counting, press, answer } = aBooth();
    await press('installed');
    counting.undo({ machine: 'M1', seq: 7 });
    await new Promise(setImmediate);
    expect(asked.map(({ name }) => name)).toEqual(['tally.add']);
    await answer(counted(8, { installed: 1 }));
    expect(asked[0]).toMatchObject({ name: 'tally.undo', input: { event: { machine: 'M1', seq: 7 } } });
  });

  it('never sets a number back when an older message comes late', async () => {
    const { session, press, answer } = aBooth();
    session.set({ counts: counts(9, { installed: 5 }) });
    await press('installed');
    await answer(counted(8, { installed: 4 }));
    expect(session.get().counts?.today).toEqual({ installed: 5 });
  });
});
