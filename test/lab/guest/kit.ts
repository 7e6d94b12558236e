/** Runs of the built kit, as a user starts it from a terminal. */
import { execFile } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import type { Answer } from '../scenario.ts';
import { COMPILED, PLACES } from './day.ts';

/** Whose kit it is. */
export interface Who {
  readonly data: string;
  /** Where programs of one user on one laptop agree on who has the radio. */
  readonly runtime: string;
  readonly user?: number;
}

/** The kit's answer, whether it did what was asked (its JSON on stdout) or said why not (on stderr). */
export function runKit(args: readonly string[], { data, runtime, user }: Who): Promise<Answer> {
  const command = ['dist/main/cli.js', ...args, '--data', data, '--json'];
  const env = { ...process.env, XDG_RUNTIME_DIR: runtime, NODE_COMPILE_CACHE: COMPILED };
  const rights = user === undefined ? {} : { uid: user, gid: user };
  return new Promise((resolve, reject) => {
    execFile('node', command, { env, ...rights }, (error, stdout, stderr) => {
      // What it printed belongs to what a day leaves behind.
      appendFileSync(PLACES.logs, stdout + stderr);
      process.stderr.write(stderr);
      const answer = lastJson(error === null ? stdout : stderr);
      if (answer !== undefined) resolve(answer);
      else
        reject(
          new Error(`kit ${args[0]} ended with ${error?.code ?? error?.signal}: ${stderr.trim().split('\n').at(-1)}`),
        );
    });
  });
}

function lastJson(text: string): Answer | undefined {
  const line = text.trim().split('\n').at(-1) ?? '';
  return line.startsWith('{') ? JSON.parse(line) : undefined;
}
