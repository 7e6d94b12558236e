import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as Electron from 'electron';
import { vi } from 'vitest';
import { as, IpcMain, Power, prevented, Session, Utility, Window } from './double.ts';

/** One start of the program: the real entry and the real Kit, with Electron's pieces as doubles around them. */
export class Program {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'program-'));
  readonly data = path.join(this.folder, 'data');
  readonly windows: Window[] = [];
  readonly ipc = new IpcMain();
  readonly session = new Session();
  readonly power = new Power();
  readonly utility = new Utility();
  /** Error boxes that were shown: title and text. */
  readonly boxes: [title: string, text: string][] = [];
  /** What was called before Electron was ready, in order. */
  readonly early: string[] = [];
  readonly paths: Record<string, string> = { exe: path.join(this.folder, 'tram-bluezone') };
  readonly schemes: Record<string, (request: Request) => Promise<Response>> = {};
  /** The exit code, once it has left. */
  left: number | null = null;
  readonly #events = new EventEmitter();
  readonly #startedBefore = process.listeners('uncaughtException');
  #ready = false;
  /** Whether this start is the first one. */
  readonly #isFirst: boolean;

  constructor({ isFirst = true } = {}) {
    this.#isFirst = isFirst;
    mkdirSync(path.join(this.folder, 'dist', 'client'), { recursive: true });
    writeFileSync(
      path.join(this.folder, 'dist', 'client', 'index.html'),
      '<!doctype html><title>Trạm Bluezone</title>',
    );
  }

  /** Loads the entry, as Electron does, and lets Electron become ready after it. */
  async start(...args: string[]): Promise<void> {
    vi.resetModules();
    vi.doMock('electron', () => this.#electron());
    vi.stubEnv('XDG_DATA_HOME', path.join(this.folder, 'home'));
    vi.stubEnv('LOCALAPPDATA', path.join(this.folder, 'home'));
    const argv = process.argv;
    process.argv = [argv[0] ?? 'electron', '.', '--data', this.data, '--radio', 'none', ...args];
    try {
      await import('../../../../src/main/index.ts');
    } finally {
      process.argv = argv;
    }
    this.#ready = true;
    this.#events.emit('ready');
  }

  /** Resolves with the window once it is open, or with the exit code when it left instead. */
  async settled(): Promise<Window | number> {
    return vi.waitFor(
      () => {
        const outcome = this.left ?? this.windows[0];
        if (outcome === undefined) throw new Error('neither open nor left');
        return outcome;
      },
      { timeout: 300_000 },
    );
  }

  /** The operator's window, open. */
  async opened(): Promise<Window> {
    const outcome = await this.settled();
    if (typeof outcome === 'number') throw new Error(`left with ${outcome}: ${this.boxes.join()}`);
    return outcome;
  }

  request(name: string, input: unknown): Promise<unknown> {
    const [window] = this.windows;
    if (window === undefined) throw new Error('no window is open');
    return this.ipc.invoke(window.webContents, 'kit:request', [name, input]);
  }

  emit(event: string): void {
    this.#events.emit(event, {});
  }

  /** Something is thrown where nobody catches it. */
  throws(error: Error): void {
    for (const listener of this.#ownListeners()) listener(error, 'uncaughtException');
  }

  /** Resolves with the exit code once the program has left. */
  async leaves(): Promise<number> {
    return vi.waitFor(
      () => {
        if (this.left === null) throw new Error('still here');
        return this.left;
      },
      { timeout: 300_000 },
    );
  }

  /** Takes away whatever this start has left behind. */
  async end(): Promise<void> {
    if (this.windows.length > 0 && this.left === null) {
      this.#quit();
      await this.leaves();
    }
    for (const listener of this.#ownListeners()) process.off('uncaughtException', listener);
    vi.doUnmock('electron');
    vi.unstubAllEnvs();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #ownListeners(): NodeJS.UncaughtExceptionListener[] {
    return process.listeners('uncaughtException').filter((listener) => !this.#startedBefore.includes(listener));
  }

  #quit(): void {
    const held = prevented((event) => this.#events.emit('will-quit', event));
    if (!held) this.left ??= 0;
  }

  #exit(code: number): void {
    this.left ??= code;
    for (const window of this.windows) if (!window.isDestroyed()) window.close();
  }

  #note(call: string): void {
    if (!this.#ready) this.early.push(call);
  }

  #electron(): Partial<typeof Electron> {
    const program = this;
    const app: Partial<Electron.App> = {
      isPackaged: false,
      getPath: (name) => this.paths[name] ?? '',
      getAppPath: () => this.folder,
      getVersion: () => '0.1.0',
      setPath: (name, value) => {
        this.#note(`setPath ${name}`);
        this.paths[name] = value;
      },
      enableSandbox: () => this.#note('enableSandbox'),
      requestSingleInstanceLock: () => {
        this.#note('requestSingleInstanceLock');
        return this.#isFirst;
      },
      whenReady: () => new Promise((resolve) => this.#events.once('ready', () => resolve())),
      quit: () => this.#quit(),
      exit: (code = 0) => this.#exit(code),
      on: as((event: string, listener: () => void) => this.#events.on(event, listener)),
    };
    return {
      app: as(app),
      BrowserWindow: as(
        class extends Window {
          constructor(options: Electron.BrowserWindowConstructorOptions) {
            super(options);
            program.windows.push(this);
            program.#events.emit('web-contents-created', {}, this.webContents);
            this.on('closed', () => program.#events.emit('window-all-closed'));
          }
        },
      ),
      dialog: as({ showErrorBox: (...box: [string, string]) => void this.boxes.push(box) }),
      ipcMain: as(this.ipc),
      Menu: as({}),
      powerSaveBlocker: as(this.power),
      protocol: as({
        registerSchemesAsPrivileged: () => this.#note('registerSchemesAsPrivileged'),
        handle: (scheme: string, handler: (request: Request) => Promise<Response>) => {
          this.schemes[scheme] = handler;
        },
      }),
      session: as({ defaultSession: this.session }),
      utilityProcess: as(this.utility),
    };
  }
}
