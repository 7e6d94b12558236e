import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../../../../package.json';
import type { Clock } from '../../../core/base/clock.ts';
import { type Failure, failed, type Result } from '../../../core/base/result.ts';
import type { Campaign } from '../../../core/campaign/campaign.ts';
import type { Reply, RequestIn, RequestName, RequestOut, WireFailure } from '../../../preload/contract.ts';
import type { KitDoor } from '../../door.ts';
import { userDataFolder } from '../../files/paths.ts';
import { openKit } from '../../kit.ts';
import { wordsFor } from '../../messages/index.ts';
import { nodeRadioProcess } from '../../radio/node-process.ts';
import type { RadioMode } from '../../radio/radio.ts';

/** Options that every command takes. */
export interface CommonOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly now?: string;
  readonly practice?: boolean;
  readonly radio?: RadioMode;
}

/** `dist/main`, whatever chunk this code landed in: the entry tells. */
const programFolder = path.dirname(process.argv[1] ?? fileURLToPath(import.meta.url));
export const clientFolder = path.resolve(programFolder, '../client');
export const version: string = packageJson.version;

/** The laptop's clock, or the fixed one of `--now`; listening times are always real. */
function clockOf(now: string | undefined): Clock {
  const monotonic = (): number => performance.now();
  if (now === undefined) return { wall: () => Date.now(), monotonic };
  const fixed = Date.parse(now);
  return { wall: () => fixed, monotonic };
}

export const dataRootOf = (options: CommonOptions): string =>
  options.data === undefined
    ? userDataFolder({ platform: process.platform, env: process.env, home: homedir() })
    : path.resolve(options.data);

/** Opens the Kit for a command. `--practice`, like a practice radio, means the practice world. */
export function openKitFor(options: CommonOptions, host: 'cli' | 'browser'): Promise<Result<KitDoor>> {
  if (options.now !== undefined && Number.isNaN(Date.parse(options.now))) {
    return Promise.resolve(failed('bad-input', { where: '--now' }));
  }
  return openKit({
    dataRoot: dataRootOf(options),
    radio: options.practice ? 'practice' : (options.radio ?? 'auto'),
    clock: clockOf(options.now),
    startRadioProcess: nodeRadioProcess(path.join(programFolder, 'radio.js')),
    seed: 2020,
    host,
    version,
    staysOpen: host === 'browser',
    proveWorker: path.join(programFolder, 'prove.js'),
    onUnexpected: (error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
  });
}

/** Ends a command: its answer to a person or to a script, and the exit code that goes with it. */
export interface Ending {
  readonly code: 0 | 1;
}

/**
 * Opens the Kit, lets the command work, closes it, and says what came of it. An answer that is no success by
 * `succeeded` is told whole, and the command has failed all the same: scripts look at the exit code.
 */
export async function withKit<T>(
  options: CommonOptions,
  work: (ask: Ask, door: KitDoor) => Promise<Reply<T>>,
  tell: (value: T, campaign: Campaign) => string,
  json: (value: T) => unknown = (value) => value,
  succeeded: (value: T) => boolean | Failure = () => true,
): Promise<Ending> {
  const opened = await openKitFor(options, 'cli');
  if (!opened.ok) return sayFailure(options, { ...opened.error, words: wordsFor(opened.error) });
  const door = opened.value;
  try {
    const ask: Ask = async (name, input) => (await door.request(name, input)) as never;
    const reply = await work(ask, door);
    if (!reply.ok) return sayFailure(options, reply.error);
    // People read outcomes by the names that the campaign gives them; scripts read codes.
    const campaign = options.json ? null : await ask('campaign.get', {});
    if (campaign?.ok === false) return sayFailure(options, campaign.error);
    process.stdout.write(
      `${campaign === null ? JSON.stringify(json(reply.value)) : tell(reply.value, campaign.value)}\n`,
    );
    const good = succeeded(reply.value);
    if (typeof good === 'boolean') return { code: good ? 0 : 1 };
    return sayFailure(options, { ...good, words: wordsFor(good) });
  } finally {
    await door.close();
  }
}

export type Ask = <N extends RequestName>(name: N, input: RequestIn<N>) => Promise<Reply<RequestOut<N>>>;

export function sayFailure(options: CommonOptions, failure: WireFailure): Ending {
  const { what, todo } = failure.words;
  const message = `${what.vi} ${todo.vi}`;
  process.stderr.write(
    options.json
      ? `${JSON.stringify({ code: failure.code, message, en: `${what.en} ${todo.en}` })}\n`
      : `✗ ${message}\n  ${what.en} ${todo.en}\n`,
  );
  return { code: 1 };
}
