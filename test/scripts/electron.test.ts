import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freshFolder } from '../kit/folder.ts';

const root = path.join(import.meta.dirname, '..', '..');
const UBUNTU = 'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n';
const DEBIAN = 'ID=debian\nVERSION_ID="12"\n';
const FEDORA = 'ID=fedora\nVERSION_ID=41\n';

const program = (folder: string, name: string, lines: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, lines);
  chmodSync(file, 0o755);
  return file;
};

/** `npm start` with a program in Electron's place that ends as told, on a system of that name. */
async function startsWith(script: string, { system = UBUNTU, display = ':7' } = {}) {
  const folder = freshFolder();
  const electron = path.join(folder, 'Electron của Lan');
  mkdirSync(electron);
  program(electron, 'electron', `#!/bin/sh\n${script}\n`);
  const browser = path.join(import.meta.dirname, 'kit', 'browser.mjs');
  const seen = path.join(folder, 'seen.json');
  writeFileSync(path.join(folder, 'os-release'), system);
  const child = spawn(process.execPath, ['scripts/run.mjs', 'start', '--radio', 'none', '--data', folder], {
    cwd: root,
    env: {
      ...process.env,
      ELECTRON_OVERRIDE_DIST_PATH: electron,
      KIT_OS_RELEASE: path.join(folder, 'os-release'),
      KIT_BROWSER: program(folder, 'browser', `#!/bin/sh\nexec '${process.execPath}' '${browser}' "$@"\n`),
      SEEN_BY_BROWSER: seen,
      DISPLAY: display,
      WAYLAND_DISPLAY: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill());
  let out = '';
  let error = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
    // Without a display no browser opens and none is closed: whoever reads the address ends it.
    if (display === '' && out.includes('Ctrl+C')) child.kill();
  });
  child.stderr.on('data', (chunk) => {
    error += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, error, electron, page: existsSync(seen) ? JSON.parse(readFileSync(seen, 'utf8')) : null };
}

/** Prints what Electron printed there, and leaves as it left. */
const saying = (text: string, end: string): string => `cat >&2 <<'END'\n${text}\nEND\n${end}`;

const endings: [name: string, script: string, how: Parameters<typeof startsWith>[1], told: RegExp][] = [
  [
    'is refused its sandbox, with a helper that is not root’s',
    saying(
      "[2411:1129/061502.113:FATAL:sandbox/linux/suid/client/setuid_sandbox_host.cc(166)] The SUID sandbox helper binary was found, but is not configured correctly. Rather than run without sandboxing I'm aborting now. You need to make sure that /x/chrome-sandbox is owned by root and has mode 4755.",
      'kill -TRAP $$',
    ),
    {},
    /✗ Hệ thống không cho Electron dựng hộp cát.*sudo chown root:root '[^']*Electron của Lan\/chrome-sandbox' && sudo chmod 4755 '/,
  ],
  [
    'finds no sandbox that it could use',
    saying(
      '[0101/061502.113:FATAL:content/browser/zygote_host/zygote_host_impl_linux.cc(128)] No usable sandbox! If you are running on Ubuntu 23.10+ or another Linux distro that has disabled unprivileged user namespaces with AppArmor, see the documentation.',
      'kill -ABRT $$',
    ),
    {},
    /✗ Hệ thống không cho Electron dựng hộp cát/,
  ],
  [
    'is started by root',
    saying(
      '[1:1129/061502.113:ERROR:zygote_host_impl_linux.cc(102)] Running as root without --no-sandbox is not supported.',
      'exit 1',
    ),
    {},
    /✗ Electron không chạy bằng quyền quản trị \(root\)/,
  ],
  [
    'cannot reach the display',
    saying(
      '[1:1129/061502.113:ERROR:ui/ozone/platform/x11/ozone_platform_x11.cc(249)] Missing X server or $DISPLAY\n[1:1129/061502.114:ERROR:ui/aura/env.cc(257)] The platform failed to initialize.  Exiting.',
      'exit 1',
    ),
    {},
    /✗ Electron không mở được màn hình/,
  ],
  [
    'is stopped by the display driver',
    saying(
      "[1:1129/061502.113:FATAL:content/browser/gpu/gpu_data_manager_impl_private.cc(415)] GPU process isn't usable. Goodbye.",
      'kill -TRAP $$',
    ),
    {},
    /✗ Trình điều khiển màn hình.*sudo apt-get install libgl1-mesa-dri libegl1/,
  ],
  [
    'lacks a library on Ubuntu 24.04',
    saying(
      'electron: error while loading shared libraries: libasound.so.2: cannot open shared object file: No such file or directory',
      'exit 127',
    ),
    {},
    /✗ Máy thiếu thư viện libasound\.so\.2 mà Electron cần\. Hãy cài: sudo apt-get install libasound2t64$/m,
  ],
  [
    'lacks a library on Debian 12',
    saying(
      'electron: error while loading shared libraries: libnss3.so: cannot open shared object file: No such file or directory',
      'exit 127',
    ),
    { system: DEBIAN },
    /Hãy cài: sudo apt-get install libnss3$/m,
  ],
  [
    'lacks a library on Fedora',
    saying(
      'electron: error while loading shared libraries: libgtk-3.so.0: cannot open shared object file: No such file or directory',
      'exit 127',
    ),
    { system: FEDORA },
    /Hãy cài: sudo dnf install 'libgtk-3\.so\.0\(\)\(64bit\)'$/m,
  ],
  [
    'ends for a reason nobody foresaw',
    saying('Illegal instruction', 'kill -ILL $$'),
    {},
    /✗ Electron tắt ngay khi khởi động \(signal SIGILL\): “Illegal instruction”/,
  ],
];

describe('npm start, where Electron is there but does not come up', () => {
  it.each(endings)('says so and opens the browser host when it %s', async (_, script, how, told) => {
    const { code, out, error, page } = await startsWith(script, how);
    expect(error).toMatch(told);
    // English follows in a line of its own.
    expect(error.slice(error.indexOf('✗ ')).split('\n')[1]).toMatch(/^ {2}(Electron|The system|This machine)/);
    expect(error).toContain('Mở bằng trình duyệt thay cho Electron');
    expect(out).toMatch(/^Trạm Bluezone: http:\/\/127\.0\.0\.1:\d+/);
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('<div id="root">') });
    expect(code).toBe(0);
  });

  it('says so and prints the address when the session has no display', async () => {
    const { code, out, error } = await startsWith('exit 9', { display: '' });
    expect(error).toMatch(/✗ Electron cần màn hình, mà phiên này không có/);
    expect(error).toMatch(/^ {2}Electron needs a display/m);
    expect(out).toMatch(/^Trạm Bluezone: http:\/\/127\.0\.0\.1:\d+/);
    expect(code).toBe(0);
  });

  it('never gives up the sandbox by itself', async () => {
    const { error } = await startsWith('echo "asked with: $*" >&2; kill -TRAP $$');
    expect(error).toMatch(/asked with: \. --radio none --data \S+$/m);
  });

  it('opens nothing in its place when the window was closed', async () => {
    const { code, out, page } = await startsWith('exit 0');
    expect({ code, out, page }).toEqual({ code: 0, out: '', page: null });
  });

  it('opens nothing in its place when the kit came up and said itself why it cannot go on', async () => {
    const { code, out, page } = await startsWith(saying('✗ Dữ liệu này đang được một Trạm khác dùng.', 'exit 1'));
    expect({ code, out, page }).toEqual({ code: 1, out: '', page: null });
  });
});
