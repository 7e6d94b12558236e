import { CALIBRATION_MS, calibrationParts } from '../../core/check/calibration.ts';
import type { Piece } from '../ui/Ring.tsx';

/** The three steps of the minute as pieces of the ring. */
export function piecesOf(seconds: number): Piece[] {
  let before = 0;
  return calibrationParts.map(({ ms }, index) => {
    const from = before / CALIBRATION_MS;
    const heard = Math.min(Math.max((seconds * 1_000 - before) / ms, 0), 1);
    before += ms;
    return { from, to: before / CALIBRATION_MS, heard, number: (index % 2) + 1 };
  });
}
