import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** The kit needs nothing from any network; a page that could fetch would be a page that could leak. */
const safeHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

export function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { ...safeHeaders, 'Content-Type': type });
  response.end(body);
}

/** Serves one file of the screens; anything outside their folder, or unknown, is not found. */
export async function sendFile(response: ServerResponse, folder: string, urlPath: string): Promise<void> {
  const name = urlPath === '/' ? '/index.html' : urlPath;
  const file = path.resolve(folder, `.${name}`);
  const type = types[path.extname(file)];
  if (type === undefined || !file.startsWith(folder + path.sep)) return send(response, 404, 'text/plain', 'not found');
  try {
    send(response, 200, type, await readFile(file));
  } catch {
    send(response, 404, 'text/plain', 'not found');
  }
}
