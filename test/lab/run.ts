/**
 * `npm run lab [-- --only ID,ID… --debug]`: boots the virtual machine, plays the scenarios and prints one line for each.
 * Exit code 0 when all passed, 1 when one failed, 2 when the lab cannot run on this machine. `--debug` lets the radio
 * process speak on the machine's console.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotRun } from './host/cannot-run.ts';
import { baseLayer, initramfs } from './host/initramfs.ts';
import { fetchPackages } from './host/packages.ts';
import { Vm } from './host/vm.ts';
import type { Report } from './report.ts';
import type { Answer, Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';

/** From qemu's start to the guest's first report, on a busy machine. */
const BOOT_SECONDS = 120;

/** How much of the console is printed under a failure. */
const CONSOLE_LINES = 12;

const project = join(import.meta.dirname, '../..');
const cache = join(project, '.cache/lab');
const results = join(project, 'test-results/lab');
const say = (line: string): void => console.log(line);

// A stopped lab stops its machine too: "exit" is where the machine is ended, and a signal alone would not raise it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

try {
  process.exitCode = (await lab()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof CannotRun)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function lab(): Promise<boolean> {
  const { wanted, debug } = asked(process.argv.slice(2));
  const startedAt = performance.now();
  checkMachine();
  rmSync(results, { recursive: true, force: true });
  for (const folder of [cache, results]) mkdirSync(folder, { recursive: true });
  const { base, kernel } = baseLayer(fetchPackages(cache, say), process.execPath, cache);
  const image = initramfs(base, project, cache);
  say('booting the virtual machine …');

  let passed = 0;
  let failed = 0;
  let pending = wanted;
  for (let boots = 1; pending.length > 0; boots++) {
    const console = join(results, `console-${boots}.log`);
    const vm = new Vm({ kernel, initramfs: image, scenarios: pending.map(({ id }) => id), console, debug });
    // A scenario that hangs the machine costs a fresh boot; the ones after it still get their turn.
    const played = await play(vm, pending).finally(() => vm.end());
    passed += played.filter((right) => right).length;
    failed += played.filter((right) => !right).length;
    pending = pending.slice(played.length);
  }
  // For whoever must know that the lab really ran, and not only that it ended well.
  writeFileSync(join(results, 'results.json'), JSON.stringify({ numPassedTests: passed, numFailedTests: failed }));
  say(`the whole run took ${((performance.now() - startedAt) / 60_000).toFixed(1)} minutes`);
  say(`${passed} passed, ${failed} failed`);
  return failed === 0;
}

/** Follows one machine until it ends or hangs; returns whether each scenario that had its turn was right. */
async function play(vm: Vm, pending: readonly Scenario[]): Promise<boolean[]> {
  const played: boolean[] = [];
  let begun = await vm.next(BOOT_SECONDS);
  for (const scenario of pending) {
    if (typeof begun === 'string') {
      explain(
        vm,
        scenario,
        begun === 'silent' ? `the machine did not boot in ${BOOT_SECONDS} s` : 'the machine stopped',
        0,
      );
      return [...played, false];
    }
    const start = performance.now();
    const report = await vm.next(scenario.limitSeconds);
    const seconds = (performance.now() - start) / 1000;
    played.push(conclude(vm, scenario, report, seconds));
    if (typeof report === 'string') return played;
    begun = await vm.next(BOOT_SECONDS);
  }
  return played;
}

function conclude(vm: Vm, scenario: Scenario, report: Report | 'silent' | 'ended', seconds: number): boolean {
  if (report === 'silent') return explain(vm, scenario, `no answer within ${scenario.limitSeconds} s`, seconds);
  if (report === 'ended') return explain(vm, scenario, 'the machine stopped before it answered', seconds);
  if (report.event === 'failed') return explain(vm, scenario, report.why, seconds);
  if (report.event === 'begins') return explain(vm, scenario, 'the guest skipped it', seconds);
  const wrong = scenario.judge(report.answer);
  const seen = figures(report.answer, report.delivered);
  if (wrong) return explain(vm, scenario, `${seen} — ${wrong}`, seconds);
  say(`✔ ${scenario.sentence} — ${seen}, ${seconds.toFixed(1)} s`);
  return true;
}

function explain(vm: Vm, scenario: Scenario, why: string, seconds: number): false {
  say(`✘ ${scenario.sentence} — ${why}, ${seconds.toFixed(1)} s`);
  for (const line of vm.lastConsoleLines(CONSOLE_LINES)) say(`    │ ${line}`);
  say('    whole console: test-results/lab/');
  return false;
}

function figures(answer: Answer, delivered: number | undefined): string {
  const classes = Object.entries(answer.classes ?? {}).filter(([, count]) => count > 0);
  return [
    answer.verdict && `verdict ${answer.verdict} (${answer.reason})`,
    answer.code && `failed with ${answer.code}`,
    ...classes.map(([name, count]) => `${name} ${count}`),
    answer.packets !== undefined && `${answer.packets} packets`,
    answer.seconds !== undefined && `${answer.seconds.toFixed(1)} s by the kit's clock`,
    delivered !== undefined && `${delivered} delivered`,
    ...Object.entries(answer.seen ?? {}).map(([name, count]) => `${name} ${count}`),
  ]
    .filter(Boolean)
    .join(', ');
}

function asked(args: readonly string[]): { wanted: readonly Scenario[]; debug: boolean } {
  const debug = args.includes('--debug');
  const [option, ids, ...more] = args.filter((arg) => arg !== '--debug');
  if (option === undefined) return { wanted: scenarios, debug };
  const named = (ids ?? '').split(',');
  const wanted = scenarios.filter(({ id }) => named.includes(id));
  if (option === '--only' && more.length === 0 && wanted.length === named.length) return { wanted, debug };
  throw new CannotRun(`Usage: npm run lab [-- --only ${scenarios.map(({ id }) => id).join(',')} --debug]`);
}

function checkMachine(): void {
  const missing = (program: string): boolean => spawnSync(program, ['--version']).error !== undefined;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new CannotRun('The lab runs on Linux x86-64 only: it boots a Debian kernel with virtual Bluetooth adapters.');
  }
  if (missing('qemu-system-x86_64'))
    throw new CannotRun('The lab needs qemu-system-x86_64; Debian has it as qemu-system-x86.');
  if (missing('dpkg-deb')) throw new CannotRun("The lab needs Debian's dpkg-deb to unpack its packages.");
  if (!existsSync(join(project, 'dist/main/cli.js'))) throw new CannotRun('The kit is not built yet: npm run build.');
}
