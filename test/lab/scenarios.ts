/**
 * What the lab shows. Read by both sides: the guest plays a scenario on its stage, the host judges the kit's answer.
 */
import type { Verdict, VerdictReason } from '../../src/core/verdict.ts';
import { bytes, phone, type Room } from './room.ts';

/** The JSON that the kit's `check` and `scan` print. */
export interface KitAnswer {
  readonly verdict?: Verdict;
  readonly reason?: VerdictReason;
  /** Seconds the radio listened, by the kit's own account. */
  readonly seconds?: number;
  /** Adverts of any kind that reached the kit. */
  readonly packets?: number;
  readonly classes?: Readonly<Record<string, number>>;
}

/** The verbs of the lab, carried out inside the virtual machine. Whatever is set up is cleared after the scenario. */
export interface Stage {
  /** Plugs in an adapter that hears this scenario's room. */
  plugIn(): Promise<void>;
  /** Plugs in two adapters that hear each other and lets bleno advertise these bytes on the second. */
  pairWithBeacon(adv: Uint8Array): Promise<void>;
  /** Runs the built kit on the first adapter and returns what it printed. */
  kit(...args: string[]): Promise<KitAnswer>;
}

export interface Scenario {
  /** One word, for `--only` and for file names. */
  readonly id: string;
  readonly sentence: string;
  /** Host seconds from setting the stage to the answer; a longer silence is taken for a hang. */
  readonly limitSeconds: number;
  /** What an adapter plugged in by `plugIn` hears. */
  readonly room?: () => Room;
  play(stage: Stage): Promise<KitAnswer>;
  /** Undefined when the answer is right, else what was expected instead. */
  judge(answer: KitAnswer): string | undefined;
}

/** Vectors V1 and V16 of the signal specification: an Android Bluezone phone, and an Exposure Notification phone. */
const V1 = '020102 0FFFB522286BCE589AB994EFA5F73CAD 0303564E';
const V16 = '02011A 03036FFD';

export const scenarios: readonly Scenario[] = [
  {
    id: 'beacon',
    sentence: "counts bleno's advert of V1 on a btvirt pair as an Android Bluezone phone",
    limitSeconds: 90,
    async play(stage) {
      // btvirt hands an advert over once, at the moment a scan starts: bleno has to be on the air before.
      await stage.pairWithBeacon(bytes(V1));
      return stage.kit('scan', '--seconds', '6', '--radio', 'bluetooth');
    },
    judge: (answer) => ((answer.classes?.android ?? 0) >= 1 ? undefined : 'expected classes.android of at least 1'),
  },
  {
    id: 'phone',
    sentence: 'a phone played by a virtual controller on /dev/vhci with true timing and RSSI becomes pass',
    limitSeconds: 90,
    room: () => phone({ address: '5a:10:00:00:00:01', adv: V1, rssi: -48, intervalMs: 100, seed: 1 }),
    play: (stage) => listen(stage, 20),
    judge: (answer) => expectVerdict(answer, 'pass'),
  },
  {
    id: 'decoy',
    sentence: 'a decoy (V16) does not become pass',
    // The kit needs at least 30 s of healthy listening before it may say "not-seen".
    limitSeconds: 120,
    room: () => phone({ address: '5a:10:00:00:00:02', adv: V16, rssi: -40, intervalMs: 100, seed: 2 }),
    play: (stage) => listen(stage, 50),
    judge: (answer) => expectVerdict(answer, 'not-seen'),
  },
  {
    id: 'no-adapter',
    sentence: 'without an adapter the check is inconclusive and says why',
    limitSeconds: 60,
    play: (stage) => stage.kit('check', '--timeout', '20', '--radio', 'bluetooth'),
    judge: (answer) => expectVerdict(answer, 'inconclusive', 'no-adapter'),
  },
];

async function listen(stage: Stage, seconds: number): Promise<KitAnswer> {
  await stage.plugIn();
  return stage.kit('check', '--timeout', String(seconds), '--radio', 'bluetooth');
}

function expectVerdict(answer: KitAnswer, verdict: Verdict, reason?: VerdictReason): string | undefined {
  const right = answer.verdict === verdict && (reason === undefined || answer.reason === reason);
  return right ? undefined : `expected verdict ${verdict}${reason ? ` (${reason})` : ''}`;
}
