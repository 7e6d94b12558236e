import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeBeforeLeaving } from '../../../../src/main/hosts/electron/leave.ts';
import { as, prevented } from './double.ts';

describe('leaving', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function leaving(close: () => Promise<void>) {
    const app = new EventEmitter();
    const codes: number[] = [];
    closeBeforeLeaving(
      as(Object.assign(app, { quit: () => app.emit('quit-asked'), exit: (code: number) => void codes.push(code) })),
      { close },
    );
    return { app, codes, quits: () => prevented((event) => app.emit('will-quit', event)) };
  }

  test('waits for the Kit to be closed, and closes it once', async () => {
    let closed = () => {};
    const close = vi.fn(() => new Promise<void>((resolve) => (closed = resolve)));
    const { codes, quits } = leaving(close);
    expect(quits()).toBe(true);
    expect(quits()).toBe(true);
    expect(close).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(codes).toEqual([]);
    closed();
    await vi.advanceTimersByTimeAsync(0);
    expect(codes).toEqual([0]);
  });

  test('leaves with 1 when the Kit cannot be closed, and after ten seconds when it does not come to an end', async () => {
    const broken = leaving(() => Promise.reject(new Error('disk')));
    broken.quits();
    await vi.advanceTimersByTimeAsync(0);
    expect(broken.codes).toEqual([1]);

    const stuck = leaving(() => new Promise(() => {}));
    stuck.quits();
    await vi.advanceTimersByTimeAsync(9_999);
    expect(stuck.codes).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(stuck.codes).toEqual([1]);
  });

  test('leaves when the last window is closed, on macOS too', () => {
    const { app } = leaving(async () => {});
    const asked = vi.fn();
    app.on('quit-asked', asked);
    app.emit('window-all-closed');
    expect(asked).toHaveBeenCalledOnce();
  });
});
