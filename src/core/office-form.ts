import type { Campaign } from './campaign.ts';
import { clean, defaultForm, type ReportForm } from './report-form.ts';
import type { Union } from './union.ts';

/** Parts of its documents that an office may set: those of the report's form, and its department for propaganda. */
export const formKeys = [
  'superior',
  'issuer',
  'name',
  'place',
  'symbol',
  'authority',
  'post',
  'signer',
  'department',
  'addressees',
  'recipients',
] as const;
export type FormKey = (typeof formKeys)[number];
export type FormValue = string | readonly string[];
/** Longest text of one part, or of one entry of a list, in characters. */
export const formTextMax = 300;

export const isFormKey = (key: string): key is FormKey => (formKeys as readonly string[]).includes(key);
export const isListKey = (key: FormKey): boolean => key === 'addressees' || key === 'recipients';

/** What an office has set; a part that is absent fits the union's level. */
export type FormParts = Readonly<Partial<Record<FormKey, FormValue>>>;

/** Every part that an office may set, as a document would carry it now. */
export type OfficeForm = ReportForm & { readonly department: string };

/** The department that the campaign's letter names, as `Ban Tuyên giáo`; empty where it names none. */
const departmentOf = ({ report }: Campaign): string => /\(qua ([^)]+)\)$/.exec(report.addressees[0] ?? '')?.[1] ?? '';

/**
 * The form of a union: what fits its level, and over it what the office has set.
 * @param superior the union directly above with the department that it has set itself; `null` at the top.
 */
export function officeForm(
  union: Union,
  superior: { readonly name: string; readonly parts: FormParts } | null,
  campaign: Campaign,
  parts: FormParts,
): OfficeForm {
  const start: OfficeForm = {
    ...defaultForm(union, superior?.name ?? null, campaign),
    department: departmentOf(campaign),
  };
  const theirs = superior?.parts.department;
  // A province may call its department otherwise (Ban Tuyên giáo - Nữ công); its units then write to that one.
  const addressees =
    superior !== null && typeof theirs === 'string' && union.level > 1
      ? [`${clean(superior.name)}${theirs === '' ? '' : ` (qua ${theirs})`}`]
      : start.addressees;
  const set = Object.entries(parts).map(([key, value]) => [
    key,
    typeof value === 'string' ? clean(value) : (value ?? []).map(clean).filter((entry) => entry !== ''),
  ]);
  return { ...start, addressees, ...Object.fromEntries(set) } as OfficeForm;
}

export const formDeviations = [
  'place-missing',
  'symbol-spaced',
  'symbol-odd',
  'recipients-no-file',
  'recipients-none',
  'addressees-none',
  'issuer-lower',
  'signer-title',
] as const;
export type FormDeviation = (typeof formDeviations)[number];

/**
 * Where a form leaves Decree 30/2020, annex I. Union practice does leave it (letter 850 itself does), so these are
 * words, not walls; only a place left open stops a report from being issued.
 */
export function deviationsOf(form: OfficeForm, level: Union['level']): FormDeviation[] {
  const found: FormDeviation[] = [];
  const say = (deviation: FormDeviation, is: boolean): void => {
    if (is) found.push(deviation);
  };
  say('place-missing', form.place === '' || form.place.includes('…'));
  say('symbol-spaced', /\s/.test(form.symbol));
  say('symbol-odd', form.symbol === '' || /[^\p{L}\p{N}\s-]/u.test(form.symbol));
  say('recipients-none', form.recipients.length === 0);
  say('recipients-no-file', form.recipients.length > 0 && !form.recipients.some((entry) => /^lưu/iu.test(entry)));
  say('addressees-none', form.addressees.length === 0 && level > 1);
  say('issuer-lower', form.issuer !== form.issuer.toLocaleUpperCase('vi'));
  // Annex I, 7b: no academic titles before the name of who signs.
  say('signer-title', /^(gs|pgs|ts|ths|cn|ks|bs|tskh)\.?\s/iu.test(form.signer));
  return found;
}
