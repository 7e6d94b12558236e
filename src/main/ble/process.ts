/**
 * The radio process. Native Bluetooth code may crash, hang or grow; here it can do so without touching the
 * counting. Writes nothing anywhere: no log, no file.
 */
import { advertiseOnOrder } from './beacon-process.ts';
import { listenOnOrder } from './ears-process.ts';
import { absenceOfError } from './listening.ts';
import { isPacketFault } from './noble-radio.ts';
import { leave } from './parent.ts';
import type { RadioRole } from './port.ts';

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
