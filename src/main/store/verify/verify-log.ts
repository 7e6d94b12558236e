import { firstStamp } from '../../../core/base/clock.ts';
import type { LogEvent } from '../../../core/log/event.ts';
import { Replay } from '../../../core/log/totals.ts';
import type { ReadableDb } from '../db.ts';
import { isLine, readLog } from '../log/lines.ts';
import { chainHash } from '../log/log.ts';
import { thaw } from '../log/snapshot.ts';
import type { OnFault } from './proof.ts';
import { RosterProof } from './roster-proof.ts';
import { TableProof } from './table-proof.ts';
import { verifyTotals } from './totals-proof.ts';

export interface Verification {
  readonly ok: boolean;
  /** Whether at least the log itself is whole: then every total can be folded anew. */
  readonly chainsHold: boolean;
  /** Whether chains and projections agree: then the folder can be worked in, whatever a foreign event may carry. */
  readonly logHolds: boolean;
  readonly events: number;
  readonly machines: number;
  /** What does not agree, in short English sentences for the person who is called to help. At most 100. */
  readonly faults: readonly string[];
}

const FAULTS_MAX = 100;

/** Replays the whole log against every chain and every stored projection, without changing anything. */
export function verifyLog(db: ReadableDb): Verification {
  const faults: string[] = [];
  /** Snapshots that an event brought without their digest: no rebuilding and no backup would mend them. */
  const torn: string[] = [];
  const onFault: OnFault = (fault) => faults.push(fault);
  const replay = new Replay();
  const roster = new RosterProof();
  const tables = new TableProof();
  const { events, machines } = verifyChains(db, onFault, (event) => {
    replay.take(event);
    roster.take(event);
    tables.take(event);
    if (event.kind === 'issued' && thaw(event.body) === null) {
      torn.push(`report ${event.body.symbol}: the frozen figures do not have their digest`);
    }
  });
  const chainsHold = faults.length === 0;
  roster.compare(db, onFault);
  tables.compare(db, onFault);
  verifyTotals(db, replay, onFault);
  const all = [...faults, ...torn];
  const logHolds = faults.length === 0;
  return { ok: all.length === 0, chainsHold, logHolds, events, machines, faults: all.slice(0, FAULTS_MAX) };
}

function verifyChains(
  db: ReadableDb,
  onFault: OnFault,
  take: (event: LogEvent) => void,
): Pick<Verification, 'events' | 'machines'> {
  const ends = new Map<string, { seq: number; stamp: string; hash: Buffer }>();
  let events = 0;
  for (const line of readLog(db)) {
    events++;
    const before = ends.get(line.machine) ?? { seq: 0, stamp: firstStamp, hash: Buffer.alloc(32) };
    if (line.seq !== before.seq + 1)
      onFault(`machine ${line.machine}: events ${before.seq + 1}–${line.seq - 1} are missing`);
    else if (!isLine(line) || !chainHash(line, before.hash).equals(line.hash))
      onFault(`machine ${line.machine}: event ${line.seq} was changed`);
    if (line.stamp <= before.stamp) onFault(`machine ${line.machine}: event ${line.seq} is out of order`);
    ends.set(line.machine, { seq: line.seq, stamp: line.stamp, hash: line.hash });
    if (line.event !== null) take(line.event);
  }
  return { events, machines: ends.size };
}
