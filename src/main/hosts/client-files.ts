import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** What the built screens are made of. A file of any other kind is not part of them. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  // The worker that draws the pages of a preview is shipped as a module.
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/**
 * Only what was shipped runs, and a page that can fetch nothing can leak nothing. Inline styles are how the
 * component library sets sizes; `data:` and `blob:` pictures are the QR and previews, drawn here.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What every answer to a page carries, a refusal too. */
export const safeHeaders = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** One file of the screens. */
export interface ClientFile {
  readonly type: string;
  readonly bytes: Buffer<ArrayBuffer>;
}

/**
 * Reads the file of the built screens in `root` that the path of an address names; `null` for all else of this
 * machine. `/` is the first page.
 */
export async function readClientFile(root: string, pathname: string): Promise<ClientFile | null> {
  const file = fileOf(root, pathname);
  const type = file === null ? undefined : TYPES[path.extname(file)];
  if (file === null || type === undefined) return null;
  try {
    // In Electron this call reads inside the package's archive too.
    return { type, bytes: await readFile(file) };
  } catch {
    return null;
  }
}

/** The file a path names, or `null` when it cannot be decoded or lies outside `root`. */
function fileOf(root: string, pathname: string): string | null {
  let named: string;
  try {
    named = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (named.includes('\0')) return null;
  const file = path.join(root, named.endsWith('/') ? `${named}index.html` : named);
  // Decoding may have brought back `..` or, on Windows, backslashes: what counts is where the path ends up.
  const inside = path.relative(root, file);
  return inside.startsWith('..') || path.isAbsolute(inside) ? null : file;
}
