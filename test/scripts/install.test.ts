import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshClone } from './kit/fresh-clone.ts';

/** What npm really printed, see the README beside. */
const words = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, 'npm-words', `${name}.txt`), 'utf8');
const failing = (name: string, code = 1) => ({ text: words(name), code, installs: false });

describe('a first start', () => {
  it('installs with every install script off, and says what it does', async () => {
    const clone = freshClone({});
    const { code, out, error } = await clone.run();
    expect({ code, out }).toEqual({ code: 0, out: 'ran\n' });
    expect(clone.calls()).toHaveLength(1);
    expect(clone.calls()[0]).toMatch(/^ci --ignore-scripts --include=dev /);
    expect(error).toContain('Cài 2 gói');
    expect(error).toContain('2/2 gói');
  });

  it('asks npm for nothing when all is there, whatever the times of the files say', async () => {
    const clone = freshClone({});
    await clone.run();
    const later = new Date(Date.now() + 3_600_000);
    utimesSync(clone.at('package-lock.json'), later, later);
    expect((await clone.run()).code).toBe(0);
    expect(clone.calls()).toHaveLength(1);
  });

  it('takes a folder that npm filled by hand as it is', async () => {
    const clone = freshClone({}, {});
    await clone.run();
    // What `npm ci` by hand leaves: the packages, and nothing of ours beside them.
    rmSync(clone.at('.cache'), { recursive: true });
    expect((await clone.run()).code).toBe(0);
    expect(clone.calls()).toHaveLength(1);
  });

  it('mends a package that went missing', async () => {
    const clone = freshClone({}, {});
    await clone.run();
    rmSync(clone.at('node_modules', 'qr'), { recursive: true });
    expect((await clone.run()).code).toBe(0);
    expect(existsSync(clone.at('node_modules', 'qr', 'package.json'))).toBe(true);
  });

  it('asks again for a native part that npm left out without a word', async () => {
    const clone = freshClone({ without: ['native-here'] }, {});
    const { code, error } = await clone.run();
    expect(code).toBe(0);
    expect(error).toContain('Còn thiếu native-here');
    expect(existsSync(clone.at('node_modules', 'native-here', 'package.json'))).toBe(true);
  });

  it('names the native part that cannot be had, and does not start without it', async () => {
    const clone = freshClone({ without: ['native-here'] }, { without: ['native-here'] });
    const { code, out, error } = await clone.run();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toMatch(/✗ Kho gói https:\/\/kho\.example\/ chưa đưa đủ các gói: native-here/);
  });
});

describe('a start after a pull', () => {
  it('takes the packages of the new lock file and drops what it no longer names', async () => {
    const clone = freshClone({}, {});
    await clone.run();
    clone.lock({ 'node_modules/qr': { version: '2.0.0', integrity: 'sha512-c' } });
    expect((await clone.run()).code).toBe(0);
    expect(JSON.parse(readFileSync(clone.at('node_modules', 'qr', 'package.json'), 'utf8'))).toEqual({
      version: '2.0.0',
    });
    expect(existsSync(clone.at('node_modules', 'native-here'))).toBe(false);
  });

  it('keeps the packages of before when the new ones cannot be had, and goes on the next time', async () => {
    const clone = freshClone({}, failing('no-network'), {});
    await clone.run();
    const before = readFileSync(clone.at('package-lock.json'));
    clone.lock({ 'node_modules/qr': { version: '2.0.0', integrity: 'sha512-c' } });
    expect((await clone.run()).code).toBe(1);
    expect(existsSync(clone.at('node_modules', 'native-here', 'package.json'))).toBe(true);
    expect(readdirSync(clone.at('.cache'))).toEqual([]);

    writeFileSync(clone.at('package-lock.json'), before);
    expect((await clone.run()).code).toBe(0);
    expect(clone.calls()).toHaveLength(2);
    clone.lock({ 'node_modules/qr': { version: '2.0.0', integrity: 'sha512-c' } });
    expect((await clone.run()).code).toBe(0);
  });

  it('goes on where the power failed, between the end of npm and the move into place', async () => {
    const clone = freshClone({});
    await clone.run();
    mkdirSync(clone.at('.cache', 'install-x'), { recursive: true });
    renameSync(clone.at('node_modules'), clone.at('.cache', 'install-x', 'node_modules'));
    expect((await clone.run()).code).toBe(0);
    expect(clone.calls()).toHaveLength(1);
    expect(readdirSync(clone.at('.cache'))).toEqual([]);
  });
});

