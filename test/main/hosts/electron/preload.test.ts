import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { carryPushes, carryRequests } from '../../../../src/main/hosts/electron/ipc.ts';
import { type KitClient, pushNames, requestNames } from '../../../../src/preload/contract.ts';
import { as, IpcMain, Page } from './double.ts';

afterEach(() => void vi.doUnmock('electron'));

/** The preload, loaded for real, with the main process's half of IPC at the other end. */
async function preload() {
  const ipc = new IpcMain();
  const page = new Page();
  const renderer = new EventEmitter();
  const invoked: unknown[][] = [];
  const exposed: Record<string, unknown> = {};
  page.on('heard', (channel: string, message: unknown) => renderer.emit(channel, {}, message));
  vi.resetModules();
  vi.doMock('electron', () => ({
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) => {
        exposed[name] = api;
      },
    },
    ipcRenderer: Object.assign(renderer, {
      invoke: (channel: string, ...args: unknown[]) => {
        invoked.push([channel, ...args]);
        return ipc.invoke(page, channel, args);
      },
    }),
  }));
  await import('../../../../src/preload/index.ts');
  return { ipc, page, exposed, invoked, kit: exposed.kit as KitClient };
}

describe('window.kit in Electron', () => {
  test('is the only thing that the screens are given, and has no way around it', async () => {
    const { exposed, kit } = await preload();
    expect(Object.keys(exposed)).toEqual(['kit']);
    expect(Object.keys(kit).sort()).toEqual(['on', 'request']);
  });

  test('passes exactly the requests of the contract', async () => {
    const { ipc, kit, invoked } = await preload();
    const asked: string[] = [];
    const door = {
      request: async (name: string) => {
        asked.push(name);
        return { ok: true as const, value: null };
      },
    };
    carryRequests(as(ipc), door, { has: () => true }, () => {});
    for (const name of requestNames) expect(await kit.request(name, as<never>({}))).toEqual({ ok: true, value: null });
    expect(asked).toEqual(requestNames);
    for (const name of ['', 'kit.shutdown', '__proto__', 'constructor', 'tally.add ']) {
      await expect(kit.request(as<never>(name), as<never>({})), name).rejects.toThrow('Not in the contract');
    }
    expect(invoked).toHaveLength(requestNames.length);
  });

  test('hands each message to those who listen to it, until they stop', async () => {
    const { page, kit } = await preload();
    const heard: string[] = [];
    const say: ((push: never) => void)[] = [];
    const door = {
      on: (listener: (push: never) => void) => {
        say.push(listener);
        return () => {};
      },
    };
    carryPushes(door, as(page));
    const stops = pushNames.map((name) => kit.on(name, () => heard.push(name)));
    for (const name of pushNames) say[0]?.(as({ name, body: {} }));
    expect(heard).toEqual(pushNames);
    for (const stop of stops) stop();
    say[0]?.(as({ name: pushNames[0], body: {} }));
    expect(heard).toHaveLength(pushNames.length);
    expect(() => kit.on(as<never>('phone.seen'), () => {})).toThrow('Not in the contract');
  });
});
