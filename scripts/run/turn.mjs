// Two starts at once: one installs and builds, the other waits for it. The place is held by a file with the holder's
// process id, which the holder touches while it works: one that died, or whose id another program now has, is passed over.
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { at, say } from './base.mjs';

const place = at('.cache', 'setup.lock');
const passing = `${place}.passing`;
const TOUCH_MS = 1000;
/** A holder that did not touch its file for so long, while somebody watched, is taken for dead. */
const SILENCE_MS = 30_000;

/** Makes the file if nobody has it; `false` when somebody has. */
function take(file) {
  try {
    const open = openSync(file, 'wx');
    writeSync(open, String(process.pid));
    closeSync(open);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function look(file) {
  try {
    return { pid: Number(readFileSync(file, 'utf8')), touched: statSync(file).mtimeMs };
  } catch {
    return null;
  }
}

function lives(pid) {
  // A file without its number yet belongs to somebody who is just writing it.
  if (!(pid > 0)) return true;
  // Our own number from an earlier life: in a container ids begin anew.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Clears a dead holder's file away. Only one may do so at a time: another could take the new holder's. */
function passOver(dead) {
  if (!take(passing)) {
    const other = look(passing);
    if (other !== null && !lives(other.pid)) rmSync(passing, { force: true });
    return;
  }
  try {
    const now = look(place);
    if (now !== null && now.pid === dead.pid && now.touched === dead.touched) rmSync(place, { force: true });
  } finally {
    rmSync(passing, { force: true });
  }
}

async function waitForTurn() {
  let seen = null;
  let since = 0;
  let told = false;
  while (!take(place)) {
    const holder = look(place);
    if (holder === null) continue;
    if (seen?.pid !== holder.pid || seen.touched !== holder.touched) {
      seen = holder;
      since = performance.now();
    }
    if (!lives(holder.pid) || performance.now() - since > SILENCE_MS) {
      passOver(holder);
      continue;
    }
    if (!told) {
      say(
        `Một lần chạy khác (tiến trình ${holder.pid}) đang cài đặt, xin đợi · Another start (process ${holder.pid}) is installing, waiting for it`,
      );
      told = true;
    }
    await pause(200);
  }
}

/** Does the work while nobody else on this folder does any. Leaves the place however the work ends. */
export async function inTurn(work) {
  mkdirSync(at('.cache'), { recursive: true });
  await waitForTurn();
  const leave = () => rmSync(place, { force: true });
  const touching = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(place, now, now);
    } catch {
      // Somebody cleared .cache away: the work goes on.
    }
  }, TOUCH_MS);
  process.on('exit', leave);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    process.off('exit', leave);
    leave();
  }
}
