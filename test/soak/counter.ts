/**
 * A booth that counts as fast as it can, says every tally that was acknowledged, and waits to be killed. Run as a
 * process of its own: `node counter.ts FOLDER`.
 */
import { writeSync } from 'node:fs';
import type { Union } from '../../src/core/roster/union.ts';
import { openStore } from '../../src/main/store/index.ts';

const roster = ['TOP', 'P1', 'A'].map(
  (code, index, all): Union => ({
    code,
    name: code,
    level: (index + 1) as Union['level'],
    parent: all[index - 1] ?? null,
    province: null,
    workers: null,
    members: null,
    smartphones: null,
  }),
);

const opened = openStore(process.argv[2] ?? '', { wall: () => Date.now() }, roster);
if (!opened.ok) throw new Error(opened.error.code);
const store = opened.value;
const body = { campaign: 'bluezone-2020', outcome: 'installed', reason: null, count: 1, day: '2020-08-18' };
writeSync(1, `machine ${store.machine} ${store.lastSeq()} ${store.recovery === null ? 'sound' : 'recovered'}\n`);
for (let n = 0; ; n++) {
  const undo = n % 10 === 9 ? store.recentTallies(1)[0] : undefined;
  const written = store.append([
    undo === undefined
      ? { kind: 'tally', union: 'A', body }
      : { kind: 'undo', union: 'A', body: { target: { machine: undo.machine, seq: undo.seq }, why: 'mistake' } },
  ]);
  if (!written.ok) throw new Error(written.error.code);
  // Synchronous, like the number on the screen: it is out before the next tally begins.
  writeSync(1, `${written.value[0]?.seq} ${undo === undefined ? 1 : -1}\n`);
}
