import { createStore } from 'zustand/vanilla';
import type { Place, UnionView } from '../../preload/contract.ts';
import type { Session } from '../state/session.ts';
import { unionParts } from '../state/session-state.ts';

/** The parts of the report screen, in the order in which a report comes about. */
export const reportParts = ['figures', 'check', 'form', 'preview', 'issue', 'texts', 'board'] as const;
export type ReportPart = (typeof reportParts)[number];

interface ReportPlace {
  /** The union whose report is open; `null` follows the union that is counted for. */
  readonly union: UnionView | null;
  readonly part: ReportPart;
  /** The world that `union` is of: practice and real share no union. */
  readonly world: string;
}

/** Where the report screen stands, kept while a person looks something up on another screen and comes back. */
export const reportPlace = createStore<ReportPlace>(() => ({ union: null, part: 'figures', world: '' }));

/** Opens the place where something can be put right. */
export function goTo({ screen, union, part }: Place, session: Pick<Session, 'openUnion' | 'go'>): void {
  if (screen === 'unions') session.openUnion(union, unionParts.find((one) => one === part) ?? 'findings');
  else if (screen === 'settings') session.go('settings');
  else reportPlace.setState({ part: reportParts.find((one) => one === part) ?? 'figures' });
}
