/**
 * What a scenario of the lab is. Read by both sides: the guest plays it on its stage, the host judges the answer.
 */

import type { Platform, Verdict, VerdictReason } from '../../src/core/check/verdict.ts';
import type { Emission } from '../../src/core/practice/room.ts';

/** The JSON that the kit prints, and what else the stage saw. */
export interface Answer {
  readonly verdict?: Verdict;
  readonly reason?: VerdictReason;
  readonly platform?: Platform;
  /** Seconds the radio listened (or the beacon spoke), by the kit's own account. */
  readonly seconds?: number;
  /** Adverts of any kind that reached the kit. */
  readonly packets?: number;
  readonly classes?: Readonly<Record<string, number>>;
  /** The kit's failure code, where it did not do what was asked. */
  readonly code?: string;
  /** Figures of the stage, by name; printed with the scenario. */
  readonly seen?: Readonly<Record<string, number>>;
}

/** What an adapter made of software hears, and what is wrong with it. */
export interface AdapterScript {
  /** Begins with the first scan of this adapter. */
  readonly room?: () => Iterable<Emission>;
  /** Version of its Host Controller Interface; 8 is Bluetooth 4.2. */
  readonly version?: number;
  /** Bluetooth 5: reports adverts in the extended form. */
  readonly extended?: boolean;
  /** Answers "command disallowed" to so many orders to scan. */
  readonly refusals?: number;
  /**
   * A phone that is connected to answers a read with so many bytes, never, or not even the connection. Without it,
   * an attempt to connect finds nobody.
   */
  readonly answers?: number | 'never' | 'refuses';
  /** Malformed reports in between, so many a second. */
  readonly strange?: number;
}

/** The verbs of the lab, carried out inside the virtual machine. Whatever is set up is cleared after the scenario. */
export interface Stage {
  /** Plugs in the scenario's next adapter; the last one again when there is no next. It is switched on unless said otherwise. */
  plugIn(on?: boolean): Promise<void>;
  /** Pulls the adapter out. */
  pull(): Promise<void>;
  /** Flight mode, by the kernel's own switch. */
  block(): void;
  /** Plugs in two adapters that hear each other. */
  plugInPair(): Promise<void>;
  /** bleno advertises these bytes on the second adapter of a pair, until the scenario ends. */
  bleno(hex: string): Promise<void>;
  /** bluetoothd takes the adapter, as on a desktop. */
  desktop(): Promise<void>;
  /** Runs the built kit on the first adapter and returns what it printed. */
  kit(...args: string[]): Promise<Answer>;
  /** The same as a user without any rights on the adapter. */
  kitOfStranger(...args: string[]): Promise<Answer>;
  /** Another laptop: its own folders, and the second adapter of a pair. */
  otherLaptop(...args: string[]): Promise<Answer>;
  /** A second window of the kit on this laptop, with data of its own. */
  secondWindow(...args: string[]): Promise<Answer>;
  /** The adapter is told to scan, for the nth time since it was plugged in. Resolves with the milliseconds since then. */
  scanned(times: number): Promise<number>;
  /** Ends the radio process as a crash would. */
  killRadio(): Promise<void>;
  pause(ms: number): Promise<void>;
  /** What btmon wrote down of the whole day so far. */
  air(): Air;
  /** Occurrences of anything that was on the air in what the kit left behind; also makes a report first. */
  leftovers(): Promise<{
    readonly found: readonly string[];
    readonly files: number;
    readonly bytes: number;
    readonly sought: number;
  }>;
}

/** The trace of everything that went over an adapter, as another program saw it. */
export interface Air {
  /** Advertising data heard, as hex. */
  readonly heard: ReadonlySet<string>;
  /** Advertising data sent by this machine itself, as hex. */
  readonly sent: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
  readonly reports: number;
  /** Values that phones gave when they were read, as hex. */
  readonly read: ReadonlySet<string>;
}

export interface Scenario {
  /** One word, for `--only` and for file names. */
  readonly id: string;
  readonly sentence: string;
  /** Host seconds from setting the stage to the answer; a longer silence is taken for a hang. */
  readonly limitSeconds: number;
  /** What `plugIn` plugs in, one after the other. */
  readonly adapters?: readonly AdapterScript[];
  play(stage: Stage): Promise<Answer>;
  /** Undefined when the answer is right, else what was expected instead. */
  judge(answer: Answer): string | undefined;
}

/** The judgement of a check: this verdict, and this reason where one is named. */
export const expectVerdict =
  (verdict: Verdict, reason?: VerdictReason) =>
  (answer: Answer): string | undefined => {
    const right = answer.verdict === verdict && (reason === undefined || answer.reason === reason);
    return right ? undefined : `expected verdict ${verdict}${reason === undefined ? '' : ` (${reason})`}`;
  };

/** One check on the first adapter. */
export const check = (stage: Stage, seconds: number, ...more: string[]): Promise<Answer> =>
  stage.kit('check', '--timeout', String(seconds), '--radio', 'bluetooth', ...more);
