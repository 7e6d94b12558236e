/** Gives the screens `window.kit`: the requests and messages of the contract, and nothing else of Electron. */
import { contextBridge, ipcRenderer } from 'electron';
import { type KitClient, type Push, type PushName, pushNames, requestNames } from './contract.ts';

type Listener = (body: never) => void;

const known: ReadonlySet<string> = new Set(requestNames);
const listeners = new Map<PushName, Set<Listener>>(pushNames.map((name) => [name, new Set()]));

ipcRenderer.on('kit:push', (_event, { name, body }: Push) => {
  for (const listener of listeners.get(name) ?? []) listener(body as never);
});

const kit: KitClient = {
  request: async (name, input) => {
    if (!known.has(name)) throw new TypeError(`Not in the contract: ${name}`);
    return ipcRenderer.invoke('kit:request', name, input);
  },
  on: (name, listener) => {
    const all = listeners.get(name);
    if (all === undefined) throw new TypeError(`Not in the contract: ${name}`);
    all.add(listener);
    return () => all.delete(listener);
  },
};

contextBridge.exposeInMainWorld('kit', kit);
