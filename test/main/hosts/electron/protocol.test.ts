import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveClient } from '../../../../src/main/hosts/electron/protocol.ts';

let folder: string;
let ask: (url: string, method?: string) => Promise<Response>;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'client-'));
  mkdirSync(path.join(folder, 'client', 'assets'), { recursive: true });
  mkdirSync(path.join(folder, 'client-secret'));
  writeFileSync(path.join(folder, 'client', 'index.html'), '<!doctype html><title>Trạm Bluezone</title>');
  writeFileSync(path.join(folder, 'client', 'assets', 'main.js'), 'export {};');
  writeFileSync(path.join(folder, 'client', 'assets', 'pdf.worker.min.mjs'), 'export {};');
  writeFileSync(path.join(folder, 'client', 'assets', 'chữ.woff2'), 'woff');
  writeFileSync(path.join(folder, 'client', 'tram.sqlite'), 'no type of ours');
  writeFileSync(path.join(folder, 'machine.json'), 'secret');
  writeFileSync(path.join(folder, 'client-secret', 'key.json'), 'secret');
  const serve = serveClient(path.join(folder, 'client'));
  ask = (url, method = 'GET') => serve(new Request(url, { method }));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('app:// in the window', () => {
  test('serves the first page with its policy', async () => {
    const reply = await ask('app://kit/');
    expect(reply.status).toBe(200);
    expect(await reply.text()).toContain('Trạm Bluezone');
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('serves scripts and fonts with the types that the page needs', async () => {
    expect((await ask('app://kit/assets/main.js')).headers.get('content-type')).toMatch(/^text\/javascript/);
    expect((await ask('app://kit/assets/ch%E1%BB%AF.woff2?v=1#x')).headers.get('content-type')).toBe('font/woff2');
  });

  test('serves the worker that draws the pages of a preview as a script of its own, whole and under its policy', async () => {
    const reply = await ask('app://kit/assets/pdf.worker.min.mjs');
    expect([reply.status, await reply.text()]).toEqual([200, 'export {};']);
    // A module of any other type, or one that the page's policy does not name, never runs.
    expect(reply.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(reply.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(reply.headers.get('content-security-policy')).not.toContain('worker-src');
  });

  test('serves nothing outside the client folder', async () => {
    const outside = [
      'app://kit/../machine.json',
      'app://kit/%2e%2e/machine.json',
      'app://kit/..%2fmachine.json',
      'app://kit/assets/..%2f..%2fmachine.json',
      'app://kit/..%5cmachine.json',
      'app://kit/..%2fclient-secret%2fkey.json',
      'app://kit//etc/passwd',
      `app://kit/${encodeURIComponent(path.join(folder, 'machine.json'))}`,
      'app://other/index.html',
    ];
    for (const url of outside) {
      const reply = await ask(url);
      expect(reply.status, url).toBe(404);
      expect(await reply.text(), url).not.toContain('secret');
    }
  });

  test('answers 404 to what is not there, is no file, or cannot be read as an address', async () => {
    for (const url of [
      'app://kit/none.js',
      'app://kit/assets',
      'app://kit/%ff',
      'app://kit/%00',
      'app://kit/tram.sqlite',
    ]) {
      expect((await ask(url)).status, url).toBe(404);
    }
  });

  test('puts the policy on refusals too, and takes no other method', async () => {
    expect((await ask('app://kit/none.js')).headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await ask('app://kit/', 'POST')).status).toBe(405);
  });
});
