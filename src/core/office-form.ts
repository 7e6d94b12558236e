import type { Campaign } from './campaign.ts';
import { isLayoutKey, layoutKeys, layoutSet } from './office-layout.ts';
import { deviations } from './report-deviations.ts';
import { wordsOf } from './report-form.ts';
import { layoutOf, type ReportLayout, type ReportTemplate, type ReportWords } from './report-template.ts';
import type { Union } from './union.ts';

/** Words of its documents that an office may set, and the department that receives what its units send. */
export const formKeys = [
  'superior',
  'issuer',
  'name',
  'place',
  'typeCode',
  'symbol',
  'authority',
  'post',
  'signer',
  'department',
  'receiver',
  'addressees',
  'recipients',
  'abstract',
  'opening',
  'closing',
  ...layoutKeys,
] as const;
export type FormKey = (typeof formKeys)[number];
export type FormValue = string | readonly string[];
/** Longest text of one part, or of one entry of a list, in characters. */
export const formTextMax = 500;

export const isFormKey = (key: string): key is FormKey => (formKeys as readonly string[]).includes(key);
export const isListKey = (key: FormKey): boolean => key === 'addressees' || key === 'recipients';

/** What an office has set; a part that is absent fits the union's level. */
export type FormParts = Readonly<Partial<Record<FormKey, FormValue>>>;

/** Every word of a union's documents as it stands now. */
export type OfficeForm = ReportWords & { readonly receiver: string; readonly layout: ReportLayout };

/** The union directly above, with what its own office has set. */
export interface Above {
  readonly name: string;
  readonly parts: FormParts;
}

/**
 * What an office has set, as the builder of documents takes it. A province may call its department otherwise (Ban
 * Tuyên giáo - Nữ công); its units then write to that one, unless they say otherwise themselves.
 */
export function templateOf(above: Above | null, parts: FormParts): ReportTemplate {
  const { receiver: _receiver, ...words } = parts;
  const theirs = above?.parts.receiver;
  const department = typeof theirs === 'string' ? { department: theirs } : {};
  const set = Object.entries(words).filter(([part, value]) => value !== '' && !isLayoutKey(part));
  return { ...layoutSet(parts), words: { ...department, ...(Object.fromEntries(set) as ReportTemplate['words']) } };
}

/** The form of a union: what fits its level, and over it what the office has set. */
export function officeForm(union: Union, above: Above | null, campaign: Campaign, parts: FormParts): OfficeForm {
  const template = templateOf(above, parts);
  const words = wordsOf(union, above?.name ?? null, campaign, template.words);
  const receiver = typeof parts.receiver === 'string' ? parts.receiver : '';
  return { ...words, receiver, layout: layoutOf(template) };
}

export const formDeviations = [
  'place-missing',
  'symbol-odd',
  'recipients-none',
  'addressees-none',
  'issuer-lower',
  'range',
  'state',
  'spaces',
  'file',
  'end-mark',
  'titles',
] as const;
export type FormDeviation = (typeof formDeviations)[number];

/**
 * Where a form leaves Decree 30/2020, annex I. Union practice does leave it (letter 850 itself does), so these are
 * words, not walls; only a place left open stops a report from being issued.
 */
export function deviationsOf(
  { receiver: _receiver, layout, ...words }: OfficeForm,
  level: Union['level'],
): FormDeviation[] {
  const found: FormDeviation[] = [];
  const say = (deviation: FormDeviation, is: boolean): void => {
    if (is) found.push(deviation);
  };
  say('place-missing', words.place === '' || words.place.includes('…'));
  say('symbol-odd', words.symbol === '' || /[^\p{L}\p{N}\s-]/u.test(words.symbol));
  say('recipients-none', words.recipients.length === 0);
  say('addressees-none', words.addressees.length === 0 && level > 1);
  say('issuer-lower', words.issuer !== words.issuer.toLocaleUpperCase('vi'));
  for (const { kind } of deviations({ ...layout, words })) {
    say(kind, !found.includes(kind) && (kind !== 'file' || words.recipients.length > 0));
  }
  return found;
}
