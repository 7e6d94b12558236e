import { createStore } from 'zustand/vanilla';
import { readCampaign } from '../../../src/core/campaign/campaign.ts';
import campaign from '../../../src/main/campaign/bluezone-2020.json' with { type: 'json' };
import type { Counts, KitClient, Reply, RequestName, UnionView } from '../../../src/preload/contract.ts';
import { createCounting } from '../../../src/renderer/state/count.ts';
import type { SessionState } from '../../../src/renderer/state/session-state.ts';
import { createVerdicts } from '../../../src/renderer/state/verdict-at-hand.ts';
import { createWarnings } from '../../../src/renderer/state/warnings.ts';

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
export const mayMan = union('MAYMAN');
export const goTanAn = union('GO');

export const words = { what: { vi: 'Đĩa đầy.', en: 'Disk full.' }, todo: { vi: 'Dọn đĩa.', en: 'Free some space.' } };
/** The line broke while the kit was answering. */
export const lost: Reply<never> = { ok: false, error: { code: 'line-lost', detail: {}, words } };
export const full: Reply<never> = { ok: false, error: { code: 'data-full', detail: {}, words } };

interface Asked {
  readonly name: RequestName;
  readonly input: Record<string, unknown>;
  readonly answer: (reply: Reply<never>) => void;
}

/** A booth whose kit answers when the test lets it, as a slow disk would. */
export function aBooth() {
  const asked: Asked[] = [];
  const kit = {
    request: (name: RequestName, input: Record<string, unknown>) =>
      new Promise<Reply<never>>((resolve) => asked.push({ name, input, answer: resolve })),
    on: () => () => {},
  } as unknown as KitClient;
  const session = createStore<SessionState>(() => ({
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
  }));
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

export const counts = (revision: number, today: Record<string, number>): Counts => ({
  union: 'MAYMAN',
  day: '2020-08-19',
  today,
  campaign: today,
  todayAll: today,
  recent: [],
  revision,
});
export const counted = (revision: number, today: Record<string, number>) => ({
  ok: true,
  value: { events: [], counts: counts(revision, today), warnings: [] },
});
