import { linuxAbsence, mayUseRawAdapter } from './linux-adapter.ts';
import { hearOrders, leave, say } from './parent-port.ts';
import { takeRadioLock } from './radio-lock.ts';
import { absenceOfError } from './scanner.ts';

/** However long was asked for, a forgotten beacon is off the air after a minute. */
const LONGEST_S = 60;
/** An adapter that has not begun by then will not. */
const BEGIN_MS = 8_000;
/**
 * Milliseconds between two packets. bleno gives no hand on the transmit power (it speaks the legacy commands,
 * which have none), so the beacon is kept quiet by sending half as often as a phone with its app open.
 */
const INTERVAL_MS = '200';

/** The reference beacon: advertises the bytes it is given for the time it is given, and ends. */
export function advertiseOnOrder(): void {
  hearOrders((order) => {
    if (order.say === 'end') process.exit(0);
    if (order.say !== 'advertise') return;
    advertise(Buffer.from(order.packet, 'hex'), Math.min(order.seconds, LONGEST_S)).catch((error: unknown) =>
      leave({ say: 'absent', reason: absenceOfError(error) }, 1),
    );
  });
  setInterval(() => say({ say: 'alive', phones: 0 }), 1_000);
}

async function advertise(packet: Buffer, seconds: number): Promise<void> {
  // Elsewhere bleno either sends names and services only, or takes the whole adapter away from the system.
  if (process.platform !== 'linux') return leave({ say: 'cannot-advertise' }, 0);
  const absence = linuxAbsence();
  if (absence !== null) return leave({ say: 'absent', reason: absence }, 0);
  if (!mayUseRawAdapter()) return leave({ say: 'absent', reason: 'no-permission' }, 0);
  if ((await takeRadioLock()) === null) return leave({ say: 'absent', reason: 'taken' }, 0);

  process.env.BLENO_ADVERTISING_INTERVAL = INTERVAL_MS;
  const { default: bleno } = await import('@abandonware/bleno');
  const late = setTimeout(() => leave({ say: 'cannot-advertise' }, 0), BEGIN_MS);
  bleno.on('advertisingStart', (error) => {
    clearTimeout(late);
    if (error) return leave({ say: 'cannot-advertise' }, 0);
    say({ say: 'advertising' });
    // Leaving takes the packet off the air: bleno stops the adapter in its exit handler.
    setTimeout(() => process.exit(0), seconds * 1_000);
  });
  bleno.on('stateChange', (state) => {
    if (state === 'poweredOn') bleno.startAdvertisingWithEIRData(packet);
    else if (state === 'poweredOff') leave({ say: 'absent', reason: 'powered-off' }, 0);
    else if (state === 'unauthorized') leave({ say: 'absent', reason: 'no-permission' }, 0);
    else if (state === 'unsupported') leave({ say: 'cannot-advertise' }, 0);
  });
}
