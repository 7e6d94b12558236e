import type { Absence } from '../radio/absence.ts';
import type { PhoneKind } from './phones.ts';
import type { Phone } from './room.ts';

/** Who may come to the booth in practice, in the order in which a list offers them. */
export const visits = [
  'android-open',
  'android-background',
  'iphone-open',
  'iphone-background',
  'iphone-mute',
  'old-version',
  'side-by-side',
  'no-app',
  'far',
  'no-strength',
  'two-places',
  'deaf-laptop',
  'radio-lost',
] as const;
export type Visit = (typeof visits)[number];

/** One visit: the phones around, and what is wrong with the laptop, if anything is. */
export interface Scene {
  readonly phones: readonly Phone[];
  /** An iPhone in the background that is asked answers as the app does. */
  readonly answers: boolean;
  /** The laptop loses its Bluetooth after so many milliseconds. */
  readonly lost: { readonly afterMs: number; readonly reason: Absence } | null;
}

/** How strongly a phone held to the laptop is heard, dBm: iPhones send more strongly. */
const HELD = { android: -40, iphone: -31 } as const;

/** The hand needs a moment to bring the phone to the laptop. */
const HELD_AFTER_MS = 400;

const held = (kind: PhoneKind): Phone => ({
  kind,
  rssi: kind.startsWith('iphone') ? HELD.iphone : HELD.android,
  from: HELD_AFTER_MS,
});

/** A breath of sway around a strength, dBm: a phone that lies still. */
const calm = (rssi: number, atMs: number): number => rssi + Math.round(2 * Math.sin(atMs));

const still = (rssi: number): Phone => ({
  ...held('android-open'),
  rssi,
  heardAt: (atMs) => calm(rssi, atMs),
});

/** Others in the queue and around, decoys among them: never near enough to be taken for the phone in hand. */
const crowd: readonly Phone[] = [
  { kind: 'android-open', rssi: -78 },
  { kind: 'android-background', rssi: -74 },
  { kind: 'android-background', rssi: -88 },
  { kind: 'android-later', rssi: -82 },
  { kind: 'app-ibeacon', rssi: -70 },
  { kind: 'android-old', rssi: -86 },
  { kind: 'iphone-open', rssi: -76 },
  { kind: 'iphone-background', rssi: -80 },
  { kind: 'exposure', rssi: -60 },
  { kind: 'ibeacon', rssi: -58 },
  { kind: 'headset', rssi: -52 },
  { kind: 'headset', rssi: -64 },
  { kind: 'lookalike', rssi: -50 },
];

/** Without the app in hand, the queue keeps its distance, so that a beginner sees what silence looks like. */
const strangers: readonly Phone[] = crowd.filter(
  ({ kind }) => !kind.startsWith('android') && !kind.startsWith('iphone'),
);

/** One ID from two addresses that take turns: a relay, not a phone. */
const relayed: readonly Phone[] = [0, 1].map(() => ({
  ...held('android-open'),
  id: Uint8Array.of(0x28, 0x6b, 0xce, 0x58, 0x9a, 0xb9, 0x94, 0xef, 0xa5, 0xf7, 0x3c, 0xad),
}));

const phonesOf: Readonly<Record<Visit, readonly Phone[]>> = {
  'android-open': [...crowd, held('android-open')],
  'android-background': [...crowd, held('android-background')],
  'iphone-open': [...crowd, held('iphone-open')],
  'iphone-background': [...crowd, held('iphone-background')],
  'iphone-mute': [...crowd, held('iphone-background')],
  'old-version': [...crowd, held('android-old')],
  // The next in the queue leans in. Both lie still: in one case of thirty a hand that sways tells them apart after all.
  'side-by-side': [...crowd, still(HELD.android), still(HELD.android - 2)],
  'no-app': strangers,
  // A hand's width too far away.
  far: [...crowd, { kind: 'android-open', rssi: -62 }],
  // Some adapters report every strength as 127.
  'no-strength': [...strangers, { ...held('android-open'), heardAt: () => 127 }],
  'two-places': [...crowd, ...relayed],
  'deaf-laptop': [],
  'radio-lost': [...crowd, { ...held('android-open'), from: 6_000 }],
};

const LOST_AFTER_MS = 2_500;

/** What is on the air at a visit. */
export const sceneOf = (visit: Visit): Scene => ({
  phones: phonesOf[visit],
  answers: visit !== 'iphone-mute',
  lost: visit === 'radio-lost' ? { afterMs: LOST_AFTER_MS, reason: 'powered-off' } : null,
});

/** Who comes when nobody is chosen, in turn: what a beginner should meet first comes first. */
export const usualQueue: readonly Visit[] = [
  'android-open',
  'iphone-open',
  'android-background',
  'no-app',
  'old-version',
  'iphone-background',
  'side-by-side',
  'far',
];

/** Milliseconds into the guided minute at which the phone leaves its mark, and dBm there and two metres away. */
const CARRIED = { atMs: 26_500, mark: -43, away: -74 } as const;

/** The room of a calibration: a colleague's phone lies on the mark, is carried away in time, and stays away. */
export const calibrationScene: Scene = {
  phones: [
    ...crowd,
    {
      kind: 'android-open',
      rssi: CARRIED.mark,
      from: HELD_AFTER_MS,
      heardAt: (atMs) => calm(atMs < CARRIED.atMs ? CARRIED.mark : CARRIED.away, atMs),
    },
  ],
  answers: true,
  lost: null,
};
