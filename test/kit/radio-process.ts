import type { FromRadio, RadioPort, StartRadioProcess, ToRadio } from '../../src/main/ble/port.ts';

/** One radio process of a story: hears orders, says what the story wants, falls over when told to. */
export interface ToldProcess {
  readonly orders: ToRadio['say'][];
  says(message: FromRadio): void;
  /** Dies by itself, or was killed by the supervisor. */
  dies(code?: number | null): void;
  readonly killed: boolean;
}

/** A machine whose radio processes do exactly what the story tells them. */
export function toldProcesses(): { start: StartRadioProcess; all: ToldProcess[]; latest: () => ToldProcess } {
  const all: ToldProcess[] = [];
  const start = (): RadioPort => {
    const orders: ToRadio['say'][] = [];
    let onMessage: (message: FromRadio) => void = () => undefined;
    const onExit: ((code: number | null) => void)[] = [];
    let alive = true;
    const told = {
      orders,
      killed: false,
      says: (message: FromRadio) => onMessage(structuredClone(message)),
      dies: (code: number | null = 1) => {
        if (!alive) return;
        alive = false;
        for (const listener of onExit) listener(code);
      },
    };
    all.push(told);
    return {
      send: ({ say }) => void orders.push(say),
      onMessage: (listener) => {
        onMessage = listener;
      },
      onExit: (listener) => void onExit.push(listener),
      kill: () => {
        told.killed = true;
        told.dies(null);
      },
    };
  };
  const latest = (): ToldProcess => {
    const last = all.at(-1);
    if (last === undefined) throw new Error('no radio process was started');
    return last;
  };
  return { start, all, latest };
}
