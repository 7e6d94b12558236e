/**
 * What is on the air: phones as endless sequences of emissions. Pure, so that the same room can be played through a
 * virtual controller in the lab or read as plain objects in a unit test.
 */

/** Advertising PDU kinds by the number HCI gives them (Core Spec 5.4, Vol 4 Part E, 7.7.65.2, Event_Type). */
export const PDU = { ADV_IND: 0, ADV_DIRECT_IND: 1, ADV_SCAN_IND: 2, ADV_NONCONN_IND: 3 } as const;

/** One packet of one phone as the adapter's antenna hears it. */
export interface Emission {
  /** Milliseconds since the room began to be heard. Emissions come in rising order. */
  readonly atMs: number;
  /** Six bytes, most significant first: `5a:10:00:00:00:01`. */
  readonly address: string;
  readonly addressType: 'public' | 'random';
  readonly pduType: (typeof PDU)[keyof typeof PDU];
  /** Advertising data, 0–31 bytes. */
  readonly adv: Uint8Array;
  /** Sent when the listener scans actively; 0–31 bytes. */
  readonly scanResponse?: Uint8Array;
  /** dBm, −127…20; 127 means "not available". */
  readonly rssi: number;
}

/** Anything that yields emissions in rising order of time. */
export type Room = Iterable<Emission> | AsyncIterable<Emission>;

export interface Phone {
  readonly address: string;
  /** Advertising data in hex; blanks allowed, as in the published vectors. */
  readonly adv: string;
  /** Mean signal strength at the adapter, dBm. */
  readonly rssi: number;
  /** Advertising interval in milliseconds, before the random delay. */
  readonly intervalMs: number;
  readonly seed: number;
}

/** Bytes of a hex string with optional blanks. */
export function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.replaceAll(' ', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/**
 * One phone that advertises for ever. Every interval is lengthened by a random 0–10 ms (advDelay, Core Spec 5.4,
 * Vol 6 Part B, 4.4.2.2.1); the strength wanders ±4 dB around its mean, as it does with a phone held in a hand.
 */
export function* phone(of: Phone): Generator<Emission> {
  const random = randomFrom(of.seed);
  const adv = bytes(of.adv);
  for (let atMs = 0; ; atMs += of.intervalMs + random() * 10) {
    const rssi = Math.round(of.rssi + (random() - 0.5) * 8);
    yield { atMs, address: of.address, addressType: 'random', pduType: PDU.ADV_IND, adv, rssi };
  }
}

/** Park and Miller's minimal standard generator (1988): numbers in [0, 1), the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
