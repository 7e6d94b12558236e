import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Program } from './program.ts';

let programs: Program[] = [];
const program = (options = {}): Program => {
  const made = new Program(options);
  programs.push(made);
  return made;
};

afterEach(async () => {
  for (const made of programs) await made.end();
  programs = [];
});

describe('the kit in Electron', () => {
  test('opens the operator’s window on the screens, with the Kit behind it', async () => {
    const kit = program();
    await kit.start();
    const window = await kit.opened();
    expect(window.webContents.getURL()).toBe('app://kit/');
    expect(await kit.request('kit.about', {})).toMatchObject({
      ok: true,
      value: { host: 'electron', version: '0.1.0', dataFolder: kit.data, world: 'real' },
    });
    expect([...kit.power.holding.values()]).toEqual(['prevent-display-sleep']);
    const page = await kit.schemes.app?.(new Request('app://kit/'));
    expect(await page?.text()).toContain('Trạm Bluezone');
  });

  test('counts a person through the window, and tells the screen', async () => {
    const kit = program();
    await kit.start();
    const window = await kit.opened();
    const found = (await kit.request('union.search', { text: '', limit: 1 })) as {
      value: { unions: { code: string }[] };
    };
    const union = found.value.unions[0]?.code;
    const reply = await kit.request('tally.add', { union, outcome: 'installed' });
    expect(reply).toMatchObject({
      ok: true,
      value: { events: [{ seq: expect.any(Number) }], counts: { todayAll: { installed: 1 } } },
    });
    expect(
      window.webContents.heard.map(([channel, message]) => [channel, (message as { name: string }).name]),
    ).toContainEqual(['kit:push', 'counts.changed']);
  });

  test('locks everything before Electron is ready', async () => {
    const kit = program();
    await kit.start();
    await kit.opened();
    expect(kit.early).toEqual([
      'enableSandbox',
      'registerSchemesAsPrivileged',
      'setPath userData',
      'requestSingleInstanceLock',
    ]);
    expect(kit.session.grants('geolocation', 'app://kit/')).toEqual({ request: false, check: false });
    expect(kit.session.loads('https://example.org/')).toBe(false);
    expect(kit.windows[0]?.webContents.openHandler).not.toBeNull();
  });

  test('keeps Chromium’s caches out of the data folder', async () => {
    const kit = program();
    await kit.start();
    await kit.opened();
    expect(kit.paths.userData).toBeDefined();
    expect(path.relative(kit.data, kit.paths.userData ?? kit.data)).toMatch(/^\.\./);
    expect(readdirSync(kit.data).some((name) => name.startsWith('window-'))).toBe(false);
  });

  test('brings the first window forward when it is started a second time', async () => {
    const kit = program();
    await kit.start();
    const window = await kit.opened();
    window.minimized = true;
    kit.emit('second-instance');
    expect(window.did).toEqual(['restore', 'show', 'focus']);
    expect(kit.windows).toHaveLength(1);
  });

  test('leaves at once when it is the second start, without touching the data', async () => {
    const kit = program({ isFirst: false });
    await kit.start();
    expect(await kit.settled()).toBe(0);
    expect(readdirSync(kit.folder)).not.toContain('data');
    expect(kit.boxes).toEqual([]);
  });

  test('closes the log before it leaves, and can be opened again at once', async () => {
    const kit = program();
    await kit.start();
    const window = await kit.opened();
    window.close();
    expect(await kit.leaves()).toBe(0);
    expect(kit.power.holding.size).toBe(0);
    expect(readdirSync(kit.data).filter((name) => name.endsWith('-wal'))).toEqual([]);
  });
});

describe('what nobody foresaw', () => {
  test('is told in words without a trace, and the count stays on disk', async () => {
    const kit = program();
    await kit.start();
    await kit.opened();
    const terminal = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    kit.throws(new Error('boom at 0x7f'));
    expect(await kit.leaves()).toBe(1);
    expect(terminal.mock.calls.join()).toContain('boom at 0x7f');
    terminal.mockRestore();
    const [[, text] = ['', '']] = kit.boxes;
    expect(text).toContain('đều đã được ghi');
    expect(text).not.toMatch(/boom|Error/);
  });

  test('loads the screens again when their process dies', async () => {
    const kit = program();
    await kit.start();
    const { webContents } = await kit.opened();
    webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    expect(webContents.reloads).toBe(1);
    expect(await kit.request('kit.about', {})).toMatchObject({ ok: true });
  });
});

describe('a data folder that cannot be opened', () => {
  test('is told in words, Vietnamese first, and the program leaves with 1', async () => {
    const kit = program();
    mkdirSync(kit.data);
    writeFileSync(path.join(kit.data, 'tram.sqlite'), 'Đây không phải tệp dữ liệu. '.repeat(20));
    await kit.start();
    expect(await kit.settled()).toBe(1);
    expect(kit.windows).toEqual([]);
    const [[title, text] = ['', '']] = kit.boxes;
    expect(title).toBe('Trạm Bluezone');
    expect(text).toContain(kit.data);
    expect(text).not.toMatch(/Error|data-foreign|at .*\.ts:\d+/);
    const [vi = '', en = ''] = text.split('\n\n');
    expect(vi).toMatch(/tệp|thư mục/);
    expect(en).toMatch(/file|folder/);
  });

  test('is left as it was, and nobody is asked to delete anything', async () => {
    const kit = program();
    mkdirSync(kit.data);
    writeFileSync(path.join(kit.data, 'tram.sqlite'), 'nothing of ours');
    await kit.start();
    await kit.settled();
    expect(readdirSync(kit.data)).toEqual(['tram.sqlite']);
    expect(kit.boxes.join()).not.toMatch(/delete your|xóa (dữ liệu|tệp|thư mục)/i);
  });

  test('is named in words too when the machine lets the program write nowhere', async () => {
    const kit = program();
    // A file where the user's data folder should be stops root as well as anybody.
    writeFileSync(path.join(kit.folder, 'home'), '');
    chmodSync(path.join(kit.folder, 'home'), 0o444);
    await kit.start();
    expect(await kit.settled()).toBe(1);
    expect(kit.boxes).toHaveLength(1);
    expect(kit.early).not.toContain('requestSingleInstanceLock');
  });
});
