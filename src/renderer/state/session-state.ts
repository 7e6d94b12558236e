import type { StoreApi } from 'zustand/vanilla';
import type { Campaign } from '../../core/campaign/campaign.ts';
import type { About, RadioView } from '../../preload/contract/kit.ts';
import type { Counts, InWorld, UnionView, WireFailure } from '../../preload/contract.ts';
import type { Screen } from '../keys.ts';

/** The parts of a union's page, in the order of its contents. */
export const unionParts = ['about', 'totals', 'figures', 'outreach', 'findings', 'history'] as const;
export type UnionPart = (typeof unionParts)[number];

/** A union whose page is open, and the screen that its way back leads to. */
export interface UnionPlace {
  readonly union: string;
  readonly part: UnionPart;
  readonly from: Screen;
}

/** What every screen may look at. Numbers are the kit's, as it last told them; none is reckoned here. */
export interface SessionState {
  readonly screen: Screen;
  /** The page of one union on the screen of unions; `null` shows the list. */
  readonly unionPlace: UnionPlace | null;
  /** `null` until the kit has answered for the first time. */
  readonly about: About | null;
  readonly campaign: Campaign | null;
  readonly counts: Counts | null;
  readonly radio: RadioView;
  /** The union that is counted for. */
  readonly union: UnionView | null;
  /** Unions lately counted for, newest first. */
  readonly lately: readonly UnionView[];
  /** The kit answers; `false` after the line to a browser host broke. */
  readonly up: boolean;
  /** Why the kit could not be opened. */
  readonly refused: WireFailure | null;
}

/** Numbers of an earlier moment never replace later ones: a pushed message can be overtaken by a reply. */
export function takeCounts(store: StoreApi<SessionState>, counts: Counts): void {
  if (counts.revision >= (store.getState().counts?.revision ?? 0)) store.setState({ counts });
}

/** What the operator's hand does is meant for the world that was open when it did it, and for no other. */
export interface Meant {
  /** The folder of its data; `undefined` before the Kit has told. */
  readonly folder: string | undefined;
  /** Stands in the request: the Kit refuses what is meant for a world that was left. */
  readonly world: InWorld;
}

export function meantNow(session: StoreApi<SessionState>): Meant {
  const { about } = session.getState();
  return { folder: about?.dataFolder, world: about === null ? {} : { inWorld: about.world } };
}
