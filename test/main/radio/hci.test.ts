import { describe, expect, onTestFinished, test } from 'vitest';
import type { Advert } from '../../../src/core/radio/advert.ts';
import { classify } from '../../../src/core/radio/signature.ts';
import { isPacketFault } from '../../../src/main/radio/noble-radio.ts';
import { listenWith } from '../../../src/main/radio/scanner.ts';
import { bytes, heard, signature, vectors } from '../../kit/adverts.ts';
import { nobleOnHci } from '../../kit/hci-noble.ts';
import { advertisingReport, extendedReport, strangeReport } from '../../lab/guest/hci.ts';
import { run } from '../../soak/hci.ts';

/** The real noble on a played socket, listening. */
async function ears() {
  const { noble, packet } = nobleOnHci();
  onTestFinished(() => noble.stop());
  const adverts: Advert[] = [];
  const nothing = (): void => undefined;
  const listening = await new Promise<ReturnType<typeof listenWith>>((resolve) => {
    const started = listenWith(
      noble,
      { native: false, bluez: null },
      {
        onReady: nothing,
        onListening: () => resolve(started),
        onResting: nothing,
        onAbsent: nothing,
        onStuck: nothing,
        onDeaf: nothing,
        onAdvert: (advert) => adverts.push(advert),
      },
      () => performance.now(),
    );
    started.listen();
  });
  return { packet, adverts, listening };
}

let phones = 0;
const emission = (adv: string, scan: string | undefined, rssi: number) => ({
  atMs: 0,
  phone: 0,
  address: `5a:00:00:00:00:${(++phones).toString(16).padStart(2, '0')}`,
  addressType: 'random' as const,
  pduType: 'ADV_IND' as const,
  adv: bytes(adv),
  scanResponse: scan === undefined ? null : bytes(scan),
  rssi,
});

describe('noble on a raw adapter', () => {
  test.each(Object.entries(vectors))(
    'hands over what %s says, at the first packet, in both forms of report',
    async (_, packets) => {
      const [adv = '', scan] = packets;
      for (const report of [advertisingReport, extendedReport]) {
        const { packet, adverts } = await ears();
        const sent = emission(adv, scan, -47);
        packet(report(sent, 'advert'));
        expect(adverts).toHaveLength(1);
        if (scan !== undefined) packet(report(sent, 'scan response'));
        expect(new Set(adverts.map((advert) => classify(advert, signature)))).toContain(
          classify(heard(packets), signature),
        );
        expect(adverts.every((advert) => advert.address === sent.address && advert.rssi === -47)).toBe(true);
      }
    },
  );

  test.each([
    [127, null],
    [0, null],
    [25, null],
    [-100, -100],
    [-20, -20],
  ])('takes a strength of %i dBm as %s', async (rssi, known) => {
    const { packet, adverts } = await ears();
    packet(advertisingReport(emission(vectors.V1[0], undefined, rssi), 'advert'));
    expect(adverts.map((advert) => advert.rssi)).toEqual([known]);
  });

  test('throws on some packets of Bluetooth 5; the radio process knows these and hears on', async () => {
    const { packet, adverts } = await ears();
    let caught: unknown = null;
    try {
      packet(strangeReport(1, true));
    } catch (error) {
      caught = error;
    }
    expect(isPacketFault(caught)).toBe(true);
    packet(extendedReport(emission(vectors.V1[0], undefined, -50), 'advert'));
    expect(adverts).toHaveLength(1);
    expect(isPacketFault(new RangeError('of the kit itself'))).toBe(false);
    expect(isPacketFault(Object.assign(new Error('EPERM'), { code: 'EPERM' }))).toBe(false);
  });

  test('forgets every phone two minutes after it was last heard, and the kit with it', async () => {
    const { packet, listening } = await ears();
    for (let n = 0; n < 50; n++) packet(advertisingReport(emission(vectors.V1[0], undefined, -50), 'advert'));
    expect(listening.phones).toBe(50);
    listening.tick(performance.now() + 60_000);
    expect(listening.phones).toBe(50);
    listening.tick(performance.now() + 120_000);
    expect(listening.phones).toBe(0);
  });

  test('survives 30,000 malformed adverts and events without a throw that kills, a hang, or growth', async () => {
    const soak = await run(30_000, 17);
    expect(soak.faults).toEqual([]);
    expect(soak.survived).toBeGreaterThan(0);
    expect(soak.stillHears).toBe(true);
    expect(soak.slowestMs).toBeLessThan(500);
    // At 100 a second, all from new addresses, forgotten after a minute and a half and a sweep.
    expect(soak.heldMost).toBeLessThan(11_000);
    expect(soak.grownMb).toBeLessThan(10);
  });
});
