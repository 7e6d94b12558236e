import type { CampaignOutcome } from '../../core/campaign/campaign.ts';
import type { Verdict } from '../../core/check/verdict.ts';
import type { IconName } from './icons.tsx';

export type Tone = CampaignOutcome['tone'];

/** A tone is a colour and a drawing, so that nobody needs to tell colours apart. */
export const toneIcons: Readonly<Record<Tone, IconName>> = {
  good: 'plus',
  fair: 'tick',
  plain: 'speech',
  warn: 'warning',
  bad: 'blocked',
};

export const verdictLooks: Readonly<Record<Verdict, { readonly tone: Tone; readonly icon: IconName }>> = {
  pass: { tone: 'good', icon: 'tick' },
  unclear: { tone: 'warn', icon: 'question' },
  weak: { tone: 'warn', icon: 'bars' },
  outdated: { tone: 'warn', icon: 'old' },
  'not-seen': { tone: 'bad', icon: 'silent' },
  inconclusive: { tone: 'plain', icon: 'dash' },
};
