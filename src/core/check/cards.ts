import type { Card } from './card-schema.ts';
import { type Platform, platforms, reasonsByVerdict, type Verdict, verdicts } from './verdict.ts';

/** Verdicts after which there is something to put right. */
export const troubles = verdicts.filter((verdict) => verdict !== 'pass');

/** Cards that one digit each can reach. */
const MOST_CARDS = 9;

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

/**
 * The cards that put one reason right, when nothing was heard of the phone. One for a phone of which nobody knows the
 * kind stands back where there are cards for the kinds.
 */
export function cardsOfReason(cards: readonly Card[], reason: string): Card[] {
  const fitting = cards.filter((card) => card.reason === reason);
  const ofKinds = fitting.filter(({ platforms: kinds }) => kinds.some((kind) => kind !== 'unknown'));
  return ofKinds.length > 0 ? ofKinds : fitting;
}

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
