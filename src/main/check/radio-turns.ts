/** The radio serves one at a time: a check, a scan, the beacon, a calibration. */
export interface Turns {
  /** Somebody uses the radio now. */
  readonly busy: boolean;
  /** Takes the turn under a name; `stop` ends that use early. Returns what gives the turn back. */
  take(name: string | null, stop: () => void): () => void;
  /** Ends whatever runs, or with a name only what runs under it. False where that does not run. */
  stop(name?: string | null): boolean;
}

export function turns(): Turns {
  let current: { readonly name: string | null; readonly stop: () => void } | null = null;
  return {
    get busy() {
      return current !== null;
    },
    take: (name, stop) => {
      const mine = { name, stop };
      current = mine;
      return () => {
        if (current === mine) current = null;
      };
    },
    stop: (name = null) => {
      if (current === null || (name !== null && current.name !== name)) return false;
      current.stop();
      return true;
    },
  };
}
