import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { CLI } from '../../../kit/cli.ts';
import { freshFolder } from '../../../kit/folder.ts';

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** The built kit serving on loopback, as a booth starts it. */
async function served(...more: string[]): Promise<{ url: URL; child: ChildProcess; folder: string }> {
  const folder = path.join(freshFolder(), 'data');
  const child = spawn(
    process.execPath,
    [CLI, 'serve', '--no-open', '--json', '--radio', 'none', '--data', folder, ...more],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { url: new URL((JSON.parse(line) as { url: string }).url), child, folder };
}

function ask(
  url: URL,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: options.method ?? 'GET', headers: options.headers ?? {} }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on('error', reject);
    sent.end(options.body);
  });
}

async function enter(url: URL, headers: Record<string, string> = {}): Promise<string> {
  const { headers: answered } = await ask(url, { headers });
  const [cookie = ''] = answered['set-cookie'] ?? [];
  return cookie.split(';')[0] ?? '';
}

const post = (url: URL, name: string, cookie: string, input: unknown = {}, headers: Record<string, string> = {}) =>
  ask(new URL(`/api/${name}`, url), {
    method: 'POST',
    headers: { cookie, origin: url.origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(input),
  });

describe('the browser host', () => {
  test('listens on loopback only and lets a browser in by its token', async () => {
    const { url } = await served();
    expect(url.hostname).toBe('127.0.0.1');
    const { status, headers } = await ask(url);
    expect(status).toBe(303);
    expect(headers['set-cookie']?.[0]).toMatch(/^tram=[\w-]{32}; HttpOnly; SameSite=Strict; Path=\/$/);
    const about = await post(url, 'kit.about', await enter(url));
    expect(JSON.parse(about.body)).toMatchObject({ ok: true, value: { host: 'browser', world: 'real' } });
  });

  test('spends its token on the first browser window', async () => {
    const { url } = await served();
    const navigate = { 'sec-fetch-mode': 'navigate' };
    const cookie = await enter(url, navigate);
    expect(cookie).toMatch(/^tram=/);
    expect((await ask(url, { headers: navigate })).status).toBe(401);
    expect((await ask(url, { headers: { ...navigate, cookie } })).status).toBe(303);
  });

  test('does not open to a wrong token, a missing cookie, another host or another page', async () => {
    const { url } = await served();
    const cookie = await enter(url);
    expect((await ask(new URL('/enter?token=guess', url))).status).toBe(401);
    expect((await ask(new URL('/', url))).status).toBe(401);
    expect((await post(url, 'kit.about', 'tram=guess')).status).toBe(401);
    expect((await post(url, 'kit.about', cookie, {}, { host: 'evil.example' })).status).toBe(403);
    expect((await post(url, 'kit.about', cookie, {}, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await post(url, 'kit.about', cookie, {}, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await ask(new URL('/api/kit.about', url), { headers: { cookie } })).status).toBe(404);
  });

  test('serves the screens with a policy that lets nothing in from outside, and nothing beside them', async () => {
    const { url } = await served();
    const cookie = await enter(url);
    const page = await ask(new URL('/', url), { headers: { cookie } });
    expect(page.body).toContain('Trạm Bluezone');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    for (const outside of ['/../main/cli.js', '/%2e%2e/main/cli.js', '/..%2fmain%2fcli.js', '/nothing.js', '/.built']) {
      expect((await ask(new URL(`${url.origin}${outside}`), { headers: { cookie } })).status).toBe(404);
    }
  });

  test('answers what it cannot do in words, with a code', async () => {
    const { url } = await served();
    const cookie = await enter(url);
    expect(JSON.parse((await post(url, 'no.such', cookie)).body)).toMatchObject({
      ok: false,
      error: { code: 'unknown-request' },
    });
    expect(JSON.parse((await post(url, '__proto__', cookie)).body)).toMatchObject({
      ok: false,
      error: { code: 'unknown-request' },
    });
    const bad = JSON.parse((await post(url, 'tally.add', cookie, { union: 7 })).body);
    expect(bad).toMatchObject({ ok: false, error: { code: 'bad-input', words: { what: { vi: expect.any(String) } } } });
  });

  test('tells every open screen of a tally, after it is on disk', async () => {
    const { url } = await served();
    const cookie = await enter(url);
    const pushed = new Promise<{ name: string; body: { today: Record<string, number> } }>((resolve) => {
      const stream = request(new URL('/events', url), { headers: { cookie } }, (response) => {
        onTestFinished(() => void response.destroy());
        response.on('data', (chunk) => {
          const line = /^data: (.*)$/m.exec(String(chunk));
          if (line?.[1]) resolve(JSON.parse(line[1]));
          else void post(url, 'tally.add', cookie, { union: 'TLD', outcome: 'installed' });
        });
      });
      stream.end();
    });
    expect(await pushed).toMatchObject({ name: 'counts.changed', body: { today: { installed: 1 } } });
  });

  test('ends only the check that a stop names, whichever of two requests comes first', async () => {
    const { url } = await served('--radio', 'practice');
    const cookie = await enter(url);
    const told = async (name: string, input: unknown) => JSON.parse((await post(url, name, cookie, input)).body);
    const running = { ok: false, error: { code: 'check-running' } };
    await told('practice.next', { visit: 'no-app' });
    expect(await told('check.start', { check: 'first' })).toMatchObject({ ok: true });
    await told('check.stop', { check: 'first' });
    expect(await told('check.start', { check: 'second' })).toMatchObject({ ok: true });
    await told('check.stop', { check: 'first' });
    await told('check.stop', { check: 'radio.scan' });
    expect(await told('radio.scan', { seconds: 0.5 })).toMatchObject(running);
    await told('check.stop', { check: 'second' });
    expect(await told('radio.scan', { seconds: 0.5 })).toMatchObject({ ok: true });
    // A stop that has overtaken its own start: nobody would look at this check.
    await told('check.stop', { check: 'third' });
    expect(await told('check.start', { check: 'third' })).toMatchObject({ error: { code: 'check-stopped' } });
    expect(await told('radio.scan', { seconds: 0.5 })).toMatchObject({ ok: true });
    // Without a name it ends whatever listens.
    await told('check.start', {});
    await told('check.stop', {});
    expect(await told('radio.scan', { seconds: 0.5 })).toMatchObject({ ok: true });
  });

  test('hands over only documents that it made', async () => {
    const { url, folder } = await served();
    const cookie = await enter(url);
    const stolen = await post(url, 'file.read', cookie, { path: path.join(folder, 'machine.key') });
    expect(JSON.parse(stolen.body)).toMatchObject({ ok: false, error: { code: 'file-unknown' } });
  });

  test('refuses a folder that another instance has open', async () => {
    const { folder } = await served();
    const second = spawn(process.execPath, [CLI, 'serve', '--no-open', '--json', '--data', folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let error = '';
    second.stderr.on('data', (chunk) => {
      error += chunk;
    });
    const [code] = await once(second, 'close');
    expect(code).toBe(1);
    expect(JSON.parse(error)).toMatchObject({ code: 'data-in-use' });
  });

  test('ends in order when it is told to, with one database file and a proven backup', async () => {
    const { url, child, folder } = await served();
    await post(url, 'tally.add', await enter(url), { union: 'TLD', outcome: 'installed' });
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    const { readdirSync } = await import('node:fs');
    expect(readdirSync(folder).sort()).toEqual(['backups', 'machine.key', 'tram.head', 'tram.sqlite']);
  });
});
