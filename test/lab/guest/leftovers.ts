/** Looks for anything that was on the air in the files that a day left behind. */

import { codeOf } from '../../../src/core/check/shown-code.ts';
import { readAdStructures } from '../../../src/core/radio/advert.ts';
import { bytes } from '../people.ts';
import type { Air } from '../scenario.ts';

/** Shorter payloads (a counter, two zero bytes) stand in every file by chance. */
const SHORTEST = 6;

/**
 * Every spelling under which an address or a payload could have been kept: bytes in both orders, hex in both cases
 * with and without separators, base64, and the short code that a phone shows of its ID.
 */
export function spellings(air: Air): Buffer[] {
  const found = new Set<string>();
  const add = (value: Buffer): void => {
    if (value.length < SHORTEST || new Set(value).size < 4) return;
    for (const order of [value, Buffer.from(value).reverse()]) {
      const hex = order.toString('hex');
      for (const text of [hex, hex.match(/../g)?.join(':') ?? '', hex.match(/../g)?.join('-') ?? '']) {
        found.add(Buffer.from(text).toString('latin1'));
        found.add(Buffer.from(text.toUpperCase()).toString('latin1'));
      }
      found.add(order.toString('latin1'));
      found.add(order.toString('base64').replaceAll('=', ''));
    }
  };
  for (const address of air.addresses) add(Buffer.from(address, 'hex'));
  for (const value of air.read) add(Buffer.from(value, 'hex'));
  for (const data of [...air.heard, ...air.sent]) {
    add(Buffer.from(data, 'hex'));
    for (const { data: payload } of readAdStructures(bytes(data)).manufacturer) {
      const id = Buffer.from(payload);
      add(id);
      // What the operator compares with the phone's own screen. Codes of little but stars say nothing of anybody.
      const code = codeOf(id.toString('hex'));
      if (id.length >= SHORTEST && new Set(code).size > 4) found.add(code);
    }
  }
  return Array.from(found, (text) => Buffer.from(text, 'latin1'));
}

/** Searches many files for many patterns in one pass over each: by the first two bytes, then by the first four. */
export class Search {
  readonly #begins = new Uint8Array(0x10000);
  readonly #patterns = new Map<number, Buffer[]>();

  constructor(patterns: readonly Buffer[]) {
    for (const pattern of patterns) {
      if (pattern.length < 4) continue;
      this.#begins[pattern.readUInt16LE(0)] = 1;
      const key = pattern.readUInt32LE(0);
      this.#patterns.set(key, [...(this.#patterns.get(key) ?? []), pattern]);
    }
  }

  finds(contents: Buffer): boolean {
    for (let at = 0; at + 4 <= contents.length; at++) {
      const begin = (contents[at] as number) | ((contents[at + 1] as number) << 8);
      if (this.#begins[begin] === 0) continue;
      const candidates = this.#patterns.get(contents.readUInt32LE(at));
      if (candidates?.some((pattern) => contents.subarray(at, at + pattern.length).equals(pattern))) return true;
    }
    return false;
  }
}
