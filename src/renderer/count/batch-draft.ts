import type { Campaign } from '../../core/campaign/campaign.ts';
import { reasonsFor } from '../../core/campaign/reasons.ts';
import { countOf } from '../../core/count/tally.ts';

/** A number of people that is being put together, before anything is sent. */
export interface Draft {
  /** They are taken off again. */
  readonly minus: boolean;
  readonly typed: string;
  /** The number was confirmed, so that keys mean outcomes from now on. */
  readonly numbered: boolean;
  readonly outcome: string | null;
  /** `undefined`: not asked yet; `null`: without one. */
  readonly reason: string | null | undefined;
}

export type Step = 'number' | 'outcome' | 'reason' | 'last';

/** From here on a batch is shown as a large one: more people than a booth sees in some minutes. */
export const LARGE = 100;

/** The number of people, or `null` while it is none that a booth can have. */
export function peopleOf({ typed }: Draft): number | null {
  const count = countOf(typed);
  return count.ok ? count.value : null;
}

/** What is asked next. A correction names the reason that was counted; a batch only where the campaign wants one. */
export function stepOf(draft: Draft, campaign: Pick<Campaign, 'outcomes' | 'reasons'>): Step {
  const { minus, numbered, outcome, reason } = draft;
  if (!numbered || peopleOf(draft) === null) return 'number';
  const chosen = campaign.outcomes.find(({ code }) => code === outcome);
  if (chosen === undefined) return 'outcome';
  const asks = chosen.needsReason || (minus && reasonsFor(campaign, chosen.code).length > 0);
  return asks && reason === undefined ? 'reason' : 'last';
}
