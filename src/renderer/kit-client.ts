import type {
  KitClient,
  LineCode,
  PushBody,
  PushName,
  Reply,
  RequestIn,
  RequestName,
  RequestOut,
  WireFailure,
} from '../preload/contract.ts';
import { en } from './words/en.ts';
import { vi } from './words/vi.ts';

/** The Kit as a screen reaches it, and whether it is in reach. */
export interface KitLine {
  readonly kit: KitClient;
  /** Tells when the line is lost and when it stands again; an Electron window never loses it. */
  readonly watch: (listener: (up: boolean) => void) => void;
}

/** The Kit that Electron's preload put on the window, or the same thing over loopback HTTP. */
export function openKit(): KitLine {
  const { kit } = globalThis as { kit?: KitClient };
  return kit === undefined ? overHttp() : { kit, watch: () => {} };
}

/** Server-sent events come back by themselves after a broken line, but not after a refusal: then this often, ms. */
const REOPEN_MS = 1_500;

function overHttp(): KitLine {
  const listeners = new Map<PushName, Set<(body: never) => void>>();
  const watchers = new Set<(up: boolean) => void>();
  const tell = (up: boolean) => {
    for (const watcher of watchers) watcher(up);
  };

  let events: EventSource | null = null;
  const listen = () => {
    events?.close();
    events = new EventSource('./events');
    events.onopen = () => tell(true);
    events.onmessage = (message: MessageEvent<string>) => {
      const push = JSON.parse(message.data) as { name: PushName; body: never };
      for (const listener of listeners.get(push.name) ?? []) listener(push.body);
    };
    events.onerror = () => {
      tell(false);
      if (events?.readyState === EventSource.CLOSED) setTimeout(listen, REOPEN_MS);
    };
  };
  listen();

  const kit: KitClient = {
    request: async <N extends RequestName>(name: N, input: RequestIn<N>) => {
      try {
        const answer = await fetch(`./api/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input),
        });
        if (answer.status === 401 || answer.status === 403) return unreachable('line-refused');
        if (answer.status === 413) return unreachable('line-large');
        return (await answer.json()) as Reply<RequestOut<N>>;
      } catch {
        // The host has gone: nobody can say whether the last request was carried out, so no number changes. A new
        // line is opened at once; that it stands ends the banner, and everything is asked for again.
        tell(false);
        listen();
        return unreachable('line-lost');
      }
    },
    on: <N extends PushName>(name: N, listener: (body: PushBody<N>) => void) => {
      const heard = listeners.get(name) ?? new Set();
      listeners.set(name, heard.add(listener as (body: never) => void));
      return () => heard.delete(listener as (body: never) => void);
    },
  };
  return { kit, watch: (watcher) => watchers.add(watcher) };
}

/** Nobody can say whether what was asked for was carried out: its answer is lost. */
export const answerLost = ({ code }: WireFailure): boolean => code === 'line-lost';

/** Refusals that came before the Kit looked the name of an attempt up. */
const ON_THE_WAY: readonly WireFailure['code'][] = [
  'world-left',
  'unexpected',
  'line-lost',
  'line-refused',
  'line-large',
];

/**
 * After a lost answer: whether this refusal of the same attempt says that nothing was written. The Kit looks the name
 * of an attempt up before anything else, so whatever it refuses for its content was not written the first time either.
 * Another world looks nothing up, nor does a refusal on the way there, and a name that stands for something else is taken.
 */
export const provesUnwritten = ({ code, detail }: WireFailure): boolean =>
  !ON_THE_WAY.includes(code) && !(code === 'bad-input' && detail.where === 'once');

/** What waits for an answer that was lost, as the screens refuse to leave its world: so many entries, or lines of a sheet. */
export const unanswered = (what: 'entries' | 'lines', number: number): WireFailure =>
  wordedHere(`${what}-unanswered`, number);

/** The one failure that no host can put into words, because no host is there. */
const unreachable = (code: LineCode): Reply<never> => ({ ok: false, error: wordedHere(code) });

const words = {
  'line-lost': 'lost',
  'line-refused': 'refused',
  'line-large': 'large',
  'entries-unanswered': 'unansweredEntries',
  'lines-unanswered': 'unansweredLines',
} as const satisfies Record<LineCode, keyof typeof vi.line>;

function wordedHere(code: LineCode, number = 0): WireFailure {
  const of = (part: 'what' | 'todo') => {
    const filled = (text: string) => text.replace('{{number}}', String(number));
    return { vi: filled(vi.line[words[code]][part]), en: filled(en.line[words[code]][part]) };
  };
  return { code, detail: {}, words: { what: of('what'), todo: of('todo') } };
}
