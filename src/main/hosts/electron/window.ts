import type { BrowserWindow, BrowserWindowConstructorOptions, PowerSaveBlocker, WebPreferences } from 'electron';
import type { Screens } from './screens.ts';

/** What every window of the kit runs with. The only place where these are set. */
export const safePreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  spellcheck: false,
  // The browser engine's own Bluetooth, beside the radio process, crashes when an adapter is replugged.
  disableBlinkFeatures: 'WebBluetooth',
} as const satisfies WebPreferences;

/** Opens the operator's window on the screens. `preload` is the file that exposes `window.kit`. */
export function openOperatorWindow(
  create: (options: BrowserWindowConstructorOptions) => BrowserWindow,
  screens: Screens,
  preload: string,
): BrowserWindow {
  const window = create({
    title: 'Trạm Bluezone',
    width: 1280,
    height: 800,
    // The smallest office laptops still in use show 1024 × 600, less the task bar.
    minWidth: 900,
    minHeight: 540,
    // Painted before it is shown: a white flash looks like a fault to a queue that watches the screen.
    show: false,
    autoHideMenuBar: true,
    webPreferences: { ...safePreferences, devTools: screens.devTools, preload },
  });
  window.once('ready-to-show', () => {
    window.maximize();
    window.show();
  });
  void window.loadURL(screens.url);
  return window;
}

/** Shows the window that is open already, wherever it was put. */
export function bringForward(
  window: Pick<BrowserWindow, 'isDestroyed' | 'isMinimized' | 'restore' | 'show' | 'focus'>,
): void {
  // A second start may arrive while the first is closing.
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** A booth's screen shows the QR to a queue that touches no key: it must not sleep while the window is open. */
export function keepAwake(power: Pick<PowerSaveBlocker, 'start' | 'stop'>, window: Pick<BrowserWindow, 'once'>): void {
  const id = power.start('prevent-display-sleep');
  window.once('closed', () => power.stop(id));
}
