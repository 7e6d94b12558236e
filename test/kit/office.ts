import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const BIG = { maxBuffer: 256 * 1024 * 1024 };

/** Lets LibreOffice, under a profile of its own, turn documents into another format: `a.docx` → `folder/a.pdf`. */
export async function convert(files: readonly string[], format: 'pdf' | 'xlsx', folder: string): Promise<void> {
  const profile = await mkdtemp(path.join(tmpdir(), 'office-'));
  try {
    const options = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore'];
    await run('soffice', [...options, '--convert-to', format, '--outdir', folder, ...files], BIG);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

/** The words of a PDF, page by page, with single spaces. */
export async function pagesOf(pdf: string): Promise<string[]> {
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-'], BIG);
  return stdout
    .split('\f')
    .slice(0, -1)
    .map((page) => page.normalize('NFC').replace(/\s+/g, ' ').trim());
}

export interface Word {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Every word with the box it stands in, in points, and the widths and heights of the pages. */
export async function wordsOf(pdf: string): Promise<{ words: Word[]; widths: number[]; heights: number[] }> {
  const { stdout } = await run('pdftotext', ['-bbox', pdf, '-'], BIG);
  const words: Word[] = [];
  const widths: number[] = [];
  const heights: number[] = [];
  const tag =
    /<page width="([\d.]+)" height="([\d.]+)"|<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g;
  for (const [, width, height, left, top, right, bottom, text = ''] of stdout.matchAll(tag)) {
    if (width !== undefined) {
      widths.push(Number(width));
      heights.push(Number(height));
    } else {
      const [page, box] = [widths.length, [left, top, right, bottom].map(Number)];
      words.push({ page, text, left: box[0] ?? 0, top: box[1] ?? 0, right: box[2] ?? 0, bottom: box[3] ?? 0 });
    }
  }
  return { words, widths, heights };
}

/** What a PDF says of itself: title, page size and so on. */
export async function infoOf(pdf: string): Promise<Partial<Record<string, string>>> {
  const { stdout } = await run('pdfinfo', [pdf]);
  return Object.fromEntries(
    stdout.split('\n').flatMap((line) => {
      const [, name, value] = /^([^:]+):\s+(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
}

export interface Font {
  readonly name: string;
  readonly embedded: boolean;
}

export async function fontsOf(pdf: string): Promise<Font[]> {
  const { stdout } = await run('pdffonts', [pdf]);
  return stdout
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
    .map((line) => ({
      name: line.split(/\s+/)[0]?.replace(/^[A-Z]{6}\+/, '') ?? '',
      embedded: /\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/.exec(line)?.[1] === 'yes',
    }));
}

/** Pages as pictures in a folder, `name-1.png` and so on. */
export async function picturesOf(pdf: string, folder: string, name: string): Promise<string[]> {
  await run('pdftoppm', ['-r', '80', '-png', pdf, path.join(folder, name)]);
  return (await readdir(folder)).filter((file) => file.startsWith(`${name}-`));
}

/** Share of each page that is printed in middle grey, as a mark behind the text is. */
export async function greyShares(pdf: string): Promise<number[]> {
  const { stdout } = await run('pdftoppm', ['-r', '40', '-gray', pdf], { ...BIG, encoding: 'buffer' });
  const shares: number[] = [];
  for (let at = 0; at < stdout.length; ) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.subarray(at, at + 40).toString('latin1'));
    if (head === null) throw new Error('not a grey picture');
    const [start, size] = [at + head[0].length, Number(head[1]) * Number(head[2])];
    const pixels = stdout.subarray(start, start + size);
    shares.push(pixels.filter((pixel) => pixel > 170 && pixel < 235).length / size);
    at = start + size;
  }
  return shares;
}

/**
 * How far down each page that another of the same part follows is printed, as a share of its height. A page without
 * words beside its number shows as 0. @param starts words that the first page of a part begins with.
 */
export async function filledTo(pdf: string, starts: RegExp): Promise<number[]> {
  const [{ words, heights }, pages] = await Promise.all([wordsOf(pdf), pagesOf(pdf)]);
  return pages.flatMap((text, at) => {
    const next = pages[at + 1];
    const goesOn = next !== undefined && !starts.test(next);
    if (/^\d*$/.test(text)) return [0];
    if (!goesOn) return [];
    const lowest = Math.max(...words.filter(({ page }) => page === at + 1).map(({ bottom }) => bottom));
    return [lowest / (heights[at] ?? 1)];
  });
}
