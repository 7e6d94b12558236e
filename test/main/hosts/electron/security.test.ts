import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { describe, expect, test } from 'vitest';
import { screensOf } from '../../../../src/main/hosts/electron/screens.ts';
import { closeSession, guardPages } from '../../../../src/main/hosts/electron/security.ts';
import { as, Page, prevented, Session } from './double.ts';

const packaged = screensOf(true, undefined);
const developing = screensOf(false, 'http://127.0.0.1:5173');

type Permission = Parameters<NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>>[1];

/** Every permission that Electron 45 can be asked for and that no screen has a use for. */
const permissions = [
  ...['ar', 'automatic-fullscreen', 'background-fetch', 'background-sync', 'captured-surface-control'],
  ...['clipboard-read', 'deprecated-sync-clipboard-read', 'display-capture', 'fileSystem'],
  ...['geolocation', 'geolocation-approximate', 'hand-tracking', 'hid', 'idle-detection', 'keyboardLock'],
  ...['local-fonts', 'local-network', 'local-network-access', 'loopback-network', 'media', 'mediaKeySystem', 'midi'],
  ...['midiSysex', 'nfc', 'notifications', 'openExternal', 'payment-handler', 'periodic-background-sync'],
  ...['persistent-storage', 'pointerLock', 'screen-wake-lock', 'sensors', 'serial', 'smart-card', 'speaker-selection'],
  ...['storage-access', 'system-wake-lock', 'top-level-storage-access', 'usb', 'vr', 'web-app-installation'],
  ...['web-printing', 'window-management', 'unknown'],
] as const satisfies readonly Permission[];

function closedSession(screens = packaged): Session {
  const session = new Session();
  closeSession(as(session), screens);
  return session;
}

function guardedPage(screens = packaged): Page {
  const app = new EventEmitter();
  const page = new Page();
  guardPages(as(app), screens);
  app.emit('web-contents-created', {}, page);
  return page;
}

describe('what a page may ask of the machine', () => {
  test('denies every permission but full screen and the copying of a text', () => {
    const session = closedSession();
    for (const permission of permissions) {
      expect(session.grants(permission, 'app://kit/'), permission).toEqual({ request: false, check: false });
    }
    for (const permission of ['fullscreen', 'clipboard-sanitized-write']) {
      expect(session.grants(permission, 'app://kit/'), permission).toEqual({ request: true, check: true });
    }
  });

  test('gives full screen to the screens alone', () => {
    const session = closedSession();
    for (const url of ['https://bluezone.gov.vn/', 'app://other/', 'http://127.0.0.1:5173/', '', 'null']) {
      expect(session.grants('fullscreen', url), url).toEqual({ request: false, check: false });
    }
  });

  test('leaves Bluetooth, USB and serial devices to the radio process', () => {
    expect(closedSession().grantsDevice()).toBe(false);
  });

  test('fetches no spelling dictionary', () => {
    expect(closedSession().spelling).toBe(false);
  });
});

describe('what a page may load', () => {
  test('loads its own files and what it drew itself', () => {
    const session = closedSession();
    for (const url of ['app://kit/', 'app://kit/assets/x.js', 'data:image/png;base64,AA==', 'blob:app://kit/0-1-2']) {
      expect(session.loads(url), url).toBe(true);
    }
  });

  test('sends nothing out of the kit', () => {
    const session = closedSession();
    const elsewhere = [
      'https://bluezone.gov.vn/taiapp',
      'http://127.0.0.1:5173/',
      'ws://127.0.0.1:5173/',
      'file:///etc/passwd',
      'app://kit.example/',
      'app://kit:80/',
      'app://someone@kit/',
      'blob:https://kit/0-1-2',
      'devtools://devtools/bundled/inspector.html',
      'chrome-extension://abc/x.js',
      'nonsense',
    ];
    for (const url of elsewhere) expect(session.loads(url), url).toBe(false);
  });

  test('reaches the dev server and the tools while developing, and still nothing beyond', () => {
    const session = closedSession(developing);
    for (const url of ['http://127.0.0.1:5173/main.tsx', 'ws://127.0.0.1:5173/?token=x', 'devtools://devtools/x']) {
      expect(session.loads(url), url).toBe(true);
    }
    for (const url of ['http://127.0.0.1:5174/', 'http://localhost:5173/', 'https://127.0.0.1:5173/', 'app://kit/']) {
      expect(session.loads(url), url).toBe(false);
    }
  });
});

describe('where a page may go', () => {
  test('stays on the screens, by link and by redirect', () => {
    const page = guardedPage();
    for (const how of ['will-frame-navigate', 'will-redirect'] as const) {
      expect(page.goes(how, 'app://kit/#/report')).toBe(true);
      for (const url of ['https://bluezone.gov.vn/', 'file:///C:/', 'app://kit@evil/', 'javascript:alert(1)']) {
        expect(page.goes(how, url), `${how} ${url}`).toBe(false);
      }
    }
  });

  test('opens no second window', () => {
    expect(guardedPage().openHandler?.(as({ url: 'app://kit/' }))).toEqual({ action: 'deny' });
  });

  test('takes in no guest page', () => {
    const page = guardedPage();
    expect(prevented((event) => page.emit('will-attach-webview', event))).toBe(true);
  });
});

describe('where the screens come from', () => {
  test('is the package, whatever the environment of a packaged kit says', () => {
    expect(screensOf(true, 'http://127.0.0.1:5173')).toEqual(packaged);
    expect(packaged).toMatchObject({ url: 'app://kit/', devTools: false });
  });

  test('is a dev server on this machine while developing, and no other', () => {
    expect(developing).toMatchObject({ url: 'http://127.0.0.1:5173/', devTools: true });
    expect(screensOf(false, 'http://localhost:5173/any/path').url).toBe('http://localhost:5173/');
    for (const server of [
      'http://127.0.0.1.example.org:5173',
      'http://192.168.1.7:5173',
      'https://localhost:5173',
      'file:///tmp',
      'localhost:5173',
      '',
    ]) {
      expect(screensOf(false, server).url, server).toBe('app://kit/');
    }
  });
});