describe('an installation that fails', () => {
  it.each([
    ['no network', [failing('no-network')], {}, /Không tới được kho gói https:\/\/kho\.example\/: máy chưa có mạng/],
    ['no network, said by an old npm', [failing('old-npm')], {}, /Không tới được kho gói/],
    ['a registry that refuses', [failing('refused')], {}, /Không tới được kho gói/],
    [
      'a proxy in npm’s settings that refuses',
      [failing('refused')],
      { STAND_IN_PROXY: 'http://lan:bi-mat@proxy.kcn.example:3128' },
      /đi qua proxy \(http:\/\/proxy\.kcn\.example:3128\), và proxy không cho qua/,
    ],
    [
      'a proxy in the environment whose name is unknown',
      [failing('no-network')],
      { HTTPS_PROXY: 'http://proxy.kcn.example:3128' },
      /và proxy không cho qua/,
    ],
    ['a full disk', [failing('full-disk')], {}, /Hết chỗ trên ổ đĩa/],
    [
      'a full disk that npm itself takes for a success',
      [{ text: words('full-disk-unnoticed'), code: 0 }],
      {},
      /Hết chỗ trên ổ đĩa/,
    ],
    ['a folder that cannot be written', [failing('not-writable')], {}, /Không được ghi vào \/srv\/tram\/node_modules/],
    ['a cache that belongs to root', [failing('cache-not-mine')], {}, /bộ nhớ tạm của mình.*sudo chown -R/],
    ['packages that are spoilt on the way', [failing('spoilt'), failing('spoilt')], {}, /Hãy thử bằng mạng khác/],
    ['a registry that lacks a package', [failing('not-there')], {}, /chưa đưa đủ các gói: qr@0\.7\.0/],
    [
      'words that nobody foresaw',
      [{ text: 'npm error boom\n', code: 7, installs: false }],
      {},
      /lời của npm ở ngay trên/,
    ],
  ])('tells of %s in both languages, with what to do, and leaves no half folder', async (_, turns, env, told) => {
    const clone = freshClone(...turns, {});
    const { code, out, error } = await clone.run(env);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    const [vietnamese = '', english = ''] = error.slice(error.indexOf('✗ ')).split('\n');
    expect(vietnamese).toMatch(told);
    expect(vietnamese).toContain('chạy lại lệnh này thì đi tiếp từ đó');
    expect(english).toMatch(/^ {2}\S.*\. What was fetched is kept: run this again and it goes on from there\.$/);
    expect(error).not.toContain('bi-mat');
    expect(error).not.toMatch(/ {4}at /);
    expect(existsSync(clone.at('node_modules'))).toBe(false);

    expect((await clone.run(env)).code).toBe(0);
  });

  it('ends npm, which would ask in vain for every other package, after a few that it could not have', async () => {
    const inVain = ['a', 'b', 'c'].map(
      (name) => `npm http fetch GET https://kho.example/${name} attempt 3 failed with EAI_AGAIN\n`,
    );
    const clone = freshClone({ text: inVain.join(''), installs: false, staysAfterwards: true }, {});
    const { code, error } = await clone.run();
    expect(code).toBe(1);
    expect(error).toMatch(/✗ Không tới được kho gói/);
    expect(error).not.toContain('npm http');
    expect((await clone.run()).code).toBe(0);
  });

  it('fetches anew, leaving npm’s cache aside, where something in it is broken', async () => {
    const clone = freshClone(failing('spoilt'), {});
    const { code, error } = await clone.run();
    expect(code).toBe(0);
    expect(error).toContain('Bộ nhớ tạm của npm hỏng');
    expect(clone.calls()[1]).toContain(`--cache ${clone.at('.cache', 'npm')}`);
  });

  it('tells where npm comes from when there is none', async () => {
    const clone = freshClone();
    const empty = clone.at('empty');
    mkdirSync(empty);
    symlinkSync('/bin/sh', path.join(empty, 'sh'));
    const { code, error } = await clone.run({ PATH: empty });
    expect(code).toBe(1);
    expect(error).toContain('✗ Không thấy lệnh npm trên máy');
  });

  it('tells of a project folder in which nothing can be made', async () => {
    const clone = freshClone({});
    // A file where the folder must come stands for a folder without the right to write, which root always has.
    writeFileSync(clone.at('.cache'), '');
    const { code, error } = await clone.run();
    expect(code).toBe(1);
    expect(error).toMatch(/✗ .*\.cache/);
    expect(error).not.toMatch(/ {4}at /);
  });
});

describe('two starts at once', () => {
  it('install once: the second waits and then runs on the same packages', async () => {
    const clone = freshClone({ waits: true });
    const first = clone.start();
    await first.says('Cài 2 gói');
    const second = clone.start();
    await second.says(`Một lần chạy khác (tiến trình ${first.child.pid}) đang cài đặt`);
    clone.go();
    const ends = await Promise.all([first.ended, second.ended]);
    expect(ends.map(({ code, out }) => [code, out])).toEqual([
      [0, 'ran\n'],
      [0, 'ran\n'],
    ]);
    expect(clone.calls()).toHaveLength(1);
    expect(readdirSync(clone.at('.cache'))).toEqual([]);
  });

  it('the second goes on by itself when the first is killed while it installs', async () => {
    const clone = freshClone({ waits: true }, {});
    const first = clone.start();
    await first.says('Cài 2 gói');
    const second = clone.start();
    await second.says('Một lần chạy khác');
    first.child.kill('SIGKILL');
    expect((await second.ended).code).toBe(0);
    // The npm of the dead one comes to its end only now, and disturbs nothing.
    clone.go();
    expect((await first.ended).code).toBeNull();
    expect((await clone.run()).code).toBe(0);
    expect(clone.calls()).toHaveLength(2);
  });

  it('six at the same instant pass over what a dead one left, and one of them installs', async () => {
    const clone = freshClone({});
    mkdirSync(clone.at('.cache'));
    writeFileSync(clone.at('.cache', 'setup.lock'), '999999999');
    const ends = await Promise.all(Array.from({ length: 6 }, () => clone.run()));
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(clone.calls()).toHaveLength(1);
  });
});
