import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where the browsers that can show a page as a window of its own are installed, by platform, best first. */
function candidates(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  switch (platform) {
    case 'win32':
      return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((base) =>
        base === undefined
          ? []
          : [
              path.win32.join(base, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
              path.win32.join(base, 'Google', 'Chrome', 'Application', 'chrome.exe'),
            ],
      );
    case 'darwin':
      return [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
      ];
    default:
      return (env.PATH ?? '')
        .split(':')
        .flatMap((folder) =>
          ['chromium', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chromium-browser'].map((name) =>
            path.posix.join(folder, name),
          ),
        );
  }
}

/** An installed Chromium, Chrome or Edge; `null` where there is none. `KIT_BROWSER` names one by hand. */
export function findBrowser(platform = process.platform, env = process.env, exists = existsSync): string | null {
  if (env.KIT_BROWSER) return env.KIT_BROWSER;
  return candidates(platform, env).find((file) => exists(file)) ?? null;
}

/**
 * Opens the address as an app window with a profile of its own, so that closing the window ends its process and
 * the unit's own browser is left alone. `null` where nothing can be opened.
 */
export function openWindow(url: string, profile: string): ChildProcess | null {
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const browser = display ? findBrowser() : null;
  if (browser === null) return null;
  return spawn(
    browser,
    [`--app=${url}`, `--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check', '--disable-sync'],
    { stdio: 'ignore' },
  );
}
