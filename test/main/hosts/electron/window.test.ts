import { describe, expect, test } from 'vitest';
import { plainMenu } from '../../../../src/main/hosts/electron/menu.ts';
import { screensOf } from '../../../../src/main/hosts/electron/screens.ts';
import {
  bringForward,
  keepAwake,
  openOperatorWindow,
  safePreferences,
} from '../../../../src/main/hosts/electron/window.ts';
import { as, Power, Window } from './double.ts';

const open = (packaged = true): Window =>
  as(openOperatorWindow((options) => as(new Window(options)), screensOf(packaged, undefined), '/kit/preload.cjs'));

describe('the operator’s window', () => {
  test('runs the screens apart from Node, sandboxed, without tools', () => {
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

  test('shows itself, large, once the first picture is painted', () => {
    const window = open();
    expect(window.options.show).toBe(false);
    expect(window.did).toEqual([]);
    window.emit('ready-to-show');
    expect(window.did).toEqual(['maximize', 'show']);
    expect(window.webContents.getURL()).toBe('app://kit/');
  });

  test('comes forward from where it was put, and not from the dead', () => {
    const window = open();
    window.minimized = true;
    bringForward(as(window));
    expect(window.did).toEqual(['restore', 'show', 'focus']);
    window.close();
    bringForward(as(window));
    expect(window.did).toHaveLength(3);
  });

  test('keeps the booth’s screen awake while it is open, and no longer', () => {
    const power = new Power();
    const window = open();
    keepAwake(power, as(window));
    expect([...power.holding.values()]).toEqual(['prevent-display-sleep']);
    window.close();
    expect(power.holding.size).toBe(0);
  });

  test('takes the menu’s keys away where they would reload or close the booth, and leaves macOS copy and quit', () => {
    const set: unknown[] = [];
    const menu = {
      setApplicationMenu: (given: unknown) => void set.push(given),
      buildFromTemplate: (items: unknown) => items,
    };
    for (const platform of ['win32', 'linux', 'darwin'] as const) plainMenu(as(menu), platform);
    expect(set).toEqual([null, null, [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]]);
  });
});
