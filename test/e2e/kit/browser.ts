import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../../src/main/hosts/browser/window.ts';

/** Nothing that reaches for a network: these machines have none, and a test must not wait for one. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens an installed Chromium, Chrome or Edge; fails where there is none, since a skipped test proves nothing. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) {
    throw new Error(
      'No Chromium, Chrome or Edge found: install one (apt-get install chromium) or name it in KIT_BROWSER.',
    );
  }
  // Chromium refuses its sandbox to root, which is who runs CI containers.
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...QUIET, ...root] });
}
