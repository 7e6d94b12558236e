/**
 * The radio process. Native Bluetooth code may crash, hang or grow; here it can do so without touching the
 * counting. Writes nothing anywhere: no log, no file.
 */
import { advertiseOnOrder } from './beacon-process.ts';
import { isPacketFault } from './noble-radio.ts';
import { leave } from './parent-port.ts';
import type { RadioRole } from './protocol.ts';
import { listenOnOrder } from './scan-process.ts';
import { absenceOfError } from './scanner.ts';

const fail = (error: unknown): void => {
  if (!isPacketFault(error)) leave({ say: 'absent', reason: absenceOfError(error) }, 1);
};
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
// A kit that died must not leave an ear or a voice behind.
process.on('disconnect', () => process.exit(0));

const role: RadioRole = process.argv.at(-1) === 'beacon' ? 'beacon' : 'ears';
if (role === 'beacon') advertiseOnOrder();
else listenOnOrder();
