import type { Card } from '../../core/check/card-schema.ts';
import { cardsFor } from '../../core/check/cards.ts';
import type { Session } from './session.ts';

type Desk = Pick<Session, 'checking' | 'counting' | 'store'>;

/** The cards for the verdict on the glass and the kind of phone that they are turned to; none while they are closed. */
export function openCards({ checking, store }: Desk): Card[] {
  const { check, cards } = checking.store.getState();
  if (check.at !== 'ended' || cards === null) return [];
  return cardsFor(store.getState().campaign?.cards ?? [], { ...check.result, platform: cards });
}

/** "This was the reason": counts the person with it. A card about the laptop counts nobody. */
export function because({ checking, counting, store }: Desk, { reason }: Pick<Card, 'reason'>): void {
  const outcome = store.getState().campaign?.reasons.find(({ code }) => code === reason)?.outcomes[0];
  if (reason === null || outcome === undefined) return;
  checking.closeCards();
  counting.ask(outcome);
  counting.reason(reason);
}
