import type { Absence } from '../../core/radio/absence.ts';
import type { RadioSignature } from '../../core/radio/signature-schema.ts';

/** Where an iPhone keeps its answer, and how long that must be. */
export type GattTarget = NonNullable<RadioSignature['gatt']>;

/**
 * What runs between the Kit and the radio process. Plain data that survives structured clone and JSON alike:
 * Electron's utility process uses the one, Node's child process the other.
 */
export type ToRadio =
  | { readonly say: 'listen' }
  | { readonly say: 'rest' }
  /** Connect to this phone, read once, hang up. One at a time. */
  | { readonly say: 'read'; readonly address: string; readonly gatt: GattTarget }
  /** Put these advertising bytes (hex) on the air; asked of a beacon process only. */
  | { readonly say: 'advertise'; readonly packet: string; readonly seconds: number }
  | { readonly say: 'end' };

/** An advertisement on the wire: bytes as lower-case hex, times in milliseconds since the batch before. */
export interface WireAdvert {
  /** Milliseconds before the batch was sent. */
  readonly ago: number;
  readonly address: string;
  readonly rssi: number | null;
  readonly connectable: boolean;
  readonly name: string | null;
  readonly services: readonly string[];
  /** Company id and payload hex. */
  readonly manufacturer: readonly (readonly [number, string])[];
}

/** How a phone answered. Only `confirmed` says something about it; the others say nothing against it. */
export type ReadAnswer = 'confirmed' | 'not-heard' | 'not-offered' | 'wrong-length' | 'no-answer';

export type FromRadio =
  /** The adapter's state, said once at the start and at every change. */
  | { readonly say: 'ready' }
  | { readonly say: 'listening' }
  | { readonly say: 'resting' }
  | { readonly say: 'absent'; readonly reason: Absence }
  /** Adverts of the last instants. */
  | { readonly say: 'heard'; readonly adverts: readonly WireAdvert[] }
  /** The adapter says that it scans, and nothing at all comes, although the scan was started anew. */
  | { readonly say: 'deaf' }
  | { readonly say: 'read'; readonly answer: ReadAnswer }
  /** The heartbeat, with the number of phones that the radio library has not forgotten. */
  | { readonly say: 'alive'; readonly phones: number }
  | { readonly say: 'advertising' }
  /** This platform or adapter does not send the bytes it was given. */
  | { readonly say: 'cannot-advertise' };

/** One end of a running radio process. */
export interface RadioPort {
  send(message: ToRadio): void;
  onMessage(listener: (message: FromRadio) => void): void;
  /** Called once, with the exit code or `null` after a signal. */
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
}

/** The same program in two parts: one listens, the other is the reference beacon. */
export type RadioRole = 'ears' | 'beacon';

export type StartRadioProcess = (role?: RadioRole) => RadioPort;
