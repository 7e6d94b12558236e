import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freshFolder } from '../../kit/folder.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');

/** What npm does at one `npm ci`; as it is, it installs everything and ends well. */
export interface Turn {
  readonly text?: string;
  readonly code?: number;
  /** Whether the packages lie there afterwards. */
  readonly installs?: boolean;
  /** Packages that are left out without a word. */
  readonly without?: readonly string[];
  /** Goes on asking, until it is ended. */
  readonly staysAfterwards?: boolean;
  /** Goes on only when the test says `go`. */
  readonly waits?: boolean;
}

export interface Run {
  readonly child: ChildProcess;
  /** Resolves once stderr has said this. */
  readonly says: (text: string) => Promise<void>;
  readonly ended: Promise<{ code: number | null; out: string; error: string }>;
}

/**
 * A folder with the real scripts, a lock file of two packages, a task that prints `ran`, and an npm that does what
 * the test says.
 */
export function freshClone(...turns: Turn[]) {
  const home = freshFolder();
  const folder = path.join(home, 'Trạm của Lan');
  const bin = path.join(home, 'bin');
  mkdirSync(folder);
  mkdirSync(bin);
  cpSync(path.join(root, 'scripts', 'run.mjs'), path.join(folder, 'scripts', 'run.mjs'));
  cpSync(path.join(root, 'scripts', 'run'), path.join(folder, 'scripts', 'run'), { recursive: true });
  writeFileSync(path.join(folder, 'scripts', 'dev.ts'), "process.stdout.write('ran\\n');");
  writeFileSync(path.join(folder, 'package.json'), '{"name":"clone","type":"module"}');
  const lock = (packages: Record<string, object>): void =>
    writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }));
  lock({
    'node_modules/qr': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/native-here': {
      version: '1.0.0',
      integrity: 'sha512-b',
      optional: true,
      os: [process.platform],
      cpu: process.arch,
    },
  });
  const npm = path.join(bin, 'npm');
  cpSync(path.join(import.meta.dirname, 'npm.mjs'), path.join(bin, 'npm.mjs'));
  writeFileSync(npm, `#!/bin/sh\nexec '${process.execPath}' '${bin}/npm.mjs' "$@"\n`);
  chmodSync(npm, 0o755);
  turns.forEach((turn, index) => {
    writeFileSync(path.join(bin, `turn-${index}.json`), JSON.stringify(turn));
  });

  const start = (env: NodeJS.ProcessEnv = {}): Run => {
    const { HTTPS_PROXY: _, https_proxy: __, HTTP_PROXY: ___, http_proxy: ____, ...rest } = process.env;
    const child = spawn(process.execPath, ['scripts/run.mjs', 'dev'], {
      cwd: folder,
      env: { ...rest, PATH: `${bin}:${process.env.PATH}`, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let error = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      error += chunk;
    });
    const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out, error }));
    return {
      child,
      ended,
      says: async (text) => {
        while (!error.includes(text)) {
          const over = await Promise.race([once(child.stderr, 'data').then(() => false), ended.then(() => true)]);
          if (over && !error.includes(text)) throw new Error(`it ended without “${text}”: ${error}`);
        }
      },
    };
  };
  return {
    folder,
    lock,
    start,
    run: (env?: NodeJS.ProcessEnv) => start(env).ended,
    at: (...parts: string[]) => path.join(folder, ...parts),
    /** Lets an npm that waits go on. */
    go: (): void => writeFileSync(path.join(bin, 'go'), ''),
    /** The commands that npm was given, `npm config` aside. */
    calls: (): string[] => {
      const file = path.join(bin, 'calls');
      return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    },
  };
}
