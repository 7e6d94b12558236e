import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';
import { type Platform, platforms, reasonsByVerdict, type Verdict, verdicts } from './verdict.ts';

/** Verdicts after which there is something to put right. */
export const troubles = verdicts.filter((verdict) => verdict !== 'pass');

/** Cards that one digit each can reach. */
const MOST_CARDS = 9;

/** One thing to try with a phone that did not pass, what to look for, and how the report names it when it was that. */
const cardSchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  verdicts: z.array(z.enum(verdicts).exclude(['pass'])).min(1),
  platforms: z.array(z.enum(platforms)).min(1),
  /** Only where the verdict has one of these reasons; without it, all of them. */
  because: z.array(z.string().min(1)).min(1).optional(),
  /** What to do, with the buttons of the phone as they stand on it. */
  step: bilingualSchema,
  /** What shows that it is done, or that this is the trouble. */
  look: bilingualSchema,
  /** Reason of the campaign; `null` where the laptop or the queue is the cause: then nobody is counted as failing for it. */
  reason: z.string().min(1).nullable(),
});
export type Card = z.infer<typeof cardSchema>;
export const cardsSchema = z.array(cardSchema).default([]);

/** Where a card is looked for: a verdict with its reason, and the kind of phone. */
export interface Trouble {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly platform: Platform;
}

/** The cards for what a check ended in, in the order in which they should be tried. */
export const cardsFor = (cards: readonly Card[], { verdict, reason, platform }: Trouble): Card[] =>
  cards.filter(
    ({ verdicts: said, platforms: kinds, because }) =>
      said.some((one) => one === verdict) && kinds.includes(platform) && (because?.includes(reason) ?? true),
  );

/** What is wrong with a set of cards, in words for whoever writes it; empty when every trouble has its cards. */
export function cardFaults(cards: readonly Card[], reasons: readonly string[]): string[] {
  const codes = cards.map(({ code }) => code);
  const known: readonly string[] = Object.values(reasonsByVerdict).flat();
  const faults = codes.filter((code, at) => codes.indexOf(code) !== at).map((code) => `${code} stands twice`);
  for (const { code, reason, because = [] } of cards) {
    if (reason !== null && !reasons.includes(reason)) faults.push(`${code} names the unknown reason ${reason}`);
    faults.push(...because.filter((one) => !known.includes(one)).map((one) => `${code}: nothing ends in ${one}`));
  }
  for (const trouble of everyTrouble()) {
    const place = `${trouble.verdict} ${trouble.reason} ${trouble.platform}`;
    const fitting = cardsFor(cards, trouble).length;
    if (fitting === 0) faults.push(`no card for ${place}`);
    if (fitting > MOST_CARDS) faults.push(`more than ${MOST_CARDS} cards for ${place}`);
  }
  return faults;
}

/** Every way in which a check can end without a pass, for every kind of phone. */
export const everyTrouble = (): Trouble[] =>
  troubles.flatMap((verdict) =>
    reasonsByVerdict[verdict].flatMap((reason) => platforms.map((platform) => ({ verdict, reason, platform }))),
  );
