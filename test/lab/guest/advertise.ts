/**
 * `node advertise.ts HEX`: bleno puts these advertising bytes on the air until it is killed. Prints `{"advertising":true}`
 * once the adapter has taken them.
 */
import type { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';

interface Bleno extends EventEmitter<{ stateChange: [state: string]; advertisingStart: [error?: Error | null] }> {
  startAdvertisingWithEIRData(adv: Buffer): void;
}

// The types in the package describe a module of another name, so an import statement finds none.
const bleno: Bleno = createRequire(import.meta.url)('@abandonware/bleno');
const adv = Buffer.from(process.argv[2] ?? '', 'hex');

bleno.on('stateChange', (state) => {
  if (state === 'poweredOn') bleno.startAdvertisingWithEIRData(adv);
});
bleno.on('advertisingStart', (error) => {
  if (error) throw error;
  console.log(JSON.stringify({ advertising: true }));
});
