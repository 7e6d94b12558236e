import type { RadioPort } from './protocol.ts';

/** What a process may take to end by itself. */
const END_MS = 500;

/** Asks a process to end, so that it takes its scan or advert off the adapter, and ends it when it does not. */
export function endGently(port: RadioPort): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => port.kill(), END_MS);
    port.onExit(() => {
      clearTimeout(force);
      resolve();
    });
    port.send({ say: 'end' });
  });
}
