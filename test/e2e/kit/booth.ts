import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { openBrowser } from './browser.ts';
import { type Host, type HostOptions, openHost } from './host.ts';

/** A cheap laptop of a union office. */
export const LAPTOP = { width: 1366, height: 768 };

/** An operator at a booth: keys, touches, and what they read on the glass. */
export interface Booth {
  readonly host: Host;
  readonly page: Page;
  /** Presses keys one after another, as far apart as a hand does (the repeat guard waits 300 ms for the same key). */
  readonly press: (...codes: string[]) => Promise<void>;
  /** Moves the focus with Tab until it is on the control of that name. */
  readonly tabTo: (name: RegExp) => Promise<void>;
  /** Switches to a union by typing a part of its name or code. */
  readonly chooses: (typed: string, name: string | RegExp) => Promise<void>;
  /** Waits until an outcome's key shows a number. */
  readonly shows: (label: string, number: number) => Promise<void>;
  /** What the browser complained about: errors of the page and of its policy. */
  readonly complaints: readonly string[];
}

/** Opens the kit in a browser of its own; both end with the test. */
export async function openBooth(options: HostOptions & { browser?: Browser } = {}): Promise<Booth> {
  const host = await openHost(options);
  onTestFinished(host.close);
  const browser = options.browser ?? (await openBrowser());
  if (options.browser === undefined) onTestFinished(() => browser.close());
  const context = await browser.newContext({ viewport: LAPTOP, acceptDownloads: true });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(host.url);
  await page.getByRole('navigation').waitFor();
  return {
    host,
    page,
    press: async (...codes) => {
      for (const code of codes) await page.keyboard.press(code, { delay: 20 });
    },
    tabTo: async (name) => {
      for (let step = 0; step < 200; step++) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element?.matches('button, input, a, summary')) return '';
          return element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
        });
        if (name.test(focused)) return;
      }
      throw new Error(`no control ${name} can be reached with Tab`);
    },
    chooses: async (typed, name) => {
      await page.keyboard.press('F2');
      await page.keyboard.press('Period');
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name }).waitFor();
    },
    shows: async (label, number) =>
      page.getByRole('button', { name: new RegExp(`^${label} ${number}(?!\\d)`) }).waitFor(),
    complaints,
  };
}

/** Everything that axe finds wrong with the page as it stands: WCAG 2.2 A and AA, and best practice. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
