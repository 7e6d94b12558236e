const MARKS = /[\u0300-\u036f]/g;

/** Letters without their marks: `Đỗ Thị Hoà` and `Do Thi Hoa` meet. */
export const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(MARKS, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

/** `Thực hiện Công văn số {letter}` with the words put in; what has no word stays, or becomes `missing`. */
export const fillBraces = (
  pattern: string,
  words: Readonly<Record<string, string | number>>,
  missing?: string,
): string => pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(words[name] ?? missing ?? whole));

/**
 * A search key without accents, case and punctuation: `LĐLĐ tỉnh Hòa Bình` and `ldld tinh hoà bình` meet.
 * Dropping every mark also makes old and new tone placement equal (Hoà/Hòa).
 */
export function searchKey(text: string): string {
  return withoutMarks(text)
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
