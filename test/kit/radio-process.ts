import type { FromRadio, RadioPort, RadioRole, StartRadioProcess, ToRadio } from '../../src/main/radio/protocol.ts';

/** One radio process of a story: hears orders, says what the story wants, falls over when told to. */
export interface ToldProcess {
  readonly role: RadioRole;
  readonly orders: ToRadio['say'][];
  /** The last order in full. */
  readonly lastOrder: ToRadio | null;
  says(message: FromRadio): void;
  /** Dies by itself, or was killed by the supervisor. */
  dies(code?: number | null): void;
  /** Answers no order from now on, not even the one to end. */
  hangs(): void;
  readonly killed: boolean;
  readonly ended: boolean;
}

/** A machine whose radio processes do exactly what the story tells them. Told to end, they end. */
export function toldProcesses(): { start: StartRadioProcess; all: ToldProcess[]; latest: () => ToldProcess } {
  const all: ToldProcess[] = [];
  const start = (role: RadioRole = 'ears'): RadioPort => {
    const orders: ToRadio['say'][] = [];
    let onMessage: (message: FromRadio) => void = () => undefined;
    const onExit: ((code: number | null) => void)[] = [];
    let hanging = false;
    const told = {
      role,
      orders,
      lastOrder: null as ToRadio | null,
      killed: false,
      ended: false,
      says: (message: FromRadio) => onMessage(structuredClone(message)),
      hangs: () => {
        hanging = true;
      },
      dies: (code: number | null = 1) => {
        if (told.ended) return;
        told.ended = true;
        for (const listener of onExit) listener(code);
      },
    };
    all.push(told);
    return {
      send: (order) => {
        orders.push(order.say);
        told.lastOrder = structuredClone(order);
        if (order.say === 'end' && !hanging) told.dies(0);
      },
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
