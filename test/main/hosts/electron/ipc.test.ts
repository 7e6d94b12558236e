import { describe, expect, test } from 'vitest';
import type { KitDoor } from '../../../../src/main/door.ts';
import { carryPushes, carryRequests, trustOwnWindows } from '../../../../src/main/hosts/electron/ipc.ts';
import { screensOf } from '../../../../src/main/hosts/electron/screens.ts';
import type { Push, Reply } from '../../../../src/preload/contract.ts';
import { as, IpcMain, Page } from './double.ts';

/** A door that answers with what it was asked. */
class Door implements KitDoor {
  readonly asked: [name: string, input: unknown][] = [];
  readonly listeners = new Set<(push: Push) => void>();

  async request(name: string, input: unknown): Promise<Reply<unknown>> {
    this.asked.push([name, input]);
    return { ok: true, value: { name, input } };
  }

  on(listener: (push: Push) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.listeners.clear();
  }
}

function booth() {
  const door = new Door();
  const ipc = new IpcMain();
  const lines: string[] = [];
  const trust = trustOwnWindows(screensOf(true, undefined));
  carryRequests(as(ipc), door, trust, (line) => lines.push(line));
  const page = new Page();
  page.frame.url = 'app://kit/#/booth';
  trust.add(as(page));
  return { door, ipc, lines, page };
}

const tally = { union: 'T1', outcome: 'installed' };

describe('requests over IPC', () => {
  test('carries a request of the operator’s window and brings the answer back', async () => {
    const { door, ipc, page } = booth();
    const reply = await ipc.invoke(page, 'kit:request', ['tally.add', tally]);
    expect(reply).toEqual({ ok: true, value: { name: 'tally.add', input: tally } });
    expect(door.asked).toEqual([['tally.add', tally]]);
  });

  test('refuses a request from a window it did not open', async () => {
    const { door, ipc } = booth();
    const stranger = new Page();
    stranger.frame.url = 'app://kit/';
    expect(await ipc.invoke(stranger, 'kit:request', ['tally.undo', {}])).toMatchObject({ ok: false });
    expect(door.asked).toEqual([]);
  });

  test('refuses a request from a frame inside the page, or from one that is gone', async () => {
    const { door, ipc, page } = booth();
    const inside = { url: 'app://kit/', parent: page.frame };
    for (const frame of [inside, null]) {
      expect(await ipc.invoke(page, 'kit:request', ['tally.undo', {}], frame)).toMatchObject({ ok: false });
    }
    expect(door.asked).toEqual([]);
  });

  test('refuses a request once the page shows another address', async () => {
    const { door, ipc, page } = booth();
    for (const url of ['https://kit/', 'app://kit.example/', 'https://example.org/?app://kit/', 'about:blank']) {
      page.frame.url = url;
      expect(await ipc.invoke(page, 'kit:request', ['tally.undo', {}]), url).toMatchObject({ ok: false });
    }
    expect(door.asked).toEqual([]);
  });

  test('forgets a window that was closed', async () => {
    const { door, ipc, page } = booth();
    page.emit('destroyed');
    expect(await ipc.invoke(page, 'kit:request', ['tally.undo', {}])).toMatchObject({ ok: false });
    expect(door.asked).toEqual([]);
  });

  test('answers a stranger in words and leaves a line without what was asked', async () => {
    const { ipc, lines } = booth();
    const reply = await ipc.invoke(new Page(), 'kit:request', ['tally.add', { union: 'BÍ MẬT', outcome: 'installed' }]);
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'bad-input', words: { todo: { vi: expect.any(String) } } },
    });
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toMatch(/BÍ MẬT|tally/);
  });

  test('hands a name that is no text to the Kit as text, which knows what to say', async () => {
    const { door, ipc, page } = booth();
    await ipc.invoke(page, 'kit:request', [{ toString: 'x' }, null]);
    await ipc.invoke(page, 'kit:request', []);
    expect(door.asked.map(([name]) => typeof name)).toEqual(['string', 'string']);
  });
});

describe('messages that the Kit sends by itself', () => {
  const push: Push = { name: 'radio.changed', body: { state: 'starting' } };

  test('reach the page while it lives and stop with it', async () => {
    const { door, page } = booth();
    carryPushes(door, as(page));
    for (const listener of door.listeners) listener(push);
    expect(page.heard).toEqual([['kit:push', push]]);
    page.emit('destroyed');
    expect(door.listeners.size).toBe(0);
  });
});
