import path from 'node:path';

/** What decides where data live. Given, so that every platform's answer can be tested on any of them. */
export interface Place {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder. */
  readonly home: string;
}

/** A kit with this file beside it keeps its data beside it too: one stick carries both. */
export const PORTABLE_MARKER = 'tram-bluezone.portable';
const FOLDER = 'tram-bluezone';

const pathOf = (platform: NodeJS.Platform): path.PlatformPath => (platform === 'win32' ? path.win32 : path.posix);

/**
 * The user's data folder where nothing else was asked for. Always local to this machine: Documents and Desktop
 * are in a sync client's hands on many office laptops, and a database that is synced while it is written tears.
 */
export function userDataFolder({ platform, env, home }: Place): string {
  const { join, isAbsolute } = pathOf(platform);
  const given = (name: string): string | null => {
    const value = env[name];
    // A relative value has no meaning here (XDG base directory spec: it must be ignored).
    return value !== undefined && isAbsolute(value) ? value : null;
  };
  if (platform === 'win32') return join(given('LOCALAPPDATA') ?? join(home, 'AppData', 'Local'), FOLDER);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', FOLDER);
  return join(given('XDG_DATA_HOME') ?? join(home, '.local', 'share'), FOLDER);
}

/**
 * The folder in which a person sees the program lying, from the path of its executable: beside the `.app` on
 * macOS, beside the AppImage on Linux (which runs from a mount of its own), else beside the executable.
 */
function programFolder(executable: string, { platform, env }: Place): string {
  const { dirname, resolve } = pathOf(platform);
  const beside = dirname(executable);
  if (platform === 'darwin' && /\.app\/Contents\/MacOS$/.test(beside)) return resolve(beside, '../../..');
  if (platform === 'linux' && env.APPIMAGE !== undefined) return dirname(env.APPIMAGE);
  return beside;
}

/**
 * Where a packaged kit keeps its data: `data` beside it when it was made portable, else the user's data folder.
 * `exists` tells whether a file is there.
 */
export function dataFolderOf(executable: string, place: Place, exists: (file: string) => boolean): string {
  const { join } = pathOf(place.platform);
  const beside = programFolder(executable, place);
  return exists(join(beside, PORTABLE_MARKER)) ? join(beside, 'data') : userDataFolder(place);
}

/** Folders whose programs copy files while they are being written. */
const SYNCED = /(^|[\\/])(OneDrive[^\\/]*|Dropbox|Google ?Drive|iCloud ?Drive|Mobile Documents|Zalo[^\\/]*)([\\/]|$)/i;

/** Whether a folder lies in the hands of a sync program. */
export const isSynced = (folder: string): boolean => SYNCED.test(folder);
