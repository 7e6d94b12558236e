import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../e2e/kit/browser.ts';
import { openHost } from '../../e2e/kit/host.ts';
import { rosterFile } from '../../e2e/kit/roster.ts';
import { kitJson } from '../../kit/cli.ts';
import type { Result } from '../harness.ts';

const PRESSES = 120;
const STARTS = 5;
const CLIENT = path.resolve('dist/client');

/** Design §8. */
const PAINTED_MS = 50;
const START_MS = 1_500;
const SCRIPT_KB = 250;

/** What the operator feels: from key to number, from start to first tap, and what the first screen has to load. */
export async function screenRows(): Promise<Result[]> {
  const folder = mkdtempSync(path.join(process.env.KIT_BENCH_DIR ?? tmpdir(), 'tram-bench-'));
  const browser = await openBrowser();
  try {
    const data = path.join(folder, 'data');
    const roster = path.join(folder, rosterFile.name);
    writeFileSync(roster, rosterFile.buffer);
    await kitJson('roster', 'import', roster, '--data', data);
    await kitJson('tally', '--union', '0101', '--outcome', 'installed', '--data', data);
    const starts: number[] = [];
    for (let n = 0; n < STARTS; n++) starts.push(await started(browser, data, async () => {}));
    let painted: number[] = [];
    await started(browser, data, async (page) => {
      painted = await paints(page);
    });
    const p95 = quantile(painted, 0.95);
    const start = quantile(starts, 0.5);
    const kilobytes = firstScripts() / 1_000;
    const median = `median ${quantile(painted, 0.5).toFixed(1)} ms, ${PRESSES} keys, browser host`;
    return [
      row('key to painted number, p95', `${p95.toFixed(1)} ms`, `≤ ${PAINTED_MS} ms`, p95 <= PAINTED_MS, median),
      row(
        'cold start to first tap',
        `${start.toFixed(0)} ms`,
        '≤ 1,500 ms',
        start <= START_MS,
        'the browser itself is open',
      ),
      row(
        'first screen, JavaScript',
        `${kilobytes.toFixed(0)} kB`,
        `≤ ${SCRIPT_KB} kB`,
        kilobytes <= SCRIPT_KB,
        'gzipped',
      ),
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts the host and opens the booth; milliseconds until the first outcome can be pressed. */
async function started(browser: Browser, data: string, use: (page: Page) => Promise<void>): Promise<number> {
  const from = performance.now();
  const host = await openHost({ radio: 'none', data });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  try {
    const page = await context.newPage();
    await page.goto(host.url);
    await page.getByRole('button', { name: /^Cài mới tại bàn \d/ }).waitFor();
    const ms = performance.now() - from;
    await use(page);
    return ms;
  } finally {
    await context.close();
    await host.close();
  }
}

/** Milliseconds from each key to the first frame that shows its number: the reply comes after the disk. */
async function paints(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const painted: number[] = [];
    Object.assign(globalThis, { painted });
    const grid = document.querySelector('fieldset');
    if (grid === null) throw new Error('no outcomes on the screen');
    // Figures alone: while the kit writes, the key says so in words.
    const figures = (): string => grid.textContent?.replaceAll(/\D/g, '') ?? '';
    let [pressedAt, shown] = [0, figures()];
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        pressedAt = timeStamp;
      },
      { capture: true },
    );
    new MutationObserver(() => {
      if (figures() === shown) return;
      shown = figures();
      const from = pressedAt;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => painted.push(performance.now() - from);
        port2.postMessage(null);
      });
    }).observe(grid, { subtree: true, childList: true, characterData: true });
  });
  const count = () => page.evaluate(() => (globalThis as unknown as { painted: number[] }).painted.length);
  for (let n = 0; n < PRESSES; n++) {
    // Three keys in turn, as far apart as a quick hand does it: the repeat guard is never in the way.
    await page.keyboard.press(['Digit1', 'Digit2', 'Digit3'][n % 3] ?? 'Digit1', { delay: 120 });
    await page.waitForFunction(
      (done) => (globalThis as unknown as { painted: number[] }).painted.length >= done,
      n + 1,
    );
  }
  if ((await count()) !== PRESSES) throw new Error('a key painted more than one number');
  return page.evaluate(() => (globalThis as unknown as { painted: number[] }).painted);
}

/** Bytes of JavaScript, gzipped, that the page names before anything else can be shown. */
function firstScripts(): number {
  const html = readFileSync(path.join(CLIENT, 'index.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file ?? '');
  if (files.length === 0) throw new Error('the page names no script');
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(CLIENT, file))).length, 0);
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

const row = (name: string, kit: string, target: string, met: boolean, also: string): Result => ({
  cells: [name, kit, '', '', target, met ? 'met' : 'MISSED', also],
  met,
});
