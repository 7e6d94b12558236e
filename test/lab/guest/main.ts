/**
 * Plays the scenarios named on the kernel's command line (`lab=a,b`), one after the other, and reports each as one JSON
 * line: when it begins, and what the kit answered or what went wrong.
 */
import { readFileSync } from 'node:fs';
import type { Report } from '../report.ts';
import { scenarios } from '../scenarios.ts';
import { watchAir } from './day.ts';
import { VirtualStage } from './stage.ts';

const line = readFileSync('/proc/cmdline', 'utf8');
const wanted = /\blab=(\S+)/.exec(line)?.[1]?.split(',') ?? [];
// For whoever looks for a fault: the radio process speaks on the console.
if (/\blabdebug\b/.test(line)) process.env.KIT_RADIO_STDERR = '1';

// A check that fails while its stage is still being set up is told when the scenario comes to it.
process.on('unhandledRejection', () => undefined);

await watchAir();
for (const id of wanted) {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) continue;
  report({ id, event: 'begins' });
  const stage = new VirtualStage(scenario);
  try {
    const answer = await scenario.play(stage);
    await stage.clear();
    report({ id, event: 'answered', answer, delivered: stage.delivered });
  } catch (error) {
    report({ id, event: 'failed', why: error instanceof Error ? error.message : String(error) });
    await stage.clear();
  }
}
// btmon would keep the machine from ending.
process.exit(0);

function report(message: Report): void {
  console.log(JSON.stringify(message));
}
