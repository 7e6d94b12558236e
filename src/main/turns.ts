/** The radio serves one at a time: a check, a scan, the beacon, a calibration. */
export interface Turns {
  /** Somebody uses the radio now. */
  readonly busy: boolean;
  /** Takes the turn; `stop` ends that use early. Returns what gives the turn back. */
  take(stop: () => void): () => void;
  /** Ends whatever runs. */
  stop(): void;
}

export function turns(): Turns {
  let current: { readonly stop: () => void } | null = null;
  return {
    get busy() {
      return current !== null;
    },
    take: (stop) => {
      const mine = { stop };
      current = mine;
      return () => {
        if (current === mine) current = null;
      };
    },
    stop: () => current?.stop(),
  };
}
