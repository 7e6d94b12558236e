import { rename, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';

const NAME = 'tram-bluezone-radio';
/** A socket's path may not be longer (sockaddr_un: 104 bytes on macOS, 108 on Linux, one of them a leading zero). */
const PATH_MAX = 103;

/**
 * Where this user's programs agree on who has the radio; nothing is kept in it. A pipe on Windows; on Linux a socket
 * without a file (unix(7), abstract), which dies with its holder and leaves nothing to quarrel about; else a socket.
 */
export function radioLockPath(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const user = userName().replaceAll(/[^\w.-]/g, '_');
  if (platform === 'win32') return `\\\\.\\pipe\\${NAME}-${user}`;
  const runtime = env.XDG_RUNTIME_DIR;
  const given = path.join(runtime !== undefined && path.isAbsolute(runtime) ? runtime : tmpdir(), `${NAME}-${user}`);
  const place = given.length < PATH_MAX ? given : path.join('/tmp', `${NAME}-${user}`);
  return platform === 'linux' ? `\0${place}` : place;
}

/** Some users have a number and no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'user');
  }
}

/**
 * Takes the one place at the radio, or answers `null` while another process has it: two programs that reset the
 * same adapter make each other deaf. The system gives the place back when its holder dies, however it dies. Where
 * no lock can be made at all (no writable folder) the radio is used without one.
 */
export async function takeRadioLock(place = radioLockPath()): Promise<(() => void) | null> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const outcome = await listenAt(place);
    if (outcome === 'impossible') return () => undefined;
    if (outcome !== 'in-use') return () => void outcome.close();
    if (await answers(place)) return null;
    await removeDead(place);
  }
  return null;
}

function listenAt(place: string): Promise<Server | 'in-use' | 'impossible'> {
  return new Promise((resolve) => {
    const server = createServer((caller) => caller.destroy());
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'EADDRINUSE' ? 'in-use' : 'impossible'));
    server.listen(place, () => resolve(server.unref()));
  });
}

function answers(place: string): Promise<boolean> {
  return new Promise((resolve) => {
    const caller = connect(place);
    caller.once('connect', () => resolve(true));
    caller.once('error', () => resolve(false));
    caller.once('close', () => caller.destroy());
  });
}

/**
 * A killed holder leaves the socket's name behind. It is moved aside before it is removed: whoever moved a name
 * that in the meantime belongs to somebody alive finds that out, and puts it back.
 */
async function removeDead(place: string): Promise<void> {
  const aside = `${place}.${process.pid}`;
  try {
    await rename(place, aside);
    if (await answers(aside)) await rename(aside, place);
    else await rm(aside, { force: true });
  } catch {
    // Somebody else was faster.
  }
}
