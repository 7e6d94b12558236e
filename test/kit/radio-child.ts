import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { nodeRadioProcess } from '../../src/main/radio/node-process.ts';
import type { FromRadio, RadioPort, StartRadioProcess } from '../../src/main/radio/protocol.ts';
import type { Story } from './fake-noble/story.ts';

const at = (...parts: string[]): string => path.join(import.meta.dirname, ...parts);
const spawn = nodeRadioProcess(at('../../src/main/radio/process.ts'), ['--import', at('fake-noble/register.ts')]);

const leftovers: { ports: RadioPort[]; runtime: string }[] = [];
afterAll(() => {
  for (const { ports, runtime } of leftovers.splice(0)) {
    for (const port of ports) port.kill();
    rmSync(runtime, { recursive: true, force: true });
  }
});

/** A machine whose radio process is the real one, in a child of its own, over a played noble. */
export function machineWith(story: Omit<Story, 'openedAt'>): {
  start: StartRadioProcess;
  /** The processes started so far, the newest last. */
  ports: RadioPort[];
  /** Everything that any of them said, in order. */
  said: FromRadio[];
} {
  // Every machine of a test has a lock and a room of its own.
  const runtime = mkdtempSync(path.join(tmpdir(), 'tram-radio-'));
  const given = { XDG_RUNTIME_DIR: runtime, FAKE_NOBLE: JSON.stringify({ ...story, openedAt: Date.now() }) };
  const ports: RadioPort[] = [];
  const said: FromRadio[] = [];
  leftovers.push({ ports, runtime });
  return {
    ports,
    said,
    start: (role) => {
      const port = withEnvironment(given, () => spawn(role));
      port.onMessage((message) => said.push(message));
      ports.push(port);
      return port;
    },
  };
}

/** A child takes its environment when it is started; the tests beside this one keep theirs. */
function withEnvironment<T>(given: Readonly<Record<string, string>>, work: () => T): T {
  const before = Object.keys(given).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, given);
  try {
    return work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
