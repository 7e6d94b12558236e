/** The verbs of the lab inside the virtual machine: adapters that come and go, and runs of the built kit. */
import { type ChildProcess, type ExecFileException, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { KitAnswer, Scenario, Stage } from '../scenarios.ts';

const run = promisify(execFile);

/** Between two looks at something the kernel gives no event for. */
const LOOK_MS = 50;

/** Everything one scenario set up, so that `clear` can take it away again. */
export class VirtualStage implements Stage {
  readonly #scenario: Scenario;
  readonly #processes: ChildProcess[] = [];
  /** Adverts the virtual adapter handed to the kernel; undefined when none was plugged in. */
  delivered: number | undefined;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
  }

  async plugIn(): Promise<void> {
    const controller = this.#start('node', [`${import.meta.dirname}/controller.ts`, this.#scenario.id]);
    const { index } = await this.#word<{ index: number }>(controller);
    await run('hciconfig', [`hci${index}`, 'up']);
  }

  async pairWithBeacon(adv: Uint8Array): Promise<void> {
    this.#start('btvirt', ['-L', '-l2']);
    // btvirt says nothing when its adapters stand, and sysfs has no change events.
    while (adapters().length < 2) await sleep(LOOK_MS);
    for (const adapter of adapters()) await run('hciconfig', [adapter, 'up']);
    const hex = Buffer.from(adv).toString('hex');
    await this.#word(this.#start('node', [`${import.meta.dirname}/advertise.ts`, hex]));
  }

  async kit(...args: string[]): Promise<KitAnswer> {
    const data = mkdtempSync('/tmp/data-');
    const { status, stdout, stderr } = await finish('node', ['dist/main/cli.js', ...args, '--data', data, '--json']);
    process.stderr.write(stderr);
    if (status !== 0) throw new Error(`kit ${args[0]} ended with ${status}: ${stderr.trim().split('\n').at(-1)}`);
    return JSON.parse(stdout);
  }

  /** Ends what the scenario started and waits until the kernel has forgotten every adapter. */
  async clear(): Promise<void> {
    for (const child of this.#processes.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGTERM');
      await once(child, 'close');
    }
    while (adapters().length > 0) await sleep(LOOK_MS);
  }

  #start(command: string, args: string[]): ChildProcess {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#processes.push(child);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = json(line);
      if (said) child.emit('said', said);
      if (typeof said?.delivered === 'number') this.delivered = said.delivered;
    });
    return child;
  }

  /** The first JSON line a helper prints; a helper that ends without one fails the scenario. */
  async #word<T>(child: ChildProcess): Promise<T> {
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`${child.spawnargs.join(' ')} ended with code ${code}`);
    });
    const [said] = await Promise.race([once(child, 'said'), ended]);
    return said as T;
  }
}

/** Names of the adapters the kernel knows, `hci0` first. */
function adapters(): string[] {
  return readdirSync('/sys/class/bluetooth')
    .filter((name) => /^hci\d+$/.test(name))
    .sort();
}

/** Runs a program to its end, whatever that is; a signal's name stands in for the exit code it prevented. */
async function finish(
  command: string,
  args: readonly string[],
): Promise<{ status: number | string; stdout: string; stderr: string }> {
  try {
    return { status: 0, ...(await run(command, args)) };
  } catch (error) {
    const { code, signal, stdout = '', stderr = '' } = error as ExecFileException;
    return { status: code ?? signal ?? 'an unknown code', stdout, stderr };
  }
}

function json(line: string): Record<string, unknown> | undefined {
  return line.startsWith('{') ? JSON.parse(line) : undefined;
}
