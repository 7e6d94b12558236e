import { withoutMarks } from './text.ts';

/**
 * Widths of printed text, so that rules under headings and table columns get the length they need.
 * Advance widths of Times bold, ASCII 32–126, in thousandths of the type size (public metrics of the Times
 * family; Times New Roman and its metric twins share them). Upright type is a little narrower, so what fits
 * in bold fits in both.
 */
const BOLD = [
  250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
  500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944,
  722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556,
  444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394,
  220, 394, 520,
];
const OTHER = 750;

/** Width of one line in ems: multiply by the type size for its unit. Vietnamese marks take no room of their own. */
export function emWidth(text: string): number {
  let sum = 0;
  for (const letter of withoutMarks(text)) {
    sum += BOLD[(letter.codePointAt(0) ?? 0) - 32] ?? OTHER;
  }
  return sum / 1000;
}

/** Width of the widest piece that a line break cannot divide, in ems. */
export const wordWidth = (text: string): number => Math.max(0, ...text.split(/\s+/).map(emWidth));

/** Lines that a text takes in a given width, breaking between words; a word wider than the line takes several. */
export function linesOf(text: string, widthEm: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const width = emWidth(word);
    const needed = used === 0 ? width : used + BLANK + width;
    if (needed <= widthEm) {
      used = needed;
      continue;
    }
    const alone = Math.max(1, Math.ceil(width / widthEm));
    lines += used === 0 ? alone - 1 : alone;
    used = width - (alone - 1) * widthEm;
  }
  return lines;
}
const BLANK = 0.25;

/** Points to millimetres. */
export const POINT_MM = 25.4 / 72;

/** Words that begin the part of an organisation's name that tells where it is or whose it is. */
const OPENING = /^(TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|CÔNG|TỔNG|VIỆT)$/u;
/** What a break at such a word may cost in evenness, in ems. */
const SENSE_EM = 4;

/**
 * Breaks a name in capitals into the fewest lines of a width, as even as they can be and rather where a new
 * part of the name begins: `CĐ CÁC KCN` / `TỈNH BÌNH DƯƠNG`.
 */
export function evenLines(name: string, widthEm: number): string[] {
  const words = name.split(' ');
  const best: { lines: string[]; cost: number }[] = [{ lines: [], cost: 0 }];
  for (let end = 1; end <= words.length; end += 1) {
    for (let start = 0; start < end; start += 1) {
      const line = words.slice(start, end).join(' ');
      const width = emWidth(line);
      const before = best[start];
      if (before === undefined || (width > widthEm && end - start > 1)) continue;
      const sense = start === 0 || OPENING.test(words[start] ?? '') ? 0 : SENSE_EM ** 2;
      // Every line costs more than any unevenness: fewest lines first.
      const cost = before.cost + widthEm ** 2 * 4 + (widthEm - width) ** 2 + sense;
      const held = best[end];
      if (held === undefined || cost < held.cost) best[end] = { lines: [...before.lines, line], cost };
    }
  }
  return best[words.length]?.lines ?? [name];
}
