import type { FromRadio, ToRadio } from './protocol.ts';

interface ParentPort {
  postMessage(message: FromRadio): void;
  on(event: 'message', listener: (event: { data: ToRadio }) => void): void;
}

/** Electron's utility process has a parent port; a Node child has an IPC channel. */
const { parentPort } = process as unknown as { parentPort?: ParentPort };

/** Tells the Kit. What cannot be told any more, because the Kit is gone, is not worth a word. */
export function say(message: FromRadio): void {
  if (parentPort !== undefined) parentPort.postMessage(message);
  else process.send?.(message, () => undefined);
}

export function hearOrders(listener: (message: ToRadio) => void): void {
  if (parentPort !== undefined) parentPort.on('message', ({ data }) => listener(data));
  else process.on('message', listener);
}

/** Says why and ends; the last word needs one turn to leave. */
export function leave(reason: FromRadio, code: number): void {
  say(reason);
  process.exitCode = code;
  setImmediate(() => process.exit(code));
}
