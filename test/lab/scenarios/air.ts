/** Two adapters that hear each other, and what was left of a day on the air. */
import { type AdContent, readAdStructures } from '../../../src/core/radio/advert.ts';
import { bytes, TEST_ID, V1 } from '../people.ts';
import type { Answer, Scenario } from '../scenario.ts';

const COMPANY = 0x22b5;
const isBeacon = ({ services, manufacturer }: AdContent): boolean =>
  services.includes('4e56') &&
  manufacturer.some(({ company, data }) => company === COMPANY && (data.length === 11 || data.length === 13));
const isPhone = ({ manufacturer }: AdContent): boolean =>
  manufacturer.some(({ company, data }) => company === COMPANY && data.length === 12);

const expectFacts = ({ seen }: Answer, least: Readonly<Record<string, number>>): string | undefined => {
  const short = Object.entries(least).find(([name, count]) => (seen?.[name] ?? 0) < count);
  return short && `expected at least ${short[1]} ${short[0]}`;
};

export const airScenarios: readonly Scenario[] = [
  {
    id: 'bleno',
    sentence: "counts bleno's advert of V1 on a btvirt pair as an Android Bluezone phone",
    limitSeconds: 90,
    async play(stage) {
      // btvirt hands an advert over once, at the moment a scan starts: bleno has to be on the air before.
      await stage.plugInPair();
      await stage.bleno(V1);
      return stage.kit('scan', '--seconds', '6', '--radio', 'bluetooth');
    },
    judge: ({ classes }) => ((classes?.android ?? 0) >= 1 ? undefined : 'expected classes.android of at least 1'),
  },
  {
    id: 'beacon',
    sentence: "the kit's own beacon on one laptop is heard by another as a beacon, never as a phone",
    limitSeconds: 150,
    async play(stage) {
      await stage.plugInPair();
      const speaking = stage.otherLaptop('beacon', '--seconds', '40');
      // Until the beacon speaks there is nothing to hear, and btvirt repeats nothing: listen again until it was heard.
      const classes: Record<string, number> = {};
      for (let attempt = 0; attempt < 8 && classes.beacon === undefined; attempt++) {
        const { classes: heard = {} } = await stage.kit('scan', '--seconds', '3', '--radio', 'bluetooth');
        for (const [name, count] of Object.entries(heard)) classes[name] = (classes[name] ?? 0) + count;
      }
      const { seconds = 0, code } = await speaking;
      return {
        classes,
        packets: Object.values(classes).reduce((sum, count) => sum + count, 0),
        seconds,
        ...(code && { code }),
      };
    },
    judge: ({ classes = {}, seconds = 0, code }) => {
      if (code !== undefined) return `the beacon failed with ${code}`;
      if ((classes.beacon ?? 0) < 1) return 'expected classes.beacon of at least 1';
      if (Object.keys(classes).some((name) => name !== 'beacon')) return 'expected nothing but the beacon';
      return seconds >= 40 && seconds < 70 ? undefined : 'expected the beacon to speak for its 40 s and no longer';
    },
  },
  {
    id: 'trace',
    sentence: "btmon's trace proves what was on the air: the phones, the beacon, the answer over GATT",
    limitSeconds: 60,
    async play(stage) {
      const air = stage.air();
      const heard = [...air.heard].map((hex) => readAdStructures(bytes(hex)));
      const sent = [...air.sent].map((hex) => readAdStructures(bytes(hex)));
      return {
        seen: {
          reports: air.reports,
          addresses: air.addresses.size,
          'packets of V1': [...air.heard].filter((hex) => hex === V1).length,
          'phone IDs': heard.filter(isPhone).length,
          'beacons sent': sent.filter(isBeacon).length,
          'beacons heard': heard.filter(isBeacon).length,
          'answers of 12 bytes': [...air.read].filter((hex) => hex.length === 24).length,
          'own packets that a phone would log': sent.filter((content) => isPhone(content) && !isTestPhone(content))
            .length,
        },
      };
    },
    judge: (answer) => {
      if ((answer.seen?.['own packets that a phone would log'] ?? 1) !== 0)
        return 'expected no 12-byte payload of our own';
      return expectFacts(answer, {
        reports: 1_000,
        addresses: 300,
        'packets of V1': 1,
        'phone IDs': 3,
        'beacons sent': 1,
        'beacons heard': 1,
        'answers of 12 bytes': 1,
      });
    },
  },
  {
    id: 'nothing-left',
    sentence: 'no ID, address or payload of the day is left in data folders, logs, reports or anywhere else',
    limitSeconds: 180,
    async play(stage) {
      const { found, files, bytes: size, sought } = await stage.leftovers();
      // Which file, never what: the console of this run is kept.
      if (found.length > 0) throw new Error(`found in ${found.join(', ')}`);
      return {
        seen: { files, 'kB searched': Math.round(size / 1000), 'patterns sought': sought, found: found.length },
      };
    },
    judge: (answer) => expectFacts(answer, { files: 5, 'kB searched': 500, 'patterns sought': 300 }),
  },
];

/** bleno stood in for a phone with the published test ID; that one was meant. */
const isTestPhone = ({ manufacturer }: AdContent): boolean =>
  manufacturer.some(({ data }) => Buffer.from(data).toString('hex') === TEST_ID);
