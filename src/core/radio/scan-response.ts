import type { Advert } from './advert.ts';
import type { RadioSignature } from './signature-schema.ts';

/** A scan response follows its advertisement within a millisecond; a lost one, within a few intervals. */
const TOGETHER_MS = 2_000;
/** Addresses whose half is kept: a crowd has hundreds, and whoever sends both halves in one packet needs none. */
const KEPT = 1_024;

interface Half extends Pick<Advert, 'services' | 'manufacturer'> {
  readonly at: number;
}

/**
 * Joins what one address says in two packets: service here, payload there, as an advertisement and its scan
 * response may divide them. Only what a rule asks for in combination is remembered, so nearly every packet on
 * the air passes by untouched.
 */
export class Halves {
  readonly #services = new Set<string>();
  readonly #companies = new Set<number>();
  readonly #halves = new Map<string, Half>();

  constructor(signature: Pick<RadioSignature, 'rules'>) {
    for (const { all } of signature.rules) {
      if (all.filter(({ has }) => has === 'service' || has === 'manufacturer').length < 2) continue;
      for (const condition of all) {
        if (condition.has === 'service') this.#services.add(condition.uuid);
        if (condition.has === 'manufacturer') this.#companies.add(condition.company);
      }
    }
  }

  get size(): number {
    return this.#halves.size;
  }

  /** The advertisement with what the same address said just before, or `null` when there is nothing to add. */
  join(advert: Advert): Advert | null {
    const services = advert.services.filter((uuid) => this.#services.has(uuid));
    const manufacturer = advert.manufacturer.filter(({ company }) => this.#companies.has(company));
    if (services.length === 0 && manufacturer.length === 0) return null;
    const before = this.#halves.get(advert.address);
    this.#halves.delete(advert.address);
    if (this.#halves.size >= KEPT) this.#dropOldest();
    this.#halves.set(advert.address, { at: advert.at, services, manufacturer });
    if (before === undefined || advert.at - before.at > TOGETHER_MS) return null;
    return {
      ...advert,
      services: [...new Set([...before.services, ...advert.services])],
      // What was said now stands first: an ID that changed is the newer one.
      manufacturer: [...advert.manufacturer, ...before.manufacturer],
    };
  }

  /** Forgets what is too old to be joined with anything. */
  forget(now: number): void {
    for (const [address, { at }] of this.#halves) {
      if (now - at <= TOGETHER_MS) return;
      this.#halves.delete(address);
    }
  }

  #dropOldest(): void {
    for (const address of this.#halves.keys()) {
      this.#halves.delete(address);
      return;
    }
  }
}
