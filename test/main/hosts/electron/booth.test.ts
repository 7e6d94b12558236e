import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeBeforeLeaving } from '../../../../src/main/hosts/electron/leave.ts';
import { plainMenu } from '../../../../src/main/hosts/electron/menu.ts';
import { optionsOf } from '../../../../src/main/hosts/electron/options.ts';
import { radioStarter } from '../../../../src/main/hosts/electron/radio-port.ts';
import { revive } from '../../../../src/main/hosts/electron/revive.ts';
import { screensOf } from '../../../../src/main/hosts/electron/screens.ts';
import {
  bringForward,
  keepAwake,
  openOperatorWindow,
  safePreferences,
} from '../../../../src/main/hosts/electron/window.ts';
import { as, Page, Power, prevented, Utility, Window } from './double.ts';

const open = (packaged = true): Window =>
  as(openOperatorWindow((options) => as(new Window(options)), screensOf(packaged, undefined), '/kit/preload.cjs'));

describe('the operator’s window', () => {
  it('runs the screens apart from Node, sandboxed, without tools', () => {
    expect(open().options.webPreferences).toEqual({
      ...safePreferences,
      devTools: false,
      preload: '/kit/preload.cjs',
    });
    expect(safePreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
    });
    expect(open(false).options.webPreferences?.devTools).toBe(true);
  });

  it('shows itself, large, once the first picture is painted', () => {
    const window = open();
    expect(window.options.show).toBe(false);
    expect(window.did).toEqual([]);
    window.emit('ready-to-show');
    expect(window.did).toEqual(['maximize', 'show']);
    expect(window.webContents.getURL()).toBe('app://kit/');
  });

  it('comes forward from where it was put, and not from the dead', () => {
    const window = open();
    window.minimized = true;
    bringForward(as(window));
    expect(window.did).toEqual(['restore', 'show', 'focus']);
    window.close();
    bringForward(as(window));
    expect(window.did).toHaveLength(3);
  });

  it('keeps the booth’s screen awake while it is open, and no longer', () => {
    const power = new Power();
    const window = open();
    keepAwake(power, as(window));
    expect([...power.holding.values()]).toEqual(['prevent-display-sleep']);
    window.close();
    expect(power.holding.size).toBe(0);
  });

  it('takes the menu’s keys away where they would reload or close the booth, and leaves macOS copy and quit', () => {
    const set: unknown[] = [];
    const menu = {
      setApplicationMenu: (given: unknown) => void set.push(given),
      buildFromTemplate: (items: unknown) => items,
    };
    for (const platform of ['win32', 'linux', 'darwin'] as const) plainMenu(as(menu), platform);
    expect(set).toEqual([null, null, [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]]);
  });
});

describe('a page whose process died', () => {
  const dies = (page: Page, reason = 'crashed') => page.emit('render-process-gone', {}, { reason, exitCode: 1 });

  function watched() {
    const page = new Page();
    const time = { now: 0 };
    let gaveUp = 0;
    revive(as(page), { monotonic: () => time.now }, () => {
      gaveUp += 1;
    });
    return { page, time, gaveUp: () => gaveUp };
  }

  it('is loaded again', () => {
    const { page } = watched();
    dies(page, 'oom');
    expect(page.reloads).toBe(1);
  });

  it('is given up with words when it dies a fourth time within a minute', () => {
    const { page, gaveUp } = watched();
    for (let death = 0; death < 4; death++) dies(page);
    expect(page.reloads).toBe(3);
    expect(gaveUp()).toBe(1);
  });

  it('is loaded again however often it dies over a long day', () => {
    const { page, time, gaveUp } = watched();
    for (let hour = 0; hour < 10; hour++) {
      time.now = hour * 3_600_000;
      dies(page);
    }
    expect(page.reloads).toBe(10);
    expect(gaveUp()).toBe(0);
  });

  it('is let go when it was closed on purpose', () => {
    const { page } = watched();
    dies(page, 'clean-exit');
    expect(page.reloads).toBe(0);
  });
});

describe('leaving', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function leaving(close: () => Promise<void>) {
    const app = new EventEmitter();
    const codes: number[] = [];
    closeBeforeLeaving(
      as(Object.assign(app, { quit: () => app.emit('quit-asked'), exit: (code: number) => void codes.push(code) })),
      { close },
    );
    return { app, codes, quits: () => prevented((event) => app.emit('will-quit', event)) };
  }

  it('waits for the Kit to be closed, and closes it once', async () => {
    let closed = () => {};
    const close = vi.fn(() => new Promise<void>((resolve) => (closed = resolve)));
    const { codes, quits } = leaving(close);
    expect(quits()).toBe(true);
    expect(quits()).toBe(true);
    expect(close).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(codes).toEqual([]);
    closed();
    await vi.advanceTimersByTimeAsync(0);
    expect(codes).toEqual([0]);
  });

  it('leaves with 1 when the Kit cannot be closed, and after ten seconds when it does not come to an end', async () => {
    const broken = leaving(() => Promise.reject(new Error('disk')));
    broken.quits();
    await vi.advanceTimersByTimeAsync(0);
    expect(broken.codes).toEqual([1]);

    const stuck = leaving(() => new Promise(() => {}));
    stuck.quits();
    await vi.advanceTimersByTimeAsync(9_999);
    expect(stuck.codes).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(stuck.codes).toEqual([1]);
  });

  it('leaves when the last window is closed, on macOS too', () => {
    const { app } = leaving(async () => {});
    const asked = vi.fn();
    app.on('quit-asked', asked);
    app.emit('window-all-closed');
    expect(asked).toHaveBeenCalledOnce();
  });
});

describe('the radio’s process', () => {
  it('is a utility process that is told, heard, and ended', () => {
    const utility = new Utility();
    const port = radioStarter(utility, '/kit/radio.js')();
    const heard: unknown[] = [];
    const ended: unknown[] = [];
    port.onMessage((message) => heard.push(message));
    port.onExit((code) => ended.push(code));
    port.send({ say: 'listen' });
    const [{ file, child } = { file: '', child: null }] = utility.forks;
    expect(file).toBe('/kit/radio.js');
    expect(child?.told).toEqual([{ say: 'listen' }]);
    child?.emit('message', { say: 'ready' });
    expect(heard).toEqual([{ say: 'ready' }]);
    port.kill();
    expect(child?.killed).toBe(true);
    child?.emit('exit', 0);
    child?.emit('exit', 0);
    expect(ended).toEqual([0]);
  });

  it('prints nothing, since what it prints may name a phone', () => {
    const utility = new Utility();
    radioStarter(utility, '/kit/radio.js')();
    expect(utility.forks.map(({ options }) => options.stdio)).toEqual(['ignore']);
  });
});

describe('what was asked on the command line', () => {
  it('is a data folder and a radio, beside whatever Chromium was told', () => {
    expect(optionsOf(['.', '--data', '/tmp/x', '--radio', 'practice', '--remote-debugging-port=0'])).toEqual({
      data: '/tmp/x',
      radio: 'practice',
    });
    expect(optionsOf(['--data=/tmp/y', '--inspect'])).toEqual({ data: '/tmp/y', radio: 'auto' });
  });

  it('is nothing when it is nothing that exists', () => {
    expect(optionsOf([])).toEqual({ data: null, radio: 'auto' });
    expect(optionsOf(['--radio', 'tubes', '--data'])).toEqual({ data: null, radio: 'auto' });
  });
});
