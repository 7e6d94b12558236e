import type { Noble, Peripheral } from './noble-types.ts';

/** A phone that was silent this long is forgotten here and in noble: with the sweep below, two minutes at most (law 4). */
const SILENT_MS = 90_000;
/** Between two sweeps. */
export const SWEEP_MS = 15_000;

/**
 * What noble keeps of a phone. None of it is public and none of it ever shrinks by itself, so each piece is
 * looked for and left alone where a backend has it not.
 */
interface Memory {
  _cleanupPeriperals?(id: string): void;
  readonly _bindings?: {
    readonly _addresses?: Record<string, unknown>;
    readonly _addresseTypes?: Record<string, unknown>;
    readonly _connectable?: Record<string, unknown>;
    readonly scannable?: Record<string, unknown>;
    readonly _gap?: { readonly _discoveries?: Record<string, unknown> } | null;
    readonly _devices?: Map<string, unknown>;
  };
}

/**
 * The phones that noble knows, by the address that adverts carry: to find one that is to be read, to make noble
 * forget the others, and to know how much it still holds.
 */
export class Phones {
  readonly #noble: Noble;
  /** Backends in native code keep their own list, which nothing but a fresh process empties. */
  readonly #native: boolean;
  readonly #lately = new Map<string, { readonly phone: Peripheral; at: number }>();
  #forgotten = 0;

  constructor(noble: Noble, native: boolean) {
    this.#noble = noble;
    this.#native = native;
  }

  hear(address: string, phone: Peripheral, at: number): void {
    const known = this.#lately.get(address);
    if (known?.phone === phone) known.at = at;
    else this.#lately.set(address, { phone, at });
  }

  find(address: string): Peripheral | null {
    return this.#lately.get(address)?.phone ?? null;
  }

  /** Phones whose addresses this process still holds. */
  get held(): number {
    return this.#lately.size + (this.#native ? this.#forgotten : 0);
  }

  /** Forgets everybody, heard just now or not. */
  forgetAll(): void {
    this.forget(Number.POSITIVE_INFINITY);
  }

  /** Forgets who was silent for a minute and a half. `now` as in `hear`, monotonic milliseconds. */
  forget(now: number): void {
    const memory = this.#noble as unknown as Memory;
    for (const [address, { phone, at }] of this.#lately) {
      if (now - at < SILENT_MS || phone.state !== 'disconnected') continue;
      this.#lately.delete(address);
      this.#forgotten++;
      memory._cleanupPeriperals?.(phone.id);
      const bindings = memory._bindings;
      delete bindings?._addresses?.[phone.id];
      delete bindings?._addresseTypes?.[phone.id];
      delete bindings?._connectable?.[phone.id];
      delete bindings?.scannable?.[phone.id];
      delete bindings?._gap?._discoveries?.[phone.address];
      bindings?._devices?.delete(phone.id);
    }
  }
}
