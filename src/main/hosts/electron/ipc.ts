import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Failure } from '../../../core/base/result.ts';
import type { Reply } from '../../../preload/contract.ts';
import type { KitDoor } from '../../door.ts';
import { wordsFor } from '../../messages/index.ts';
import { isScreen, type Screens } from './screens.ts';

/** The two channels of this host; `src/preload/index.ts` is their other end. */
const REQUEST = 'kit:request';
const PUSH = 'kit:push';

/** What a page hears that is not the kit's own: the code of a malformed request, and nothing to learn from. */
const stranger: Failure = { code: 'bad-input', detail: { where: 'sender' } };
const refusal: Reply<never> = { ok: false, error: { ...stranger, words: wordsFor(stranger) } };

/** Those whose requests are carried: pages that this host opened, showing the kit's own screens. */
export interface Trust {
  add(contents: Pick<WebContents, 'id' | 'once'>): void;
  has(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): boolean;
}

export function trustOwnWindows(screens: Screens): Trust {
  const opened = new Set<number>();
  return {
    add: (contents) => {
      const { id } = contents;
      opened.add(id);
      contents.once('destroyed', () => opened.delete(id));
    },
    // A frame that has navigated away is `null`; a frame inside the page has a parent, and is never ours.
    has: ({ sender, senderFrame }) =>
      opened.has(sender.id) &&
      senderFrame !== null &&
      senderFrame.parent === null &&
      isScreen(screens, senderFrame.url),
  };
}

/**
 * Carries requests of trusted pages to the Kit. Others are refused, with a line in the log that names
 * neither the request nor what came with it.
 */
export function carryRequests(
  ipc: Pick<IpcMain, 'handle'>,
  kit: Pick<KitDoor, 'request'>,
  trust: Pick<Trust, 'has'>,
  note: (line: string) => void,
): void {
  ipc.handle(REQUEST, (event, name: unknown, input: unknown) => {
    if (trust.has(event)) return kit.request(typeof name === 'string' ? name : '', input);
    note('a request from a page that is not the kit was refused');
    return refusal;
  });
}

/** Passes what the Kit says by itself to a page, for as long as the page lives. */
export function carryPushes(kit: Pick<KitDoor, 'on'>, contents: Pick<WebContents, 'send' | 'once'>): void {
  const stop = kit.on((push) => contents.send(PUSH, push));
  contents.once('destroyed', stop);
}
