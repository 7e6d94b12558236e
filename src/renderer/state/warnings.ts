import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Words } from '../../preload/contract.ts';

export interface Warnings {
  readonly store: StoreApi<{ readonly shown: readonly Words[] }>;
  /** What the Kit has to say of something that it did count. */
  readonly take: (warnings: readonly Words[]) => void;
  /** A person has read them: the same words do not come back with the next person. */
  readonly dismiss: () => void;
  readonly forget: () => void;
}

/** Warnings stand until they are put away, each of them once, and never keep anybody from counting. */
export function createWarnings(): Warnings {
  const store = createStore<{ shown: readonly Words[] }>(() => ({ shown: [] }));
  const read = new Set<string>();
  const keyOf = ({ what, todo }: Words) => `${what.vi} ${todo.vi}`;
  return {
    store,
    take: (warnings) => {
      const { shown } = store.getState();
      const stands = new Set(shown.map(keyOf));
      const fresh = warnings.filter((words) => !read.has(keyOf(words)) && !stands.has(keyOf(words)));
      if (fresh.length > 0) store.setState({ shown: [...shown, ...fresh] });
    },
    dismiss: () => {
      for (const words of store.getState().shown) read.add(keyOf(words));
      store.setState({ shown: [] });
    },
    forget: () => {
      read.clear();
      store.setState({ shown: [] });
    },
  };
}
