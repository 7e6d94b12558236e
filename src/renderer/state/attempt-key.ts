/** 48 random bits: the Kit compares them with what this laptop has counted lately, some ten thousand lines. */
const BYTES = 6;

/** A name for one attempt to count: the same attempt sent again after a lost answer counts once. */
export const newOnce = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(BYTES))))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
