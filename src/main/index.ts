/** Electron's entry: what was asked, what is locked before anything opens, then the booth. A list of named calls. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerSaveBlocker,
  protocol,
  session,
  utilityProcess,
} from 'electron';
import type { Clock } from '../core/base/clock.ts';
import type { Failure } from '../core/base/result.ts';
import { dataFolderOf, type Place } from './files/paths.ts';
import { carryPushes, carryRequests, trustOwnWindows } from './hosts/electron/ipc.ts';
import { closeBeforeLeaving, sayAndLeave } from './hosts/electron/leave.ts';
import { plainMenu } from './hosts/electron/menu.ts';
import { optionsOf } from './hosts/electron/options.ts';
import { placeProfile } from './hosts/electron/profile.ts';
import { serveClient } from './hosts/electron/protocol.ts';
import { radioStarter } from './hosts/electron/radio-port.ts';
import { revive } from './hosts/electron/revive.ts';
import { screensOf } from './hosts/electron/screens.ts';
import { appScheme, closeSession, guardPages } from './hosts/electron/security.ts';
import { bringForward, keepAwake, openOperatorWindow } from './hosts/electron/window.ts';
import { openKit } from './kit.ts';
import { wordsFor } from './messages/index.ts';

const place: Place = { platform: process.platform, env: process.env, home: homedir() };
const clock: Clock = { wall: () => Date.now(), monotonic: () => performance.now() };
const asked = optionsOf(process.argv.slice(1));
const dataRoot = asked.data ?? dataFolderOf(app.getPath('exe'), place, existsSync);
const screens = screensOf(app.isPackaged, process.env.KIT_DEV_SERVER);
const built = (...parts: string[]): string => path.join(app.getAppPath(), 'dist', ...parts);

const note = (line: string): void => void process.stderr.write(`${line}\n`);
const leaveWith = (failure: Failure): void => sayAndLeave(dialog, app, wordsFor(failure));
const noteTrace = (error: unknown): void =>
  note(error instanceof Error ? (error.stack ?? error.message) : String(error));
/** What nobody foresaw: the trace goes to the terminal, words to the person. */
const leaveWithTrace = (error: unknown): void => {
  noteTrace(error);
  leaveWith({ code: 'unexpected', detail: {} });
};

process.on('uncaughtException', leaveWithTrace);
app.enableSandbox();
protocol.registerSchemesAsPrivileged([appScheme]);
guardPages(app, screens);

// Never `await app.whenReady()` here: Electron is ready only once this file has run to its end.
const profile = placeProfile(app, dataRoot, place);
if (!profile.ok) app.whenReady().then(() => leaveWith(profile.error));
else if (!app.requestSingleInstanceLock()) app.quit();
else app.whenReady().then(openBooth).catch(leaveWithTrace);

async function openBooth(): Promise<void> {
  const kit = await openKit({
    dataRoot,
    radio: asked.radio,
    host: 'electron',
    version: app.getVersion(),
    clock,
    seed: clock.wall(),
    staysOpen: true,
    onUnexpected: noteTrace,
    proveWorker: built('main', 'prove.js'),
    startRadioProcess: radioStarter(utilityProcess, built('main', 'radio.js')),
  });
  if (!kit.ok) return leaveWith(kit.error);
  closeBeforeLeaving(app, kit.value);

  const trust = trustOwnWindows(screens);
  carryRequests(ipcMain, kit.value, trust, note);
  protocol.handle(appScheme.scheme, serveClient(built('client')));
  closeSession(session.defaultSession, screens);
  if (app.isPackaged) plainMenu(Menu, process.platform);

  const window = openOperatorWindow((options) => new BrowserWindow(options), screens, built('preload', 'index.cjs'));
  trust.add(window.webContents);
  carryPushes(kit.value, window.webContents);
  revive(window.webContents, clock, () => leaveWith({ code: 'unexpected', detail: {} }));
  keepAwake(powerSaveBlocker, window);
  app.on('second-instance', () => bringForward(window));
}
