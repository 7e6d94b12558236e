/** The virtual machine: qemu without disk or network, the kernel's console in a file, the guest's reports on a pipe. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Report } from '../report.ts';

export interface Machine {
  readonly kernel: string;
  readonly initramfs: string;
  /** Scenarios for the guest to play, in order. */
  readonly scenarios: readonly string[];
  /** The radio process speaks on the console too. */
  readonly debug: boolean;
  /** Where everything the kernel and the guest's programs print is kept. */
  readonly console: string;
}

/** Node with the kit takes about 400 MB, the unpacked file system as much again. */
const MEMORY_MB = 1024;

export class Vm {
  readonly #qemu: ChildProcessByStdio<null, Readable, null>;
  readonly #lines: AsyncIterator<string>;
  readonly #console: string;

  constructor(machine: Machine) {
    this.#console = machine.console;
    this.#qemu = spawn('qemu-system-x86_64', options(machine), { stdio: ['ignore', 'pipe', 'inherit'] });
    process.once('exit', () => this.#qemu.kill('SIGKILL'));
    this.#lines = createInterface({ input: this.#qemu.stdout })[Symbol.asyncIterator]();
  }

  /** The guest's next report; "silent" when none came within the limit, "ended" when the machine switched off. */
  async next(limitSeconds: number): Promise<Report | 'silent' | 'ended'> {
    const limit = new AbortController();
    const silent = sleep(limitSeconds * 1000, 'silent' as const, { signal: limit.signal }).catch(
      () => 'silent' as const,
    );
    const line = await Promise.race([this.#lines.next(), silent]);
    limit.abort();
    if (line === 'silent') return line;
    return line.done ? 'ended' : JSON.parse(line.value);
  }

  async end(): Promise<void> {
    if (this.#qemu.exitCode !== null || this.#qemu.signalCode !== null) return;
    this.#qemu.kill('SIGKILL');
    await once(this.#qemu, 'exit');
  }

  lastConsoleLines(count: number): string[] {
    return readFileSync(this.#console, 'utf8').replaceAll('\r', '').trimEnd().split('\n').filter(Boolean).slice(-count);
  }
}

function options(machine: Machine): string[] {
  // Emulation instead of KVM: a machine that is itself virtual may accept KVM and then hang in the BIOS. One processor:
  // with two, the set-up of virtual adapters raced. No self-tests of ciphers: one that Bluetooth loads fails on this
  // emulated processor and would stand in every console as if it were news.
  return [
    ['-accel', 'tcg'],
    ['-cpu', 'qemu64'],
    ['-smp', '1'],
    ['-m', String(MEMORY_MB)],
    ['-nodefaults', '-no-reboot'],
    ['-display', 'none'],
    ['-serial', `file:${machine.console}`],
    ['-serial', 'stdio'],
    ['-kernel', machine.kernel],
    ['-initrd', machine.initramfs],
    ['-append', commandLine(machine)],
  ].flat();
}

function commandLine({ scenarios, debug }: Machine): string {
  const words = ['console=ttyS0', 'quiet', 'panic=-1', 'cryptomgr.notests', `lab=${scenarios.join(',')}`];
  return [...words, ...(debug ? ['labdebug'] : [])].join(' ');
}
