import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

/**
 * The pieces of Electron that the host uses, as doubles that remember. Each implements the real type's methods, so
 * that a change in Electron breaks the build. What crosses between a page and the main process goes through
 * `structuredClone`, as in Electron, so that a value which cannot cross fails here too.
 */

const cross = <T>(value: T): T => structuredClone(value);

/** Emits something that can be prevented; tells whether it was. */
export function prevented(emit: (event: { preventDefault: () => void }) => void): boolean {
  let held = false;
  emit({
    preventDefault: () => {
      held = true;
    },
  });
  return held;
}

type PageMethods = Pick<Electron.WebContents, 'getURL' | 'reload' | 'send' | 'setWindowOpenHandler' | 'id'>;
export interface Frame {
  url: string;
  parent: Frame | null;
}

/** A page, with the frame that shows it. */
export class Page extends EventEmitter implements PageMethods {
  static #last = 0;
  readonly id = ++Page.#last;
  readonly frame: Frame = { url: 'about:blank', parent: null };
  /** What the main process sent, as the page hears it: channel, then the message. */
  readonly heard: [channel: string, message: unknown][] = [];
  openHandler: Parameters<PageMethods['setWindowOpenHandler']>[0] | null = null;
  reloads = 0;

  getURL(): string {
    return this.frame.url;
  }

  reload(): void {
    this.reloads += 1;
  }

  setWindowOpenHandler(handler: Parameters<PageMethods['setWindowOpenHandler']>[0]): void {
    this.openHandler = handler;
  }

  send(channel: string, message: unknown): void {
    this.heard.push([channel, cross(message)]);
    this.emit('heard', channel, cross(message));
  }

  /** The page tries to go somewhere; tells whether it may. */
  goes(how: 'will-frame-navigate' | 'will-redirect', url: string): boolean {
    return !prevented((event) => this.emit(how, Object.assign(event, { url })));
  }
}

type WindowMethods = Pick<
  Electron.BrowserWindow,
  'loadURL' | 'maximize' | 'show' | 'focus' | 'restore' | 'isMinimized' | 'isDestroyed'
>;

export class Window extends EventEmitter implements WindowMethods {
  readonly webContents = new Page();
  /** What was done to it, in order. */
  readonly did: string[] = [];
  readonly options: Electron.BrowserWindowConstructorOptions;
  minimized = false;
  #gone = false;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }

  async loadURL(url: string): Promise<void> {
    this.webContents.frame.url = url;
  }

  maximize(): void {
    this.did.push('maximize');
  }

  show(): void {
    this.did.push('show');
  }

  focus(): void {
    this.did.push('focus');
  }

  restore(): void {
    this.did.push('restore');
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  isDestroyed(): boolean {
    return this.#gone;
  }

  close(): void {
    this.#gone = true;
    this.webContents.emit('destroyed');
    this.emit('closed');
  }
}

/** The main process's half of `invoke`. */
export class IpcMain implements Pick<Electron.IpcMain, 'handle'> {
  readonly #handlers = new Map<string, Parameters<Electron.IpcMain['handle']>[1]>();

  handle(channel: string, handler: Parameters<Electron.IpcMain['handle']>[1]): void {
    this.#handlers.set(channel, handler);
  }

  /** What a page gets back; `frame` is the frame that asks, its main frame unless said otherwise. */
  async invoke(page: Page, channel: string, args: unknown[], frame: Frame | null = page.frame): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const event = as<Electron.IpcMainInvokeEvent>({ sender: page, senderFrame: frame });
    return cross(await handler(event, ...cross(args)));
  }
}

type SessionMethods = Pick<
  Electron.Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setSpellCheckerEnabled'
>;
type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  answer: (response: Electron.CallbackResponse) => void,
) => void;

export class Session implements SessionMethods {
  #request: Parameters<SessionMethods['setPermissionRequestHandler']>[0] = null;
  #check: Parameters<SessionMethods['setPermissionCheckHandler']>[0] = null;
  #device: Parameters<SessionMethods['setDevicePermissionHandler']>[0] = null;
  #before: BeforeRequest | null = null;
  spelling = true;

  setPermissionRequestHandler(handler: Parameters<SessionMethods['setPermissionRequestHandler']>[0]): void {
    this.#request = handler;
  }

  setPermissionCheckHandler(handler: Parameters<SessionMethods['setPermissionCheckHandler']>[0]): void {
    this.#check = handler;
  }

  setDevicePermissionHandler(handler: Parameters<SessionMethods['setDevicePermissionHandler']>[0]): void {
    this.#device = handler;
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    this.spelling = enabled;
  }

  readonly webRequest = {
    onBeforeRequest: (listener: unknown): void => {
      this.#before = listener as BeforeRequest;
    },
  };

  /** Whether a page at `url` is granted a permission: what a request hears, and what a check hears. Unset, Electron grants. */
  grants(permission: string, url: string): { request: boolean; check: boolean } {
    let request = this.#request === null;
    const page = as<Electron.WebContents>({ getURL: () => url });
    this.#request?.(
      page,
      permission as 'fullscreen',
      (granted) => {
        request = granted;
      },
      as({}),
    );
    return { request, check: this.#check?.(null, permission as 'fullscreen', url, as({})) ?? true };
  }

  /** Whether a device may be used. Unset, Electron leaves it to the chooser. */
  grantsDevice(): boolean {
    return this.#device?.(as({})) ?? true;
  }

  /** Whether a request to `url` goes out. */
  loads(url: string): boolean {
    let cancelled = false;
    this.#before?.(as({ url }), ({ cancel = false }) => {
      cancelled = cancel;
    });
    return !cancelled;
  }
}

/** A child of Electron's `utilityProcess`. */
export class Child extends EventEmitter implements Pick<Electron.UtilityProcess, 'postMessage' | 'kill'> {
  readonly told: unknown[] = [];
  killed = false;

  postMessage(message: unknown): void {
    this.told.push(cross(message));
  }

  kill(): boolean {
    this.killed = true;
    return true;
  }
}

export class Utility {
  readonly forks: { file: string; options: Electron.ForkOptions; child: Child }[] = [];

  fork(file: string, _args: string[], options: Electron.ForkOptions): Electron.UtilityProcess {
    const child = new Child();
    this.forks.push({ file, options, child });
    return as(child);
  }
}

export class Power implements Pick<Electron.PowerSaveBlocker, 'start' | 'stop'> {
  readonly holding = new Map<number, string>();
  #last = 0;

  start(type: string): number {
    this.#last += 1;
    this.holding.set(this.#last, type);
    return this.#last;
  }

  stop(id: number): boolean {
    return this.holding.delete(id);
  }
}

/** Stands in for the real type: Electron's emitters name their own classes in what `on` returns. */
export const as = <T>(double: unknown): T => double as T;
