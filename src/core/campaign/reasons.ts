import type { Campaign, CampaignReason } from './campaign.ts';

/** The reasons that fit an outcome, in the order in which digits reach them. */
export const reasonsFor = ({ reasons }: Pick<Campaign, 'reasons'>, outcome: string): CampaignReason[] =>
  reasons.filter(({ outcomes }) => outcomes.includes(outcome));
