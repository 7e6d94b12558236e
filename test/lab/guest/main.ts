/**
 * Plays the scenarios named on the kernel's command line (`lab=a,b`), one after the other, and reports each as one JSON
 * line: when it begins, and what the kit answered or what went wrong.
 */
import { readFileSync } from 'node:fs';
import type { Report } from '../report.ts';
import { scenarios } from '../scenarios.ts';
import { VirtualStage } from './stage.ts';

const wanted = /\blab=(\S+)/.exec(readFileSync('/proc/cmdline', 'utf8'))?.[1]?.split(',') ?? [];

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

function report(line: Report): void {
  console.log(JSON.stringify(line));
}
