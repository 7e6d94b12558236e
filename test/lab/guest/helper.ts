/** A program beside the kit that says what it does in JSON lines: an adapter, a pair of them, bleno. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { COMPILED } from './day.ts';

export type Line = Readonly<Record<string, number>>;

export class Helper {
  readonly #child: ChildProcess;
  /** Every line it said, in order. */
  readonly lines: Line[] = [];

  constructor(command: string, args: readonly string[]) {
    const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED };
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
    this.#child = child;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return;
      this.lines.push(JSON.parse(line));
      child.emit('said');
    });
  }

  get ended(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** The value of the first line that has this name; a helper that ends without one fails the scenario. */
  async says(name: string): Promise<number> {
    for (;;) {
      const line = this.lines.find((one) => Object.hasOwn(one, name));
      if (line !== undefined) return line[name] ?? 0;
      await this.next();
    }
  }

  /** Waits for another line. */
  async next(): Promise<void> {
    const over = new AbortController();
    const ended = once(this.#child, 'exit', over).then(([code]) => {
      throw new Error(`${this.#child.spawnargs.join(' ')} ended with code ${code}`);
    });
    ended.catch(() => undefined);
    try {
      await Promise.race([once(this.#child, 'said', over), ended]);
    } finally {
      over.abort();
    }
  }

  /** Ends it and waits until everything it said was read. */
  async end(): Promise<void> {
    if (this.ended) return;
    this.#child.kill('SIGTERM');
    await once(this.#child, 'close');
  }
}
