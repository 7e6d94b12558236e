/**
 * `node advertise.ts HEX`: bleno puts these advertising bytes on the air until it is killed. Prints `{"advertising":true}`
 * once the adapter has taken them.
 */
import bleno from '@abandonware/bleno';

const adv = Buffer.from(process.argv[2] ?? '', 'hex');

bleno.on('stateChange', (state: string) => {
  if (state === 'poweredOn') bleno.startAdvertisingWithEIRData(adv);
});
bleno.on('advertisingStart', (error?: Error | null) => {
  if (error) throw error;
  console.log(JSON.stringify({ advertising: true }));
});
