import { useSyncExternalStore } from 'react';

/** A value that screens look at and modules change. */
export interface Store<S> {
  readonly get: () => S;
  readonly set: (change: Partial<S>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore<S extends object>(first: S): Store<S> {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A part of a store's value; the screen is painted again when this part changes. */
export function useStore<S extends object, P>(store: Store<S>, part: (state: S) => P): P {
  return useSyncExternalStore(store.subscribe, () => part(store.get()));
}
