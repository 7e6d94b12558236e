export const MARKS = /[\u0300-\u036f]/g;

/**
 * A search key without accents, case and punctuation: `LĐLĐ tỉnh Hòa Bình` and `ldld tinh hoà bình` meet.
 * Dropping every mark also makes old and new tone placement equal (Hoà/Hòa).
 */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Control characters and direction marks have no place in a name and can turn a screen or a document around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
export const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/;

export const BREAKS = new RegExp(UNPRINTABLE.source, 'gu');

export const HALF_PAIRS = /\p{Surrogate}/gu;

/** Text as a document may carry it: one form of every letter, no control or direction marks, no stray spaces. */
export const clean = (text: string): string =>
  text.normalize('NFC').replace(BREAKS, ' ').replace(HALF_PAIRS, '').replace(/\s+/g, ' ').trim();
