/** One scenario for each verdict, on a healthy adapter. */
import { playRoom } from '../../../src/core/practice/room.ts';
import { bytes, crowdOf, decoys, held, TEST_ID } from '../people.ts';
import { check, expectVerdict, type Scenario } from '../scenario.ts';

const CROWD = 300;

export const verdictScenarios: readonly Scenario[] = [
  {
    id: 'android',
    sentence: 'an Android phone with its app open (V1) becomes pass',
    limitSeconds: 90,
    adapters: [{ room: () => playRoom([held('android-open', { id: bytes(TEST_ID) })], 1) }],
    play: async (stage) => {
      await stage.plugIn();
      return check(stage, 20);
    },
    judge: expectVerdict('pass', 'near-signal'),
  },
  {
    id: 'iphone',
    sentence: 'an iPhone with its app open becomes pass, name in its scan response and all',
    limitSeconds: 90,
    adapters: [{ room: () => playRoom([held('iphone-open'), ...decoys], 2) }],
    play: async (stage) => {
      await stage.plugIn();
      return check(stage, 20);
    },
    judge: (answer) =>
      expectVerdict('pass', 'near-signal')(answer) ?? (answer.platform === 'iphone' ? undefined : 'expected an iPhone'),
  },
  {
    id: 'crowd',
    sentence: `a phone held to the laptop becomes pass among ${CROWD} others`,
    limitSeconds: 120,
    adapters: [{ room: () => playRoom([...crowdOf(CROWD), held('android-open', { from: 3_000 })], 3) }],
    play: async (stage) => {
      await stage.plugIn();
      return check(stage, 45);
    },
    judge: expectVerdict('pass', 'near-signal'),
  },
  {
    id: 'two-near',
    sentence: 'two phones at the laptop at once become unclear, not pass',
    limitSeconds: 90,
    adapters: [{ room: () => playRoom([held('android-open'), held('android-open', { rssi: -42 })], 4) }],
    play: async (stage) => {
      await stage.plugIn();
      return check(stage, 6);
    },
    judge: expectVerdict('unclear', 'two-near'),
  },
  {
    id: 'no-strength',
    sentence: 'a phone whose strength the adapter does not measure (127) becomes unclear, not pass',
    limitSeconds: 90,
    adapters: [{ room: () => playRoom([held('android-open', { heardAt: () => 127 })], 5) }],
    play: async (stage) => {
      await stage.plugIn();
      return check(stage, 6);
    },
    judge: expectVerdict('unclear', 'no-strength'),
  },
  {
    id: 'far',
    sentence: 'a phone three metres away becomes weak',
    limitSeconds: 90,
    adapters: [{ room: () => playRoom([{ kind: 'android-open', rssi: -80 }, ...decoys], 6) }],
    play: async (stage) => {
      await stage.plugIn();
      return check(stage, 6);
    },
    judge: expectVerdict('weak', 'far'),
  },
  {
    id: 'old',
    sentence: 'a phone with the app of April 2020 becomes outdated',
    limitSeconds: 90,
    adapters: [{ room: () => playRoom([held('android-old'), ...decoys], 7) }],
    play: async (stage) => {
      await stage.plugIn();
      return check(stage, 30);
    },
    judge: expectVerdict('outdated', 'old-version'),
  },
  {
    id: 'decoys',
    sentence: 'louder things that are not the app become not-seen, after long enough',
    limitSeconds: 120,
    adapters: [{ room: () => playRoom(decoys, 8) }],
    play: async (stage) => {
      await stage.plugIn();
      return check(stage, 50);
    },
    judge: (answer) =>
      expectVerdict('not-seen', 'silent')(answer) ??
      ((answer.seconds ?? 0) >= 30 ? undefined : 'expected at least 30 s of listening'),
  },
  {
    id: 'iphone-asked',
    sentence: 'an iPhone with its app in the background is asked over GATT, answers with 12 bytes, and becomes pass',
    limitSeconds: 120,
    adapters: [{ room: () => playRoom([held('iphone-background'), ...decoys], 9), answers: 12 }],
    play: async (stage) => {
      await stage.plugIn();
      return check(stage, 40, '--ask');
    },
    judge: expectVerdict('pass', 'gatt-confirmed'),
  },
  {
    id: 'iphone-silent',
    sentence: 'an iPhone in the background that gives 11 bytes is not confirmed, and not failed either',
    limitSeconds: 120,
    adapters: [{ room: () => playRoom([held('iphone-background'), ...decoys], 10), answers: 11 }],
    play: async (stage) => {
      await stage.plugIn();
      return check(stage, 15, '--ask');
    },
    judge: expectVerdict('inconclusive', 'iphone-background'),
  },
  {
    id: 'iphone-refuses',
    sentence: 'an iPhone that cannot be connected to is not failed either, and nobody else is lost',
    limitSeconds: 120,
    adapters: [{ room: () => playRoom([held('iphone-background'), ...decoys], 11), answers: 'refuses' }],
    play: async (stage) => {
      await stage.plugIn();
      return check(stage, 25, '--ask');
    },
    judge: expectVerdict('inconclusive', 'iphone-background'),
  },
];
