// What every step needs: where the project lies, how a person is told, how a program is run.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
export const at = (...parts) => join(root, ...parts);
export const windows = process.platform === 'win32';

/** Progress goes to stderr: `kit … --json` promises exactly one JSON value on stdout. */
export const say = (text) => process.stderr.write(`${text}\n`);

/** What happened and what to do, Vietnamese first, as the kit itself says it. */
export function sayTrouble({ vi, en }) {
  say(`✗ ${vi}\n  ${en}`);
}

/** A failure whose words are for a person, not for a programmer: no trace is shown. */
export class Trouble extends Error {
  /** @param {{vi: string, en: string}} words */
  constructor(words) {
    super(words.en);
    this.words = words;
  }
}

const ENDS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Ends a program with what it started: on Windows a shell stands between us and npm. */
function endTree(child) {
  if (windows) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
  else child.kill('SIGTERM');
}

/**
 * Runs a program to its end; what it writes to stderr is passed to `hear`, with a way to end it, or through to the
 * terminal.
 * Resolves with `{code, signal}`, or with `{error}` when it could not be started at all.
 */
export function run(command, args, { hear, ...options } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, hear ? 'pipe' : 2], ...options });
    const end = (signal) => {
      child.kill(signal);
      process.exit(signal === 'SIGINT' ? 130 : 1);
    };
    for (const signal of ENDS) process.on(signal, end);
    const ended = (how) => {
      for (const signal of ENDS) process.off(signal, end);
      done(how);
    };
    if (hear) child.stderr.on('data', (chunk) => hear(chunk, () => endTree(child)));
    child.on('error', (error) => ended({ code: null, signal: null, error }));
    child.on('close', (code, signal) => ended({ code, signal }));
  });
}

/** Runs a step that must succeed; its own words have been printed when it does not. */
export async function must(command, args, options) {
  const { code, error } = await run(command, args, options);
  if (error) say(error.message);
  if (code !== 0) process.exit(code ?? 1);
}

/** Runs a program to its end in the foreground and leaves with its code; signals pass through. */
export function become(command, args, env = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  for (const signal of ENDS) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    say(error.message);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
