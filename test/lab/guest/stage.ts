/** The verbs of the lab inside the virtual machine: adapters that come and go, and runs of the built kit. */
import { type ChildProcess, execFile } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Air, Answer, Scenario, Stage } from '../scenario.ts';
import { readAir } from './air.ts';
import { PLACES, TRACE } from './day.ts';
import { startDesktop } from './desktop.ts';
import { Helper } from './helper.ts';
import { runKit, type Who } from './kit.ts';
import { lookForLeftovers } from './look.ts';

const run = promisify(execFile);

/** Between two looks at something the kernel gives no event for. */
const LOOK_MS = 50;
/** Debian's `nobody`: no rights on any adapter. */
const NOBODY = 65534;

/** Everything one scenario set up, so that `clear` can take it away again. */
export class VirtualStage implements Stage {
  readonly #scenario: Scenario;
  readonly #helpers: Helper[] = [];
  #desktop: ChildProcess[] = [];
  #controller: Helper | undefined;
  #plugged = 0;
  /** Adverts the virtual adapters handed to the kernel; undefined when none was plugged in. */
  delivered: number | undefined;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
  }

  async plugIn(on = true): Promise<void> {
    const controller = this.#start(
      'node',
      `${import.meta.dirname}/controller.ts`,
      this.#scenario.id,
      `${this.#plugged++}`,
    );
    this.#controller = controller;
    const index = await controller.says('index');
    if (on) await run('hciconfig', [`hci${index}`, 'up']);
  }

  async pull(): Promise<void> {
    await this.#end(this.#controller);
    while (adapters().length > 0) await sleep(LOOK_MS);
  }

  block(): void {
    const [adapter] = adapters();
    const [name] = readdirSync(`/sys/class/bluetooth/${adapter}`).filter((entry) => entry.startsWith('rfkill'));
    writeFileSync(`/sys/class/bluetooth/${adapter}/${name}/soft`, '1');
  }

  async plugInPair(): Promise<void> {
    this.#start('btvirt', '-L', '-l2');
    // btvirt says nothing when its adapters stand, and sysfs has no change events.
    while (adapters().length < 2) await sleep(LOOK_MS);
    for (const adapter of adapters()) await run('hciconfig', [adapter, 'up']);
    // Two laptops in one machine: whoever listens has the first adapter, whoever speaks the second.
    const [ears = '', voice = ''] = adapters().sort();
    process.env.NOBLE_HCI_DEVICE_ID = ears.slice('hci'.length);
    process.env.BLENO_HCI_DEVICE_ID = voice.slice('hci'.length);
  }

  async bleno(hex: string): Promise<void> {
    await this.#start('node', `${import.meta.dirname}/advertise.ts`, hex).says('advertising');
  }

  async desktop(): Promise<void> {
    this.#desktop = await startDesktop();
  }

  kit(...args: string[]): Promise<Answer> {
    return runKit(args, { data: PLACES.data, runtime: PLACES.runtime });
  }

  kitOfStranger(...args: string[]): Promise<Answer> {
    return this.#kitOf({ data: `${PLACES.stranger}/data`, runtime: `${PLACES.stranger}/run`, user: NOBODY }, args);
  }

  secondWindow(...args: string[]): Promise<Answer> {
    return this.#kitOf({ data: PLACES.second, runtime: PLACES.runtime }, args);
  }

  otherLaptop(...args: string[]): Promise<Answer> {
    return this.#kitOf({ data: `${PLACES.other}/data`, runtime: `${PLACES.other}/run` }, args);
  }

  async scanned(times: number): Promise<number> {
    const controller = this.#controller;
    if (controller === undefined) throw new Error('no adapter is plugged in');
    for (;;) {
      const line = controller.lines.find(({ scan }) => scan === times);
      if (line !== undefined) return line.ms ?? 0;
      await controller.next();
    }
  }

  async killRadio(): Promise<void> {
    const radios = readdirSync('/proc').filter(
      (pid) => /^\d+$/.test(pid) && commandOf(pid).includes('dist/main/radio.js'),
    );
    if (radios.length === 0) throw new Error('there is no radio process to kill');
    for (const pid of radios) process.kill(Number(pid), 'SIGKILL');
  }

  pause(ms: number): Promise<void> {
    return sleep(ms);
  }

  air(): Air {
    return readAir(TRACE);
  }

  async leftovers(): ReturnType<Stage['leftovers']> {
    await this.kit('verify');
    await this.kit('report', '--union', 'LDLD74', '--formats', 'docx,xlsx', '--out', PLACES.reports);
    return lookForLeftovers(this.air());
  }

  /** Ends what the scenario started and waits until the kernel has forgotten every adapter. */
  async clear(): Promise<void> {
    for (const daemon of this.#desktop.reverse()) {
      daemon.kill('SIGTERM');
      if (daemon.exitCode === null) await once(daemon, 'exit');
    }
    for (const helper of this.#helpers.reverse()) await this.#end(helper);
    while (adapters().length > 0) await sleep(LOOK_MS);
    delete process.env.NOBLE_HCI_DEVICE_ID;
    delete process.env.BLENO_HCI_DEVICE_ID;
  }

  #kitOf(who: Who, args: string[]): Promise<Answer> {
    for (const folder of [who.data, who.runtime]) {
      mkdirSync(folder, { recursive: true });
      if (who.user !== undefined) chownSync(folder, who.user, who.user);
    }
    return runKit(args, who);
  }

  #start(command: string, ...args: string[]): Helper {
    const helper = new Helper(command, args);
    this.#helpers.push(helper);
    return helper;
  }

  async #end(helper: Helper | undefined): Promise<void> {
    if (helper === undefined || helper.ended) return;
    await helper.end();
    const counts = helper.lines.flatMap(({ delivered }) => (delivered === undefined ? [] : [delivered]));
    for (const count of counts) this.delivered = (this.delivered ?? 0) + count;
  }
}

/** Names of the adapters the kernel knows, `hci0` first. */
function adapters(): string[] {
  return readdirSync('/sys/class/bluetooth')
    .filter((name) => /^hci\d+$/.test(name))
    .sort();
}

/** A process may be gone before it is looked at. */
function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return '';
  }
}
