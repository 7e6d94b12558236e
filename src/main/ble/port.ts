import type { Absence } from '../../core/verdict.ts';

/**
 * What runs between the Kit and the radio process. Plain data that survives structured clone and JSON alike:
 * Electron's utility process uses the one, Node's child process the other.
 */
export type ToRadio = { readonly say: 'listen' } | { readonly say: 'rest' } | { readonly say: 'end' };

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

export type FromRadio =
  /** The adapter's state, said once at the start and at every change. */
  | { readonly say: 'ready' }
  | { readonly say: 'listening' }
  | { readonly say: 'resting' }
  | { readonly say: 'absent'; readonly reason: Absence }
  /** Adverts of the last instants. */
  | { readonly say: 'heard'; readonly adverts: readonly WireAdvert[] }
  | { readonly say: 'alive' };

/** One end of a running radio process. */
export interface RadioPort {
  send(message: ToRadio): void;
  onMessage(listener: (message: FromRadio) => void): void;
  /** Called once, with the exit code or `null` after a signal. */
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
}

export type StartRadioProcess = () => RadioPort;
