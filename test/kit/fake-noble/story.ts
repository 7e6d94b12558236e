import type { Phone } from '../../../src/core/practice/room.ts';

/** What the played noble does, handed to the radio process as JSON in `FAKE_NOBLE`. */
export interface Story {
  /** Who is on the air, from `openedAt` on, whichever process listens. */
  readonly phones?: readonly Phone[];
  readonly seed?: number;
  /** Wall-clock milliseconds at which the room opened. */
  readonly openedAt: number;
  /** How an iPhone answers when it is asked: with so many bytes, not at all, or by hanging up. */
  readonly answers?: number | 'never' | 'refuses';
  /** What is wrong with this adapter. */
  readonly fault?: Fault;
}

export type Fault =
  /** Says that it scans; nothing comes. */
  | 'mute'
  /** Never confirms a scan. */
  | 'numb'
  /** Somebody stops every scan after 200 ms. */
  | 'stopped'
  /** On and off ten times a second. */
  | 'flaps'
  /** Its reader throws on a stranger's packet, four times a second. */
  | 'bad-packets'
  /** The script hangs for good after half a second of scanning. */
  | 'hangs';
