import { createStore, type StoreApi } from 'zustand/vanilla';
import type { KitClient, Reply, RequestIn, RequestOut, Settings, Shift, WireFailure } from '../../preload/contract.ts';

/** Who counts, where, and how far the booth's day is; as the Kit last told it. */
export interface DutyState {
  /** `null` until the Kit has answered. */
  readonly settings: Settings | null;
  /** Today at this booth; `null` where no booth is set up. */
  readonly shift: Shift | null;
  /** Codes at hand on the number keys: those of the day's opening, and those set here since. */
  readonly operators: readonly string[];
}

export interface Duty {
  readonly store: StoreApi<DutyState>;
  /** Another world is open, with other people. */
  readonly forget: () => void;
  /** Asks for all of it again. */
  readonly load: () => Promise<void>;
  /** Sets what is named and leaves the rest; the failure when the Kit refused. */
  readonly set: (change: RequestIn<'settings.set'>) => Promise<WireFailure | null>;
  readonly open: (input: RequestIn<'shift.open'>) => Promise<WireFailure | null>;
  readonly close: (input: RequestIn<'shift.close'>) => Promise<WireFailure | null>;
}

/** Operators that one digit can reach. */
const AT_HAND = 9;

export function createDuty(kit: KitClient): Duty {
  const nothing: DutyState = { settings: null, shift: null, operators: [] };
  const store = createStore<DutyState>(() => nothing);
  const meet = (...codes: (string | null | undefined)[]) => {
    const known = [...store.getState().operators, ...codes.filter((code): code is string => Boolean(code))];
    store.setState({ operators: [...new Set(known)].slice(0, AT_HAND) });
  };
  const readShift = async () => {
    const shift = await kit.request('shift.get', {});
    store.setState({ shift: shift.ok ? shift.value : null });
    if (shift.ok) meet(...(shift.value.operators ?? []));
  };
  const ended = async (reply: Reply<RequestOut<'shift.open'>>): Promise<WireFailure | null> => {
    await readShift();
    return reply.ok ? null : reply.error;
  };
  return {
    store,
    forget: () => store.setState(nothing),
    load: async () => {
      const settings = await kit.request('settings.get', {});
      if (settings.ok) store.setState({ settings: settings.value });
      await readShift();
      meet(store.getState().settings?.operator);
    },
    set: async (change) => {
      const reply = await kit.request('settings.set', change);
      if (!reply.ok) return reply.error;
      store.setState({ settings: reply.value });
      meet(reply.value.operator);
      if (change.booth !== undefined || change.dayStart !== undefined) await readShift();
      return null;
    },
    open: async (input) => ended(await kit.request('shift.open', input)),
    close: async (input) => ended(await kit.request('shift.close', input)),
  };
}
