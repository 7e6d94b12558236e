import type { Clock } from '../../src/core/base/clock.ts';

/** A laptop's clock that only moves when the story says so. */
export interface StoryClock extends Clock {
  /** Sets the wall clock, as a person or a dead battery would. */
  set(iso: string): void;
  /** Lets time pass, on both clocks. */
  pass(ms: number): void;
}

export function storyClock(iso = '2020-08-18T06:30:00+07:00'): StoryClock {
  let wall = Date.parse(iso);
  let monotonic = 1_000;
  return {
    wall: () => wall,
    monotonic: () => monotonic,
    set: (next) => {
      wall = Date.parse(next);
    },
    pass: (ms) => {
      wall += ms;
      monotonic += ms;
    },
  };
}
