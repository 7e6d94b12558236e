import { setTimeout as sleep } from 'node:timers/promises';
import type { Peripheral } from './noble-types.ts';
import type { GattTarget, ReadAnswer } from './protocol.ts';

/** Connecting, asking and hanging up together. */
export const READ_LIMIT_MS = 10_000;
/** Of these, what hanging up may take when the phone no longer answers. */
const HANG_UP_MS = 1_500;

/**
 * Connects, reads the one characteristic once, hangs up. The bytes are looked at for their number and let go in
 * the same breath: they are the phone's rolling ID.
 */
export async function readOnce(phone: Peripheral, target: GattTarget, limitMs = READ_LIMIT_MS): Promise<ReadAnswer> {
  const limit = new AbortController();
  const tooLong = sleep(limitMs - HANG_UP_MS, 'no-answer' as const, { signal: limit.signal });
  try {
    return await Promise.race([ask(phone, target), tooLong]);
  } catch {
    return 'no-answer';
  } finally {
    limit.abort();
    tooLong.catch(() => undefined);
    await hangUp(phone);
  }
}

async function ask(phone: Peripheral, { service, characteristic, bytes }: GattTarget): Promise<ReadAnswer> {
  await phone.connectAsync();
  const { characteristics } = await phone.discoverSomeServicesAndCharacteristicsAsync([service], [characteristic]);
  const [one] = characteristics;
  if (one === undefined) return 'not-offered';
  const { length } = await one.readAsync();
  return length === bytes ? 'confirmed' : 'wrong-length';
}

/** At once, whatever came of it: the worker's phone is not ours to hold. */
async function hangUp(phone: Peripheral): Promise<void> {
  if (phone.state === 'connecting') phone.cancelConnect();
  if (phone.state !== 'connected') return;
  const limit = new AbortController();
  const gone = phone.disconnectAsync().catch(() => undefined);
  await Promise.race([gone, sleep(HANG_UP_MS, undefined, { signal: limit.signal }).catch(() => undefined)]);
  limit.abort();
}
