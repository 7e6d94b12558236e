import type { ReactNode } from 'react';
import css from './Ring.module.css';

/** One piece of a ring of time. */
export interface Piece {
  /** From and to, as shares of the whole circle. */
  readonly from: number;
  readonly to: number;
  /** How much of it has passed, 0 to 1. */
  readonly heard: number;
  /** Two colours take turns. */
  readonly number: number;
}

interface Props {
  readonly pieces: readonly Piece[];
  readonly seconds: number;
  /** Seconds of the whole ring. */
  readonly of: number;
  readonly label: string;
  readonly dim?: boolean;
  readonly small?: boolean;
  readonly children?: ReactNode;
}

const RADIUS = 88;
const LENGTH = 2 * Math.PI * RADIUS;
/** The gap between two pieces of the ring, as a share of the circle. */
const GAP = 0.012;

/** Time that fills a ring, in pieces; the seconds stand in its middle. */
export function Ring({ pieces, seconds, of, label, dim = false, small = false, children }: Props) {
  const arc = (from: number, to: number) => ({
    strokeDasharray: `${Math.max(to - from, 0) * LENGTH} ${LENGTH}`,
    strokeDashoffset: -from * LENGTH,
  });
  return (
    <div
      className={css.ring}
      data-dim={dim || undefined}
      data-small={small || undefined}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.round(of)}
      aria-valuenow={Math.round(seconds)}
    >
      <svg viewBox="0 0 200 200" aria-hidden="true">
        {pieces.map(({ from, to, heard, number }) => (
          <g key={from}>
            <circle cx="100" cy="100" r={RADIUS} className={css.track} style={arc(from + GAP, to - GAP)} />
            <circle
              cx="100"
              cy="100"
              r={RADIUS}
              className={css.heard}
              data-half={number}
              style={arc(from + GAP, from + GAP + (to - from - 2 * GAP) * heard)}
            />
          </g>
        ))}
      </svg>
      <p>
        <b>{Math.floor(seconds)}</b>
        {children}
      </p>
    </div>
  );
}
