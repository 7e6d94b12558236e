import { WORKFORCE_MAX } from '../base/limits.ts';
import { done, failed, type Result } from '../base/result.ts';

/**
 * Numbers that a union gives for itself, cumulative (docs/union-reports.md §3.4). `installed` is "cài trong đợt"; together
 * with `installed_before` it is the running total.
 */
export const declaredKeys = [
  'workers',
  'members',
  'smartphones',
  'installed_before',
  'installed',
  'reached',
  'grassroots_total',
  'grassroots_active',
] as const;
export type DeclaredKey = (typeof declaredKeys)[number];

export const isDeclaredKey = (key: string): key is DeclaredKey => (declaredKeys as readonly string[]).includes(key);

/** How many people and units there are, not what was achieved: a union that was taken over gives none of these upwards. */
export const sizeKeys: ReadonlySet<string> = new Set(['workers', 'members', 'smartphones', 'grassroots_total']);

/** What a union writes about its campaign: documents and arrangements, outreach, difficulties, proposals. */
export const declaredTexts = ['direction', 'outreach', 'difficulties', 'proposals'] as const;

/** Reads a declared number: a whole number, zero included, as a number or as typed digits. */
export function declaredNumber(typed: number | string, key: string, max = WORKFORCE_MAX): Result<number> {
  const text = String(typed).trim();
  const plain = /^\d{1,3}(?:\.\d{3})+$/.test(text) && typeof typed === 'string' ? text.replaceAll('.', '') : text;
  const value = /^\d{1,9}$/.test(plain) ? Number(plain) : Number.NaN;
  return value <= max ? done(value) : failed('figure-impossible', { key, value: text.slice(0, 20), max });
}
