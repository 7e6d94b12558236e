/** What happens to laptops and their adapters: each with its own answer to a person. */
import { playRoom } from '../../../src/core/practice/room.ts';
import { decoys, held } from '../people.ts';
import { type Answer, check, expectVerdict, type Scenario } from '../scenario.ts';

/** Decoys from the start; the phone in hand comes only after whatever happens here has happened. */
const lateComer = (from: number, seed: number) => () => playRoom([...decoys, held('android-open', { from })], seed);
const nobody = (seed: number) => () => playRoom(decoys, seed);

export const radioScenarios: readonly Scenario[] = [
  {
    id: 'no-adapter',
    sentence: 'without an adapter the check is inconclusive and says why',
    limitSeconds: 60,
    play: (stage) => check(stage, 20),
    judge: expectVerdict('inconclusive', 'no-adapter'),
  },
  {
    id: 'powered-off',
    sentence: 'an adapter that is switched off is told from one that is missing',
    limitSeconds: 60,
    adapters: [{}],
    play: async (stage) => {
      await stage.plugIn(false);
      return check(stage, 20);
    },
    judge: expectVerdict('inconclusive', 'powered-off'),
  },
  {
    id: 'flight-mode',
    sentence: 'flight mode (rfkill) is found',
    limitSeconds: 60,
    adapters: [{}],
    play: async (stage) => {
      await stage.plugIn();
      stage.block();
      return check(stage, 20);
    },
    judge: expectVerdict('inconclusive', 'powered-off'),
  },
  {
    id: 'not-allowed',
    sentence: 'a user without CAP_NET_RAW is told that it is a matter of permission',
    limitSeconds: 60,
    adapters: [{ room: nobody(20) }],
    play: async (stage) => {
      await stage.plugIn();
      return stage.kitOfStranger('check', '--timeout', '20', '--radio', 'bluetooth');
    },
    judge: expectVerdict('inconclusive', 'no-permission'),
  },
  {
    id: 'too-old',
    sentence: 'an adapter of Bluetooth 3.0 is told from a broken one',
    limitSeconds: 60,
    adapters: [{ version: 5 }],
    play: async (stage) => {
      await stage.plugIn();
      return check(stage, 20);
    },
    judge: expectVerdict('inconclusive', 'unsupported'),
  },
  {
    id: 'taken',
    sentence: 'a second window on the same laptop is told that the radio is taken, and does not disturb the first',
    limitSeconds: 120,
    adapters: [{ room: lateComer(16_000, 21) }],
    play: async (stage) => {
      await stage.plugIn();
      const first = check(stage, 60);
      await stage.scanned(1);
      const second = await stage.secondWindow('check', '--timeout', '8', '--radio', 'bluetooth');
      const { verdict } = await first;
      return { ...second, seen: { 'the first passes': verdict === 'pass' ? 1 : 0 } };
    },
    judge: (answer) =>
      expectVerdict('inconclusive', 'taken')(answer) ??
      (answer.seen?.['the first passes'] === 1 ? undefined : 'expected the first window to pass'),
  },
  {
    id: 'killed',
    sentence: 'the radio process is killed in the middle of a check; it comes back, and the phone passes',
    limitSeconds: 120,
    adapters: [{ room: lateComer(12_000, 22) }],
    play: async (stage) => {
      await stage.plugIn();
      const checking = check(stage, 60);
      const before = await stage.scanned(1);
      await stage.pause(2_000);
      await stage.killRadio();
      const back = stage.scanned(2);
      const answer = await checking;
      return { ...answer, seen: { 'ms from kill to scan': (await back) - before - 2_000 } };
    },
    judge: expectVerdict('pass', 'near-signal'),
  },
  {
    id: 'killed-silence',
    sentence: 'silence before and after a kill does not add up to not-seen',
    limitSeconds: 120,
    adapters: [{ room: nobody(23) }],
    play: async (stage) => {
      await stage.plugIn();
      const checking = check(stage, 14);
      await stage.scanned(1);
      await stage.pause(2_000);
      await stage.killRadio();
      return checking;
    },
    judge: expectVerdict('inconclusive', 'radio-restarted'),
  },
  {
    id: 'pulled',
    sentence: 'the adapter is pulled in the middle of a check',
    limitSeconds: 90,
    adapters: [{ room: nobody(24) }],
    play: async (stage) => {
      await stage.plugIn();
      const checking = check(stage, 40);
      await stage.scanned(1);
      await stage.pause(2_000);
      await stage.pull();
      return checking;
    },
    judge: expectVerdict('inconclusive', 'no-adapter'),
  },
  {
    id: 'replugged',
    sentence: 'the adapter is pulled and another plugged in while the kit runs; it listens on by itself',
    limitSeconds: 120,
    adapters: [{ room: nobody(25) }, { room: lateComer(0, 26) }],
    play: async (stage) => {
      await stage.plugIn();
      const scanning = stage.kit('scan', '--seconds', '22', '--radio', 'bluetooth');
      await stage.scanned(1);
      await stage.pause(2_000);
      await stage.pull();
      await stage.plugIn();
      return scanning;
    },
    judge: ({ classes }) => ((classes?.android ?? 0) > 3 ? undefined : 'expected the phone at the second adapter'),
  },
  {
    id: 'refuses',
    sentence: 'an adapter that answers every scan with an error is blamed, not the phone',
    limitSeconds: 120,
    adapters: [{ room: lateComer(0, 27), refusals: Number.POSITIVE_INFINITY }],
    play: async (stage) => {
      await stage.plugIn();
      return check(stage, 8);
    },
    judge: (answer) => expectVerdict('inconclusive')(answer) ?? blamesLaptop(answer),
  },
  {
    id: 'relents',
    sentence: 'an adapter that refuses the first scan is scanned again by the watch, and the phone passes',
    limitSeconds: 120,
    adapters: [{ room: lateComer(0, 28), refusals: 1 }],
    play: async (stage) => {
      await stage.plugIn();
      return check(stage, 45);
    },
    judge: expectVerdict('pass', 'near-signal'),
  },
  {
    id: 'modern',
    sentence: 'an adapter of Bluetooth 5, with malformed reports in between, still lets the phone pass',
    limitSeconds: 120,
    adapters: [{ room: lateComer(2_000, 29), extended: true, strange: 20 }],
    play: async (stage) => {
      await stage.plugIn();
      return check(stage, 45);
    },
    judge: expectVerdict('pass', 'near-signal'),
  },
  {
    id: 'desktop',
    sentence: 'where bluetoothd owns the adapter, the kit listens through it (D-Bus), and the phone passes',
    limitSeconds: 180,
    adapters: [{ room: lateComer(3_000, 30) }],
    play: async (stage) => {
      await stage.plugIn();
      await stage.desktop();
      return stage.kitOfStranger('check', '--timeout', '60', '--radio', 'bluetooth');
    },
    judge: expectVerdict('pass', 'near-signal'),
  },
];

function blamesLaptop({ reason }: Answer): string | undefined {
  return reason === 'no-packets' || reason === 'radio-failed' ? undefined : 'expected the laptop to be blamed';
}
