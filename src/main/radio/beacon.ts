import { hexOf } from '../../core/base/hex.ts';
import { done, failed, type Result } from '../../core/base/result.ts';
import type { RadioSignature } from '../../core/radio/signature-schema.ts';
import { beaconPacket } from './beacon-packet.ts';
import type { StartRadioProcess } from './protocol.ts';
import { endGently } from './stop-process.ts';

/** What starting may take before the first packet, added to the time that was asked for. */
const START_MS = 15_000;

/**
 * Runs the reference beacon in a process of its own until its time is over or `stop` is aborted. A process that
 * outlives both is ended: nothing of ours stays on the air.
 */
export async function sendBeacon(
  start: StartRadioProcess,
  signature: RadioSignature,
  seconds: number,
  stop: AbortSignal,
): Promise<Result<void>> {
  const packet = beaconPacket(signature);
  if (packet === null) return failed('beacon-unsupported');
  const port = start('beacon');
  let outcome: Result<void> = failed('radio-absent', { reason: 'radio-failed' });
  const ended = new Promise<void>((resolve) => port.onExit(() => resolve()));
  port.onMessage((message) => {
    if (message.say === 'advertising') outcome = done(undefined);
    else if (message.say === 'cannot-advertise') outcome = failed('beacon-unsupported');
    else if (message.say === 'absent') outcome = failed('radio-absent', { reason: message.reason });
  });
  const end = (): void => void endGently(port);
  stop.addEventListener('abort', end);
  const limit = setTimeout(end, START_MS + seconds * 1_000);
  port.send({ say: 'advertise', packet: hexOf(packet), seconds });
  await ended;
  clearTimeout(limit);
  stop.removeEventListener('abort', end);
  return outcome;
}
