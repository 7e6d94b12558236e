import { z } from 'zod';
import { done, failed, type Result } from '../base/result.ts';
import { type Bilingual, bilingualSchema, daySchema } from '../base/schemas.ts';
import { cardsSchema } from '../check/card-schema.ts';
import { cardFaults } from '../check/cards.ts';
import { readTemplate, templateSchema } from '../form/template.ts';
import { radioSignatureSchema } from '../radio/signature-schema.ts';

export { type Bilingual, bilingualSchema };

const code = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,31}$/);

const outcomeSchema = z.strictObject({
  code,
  label: bilingualSchema,
  /** One or two words for the key cap and the table head. */
  short: bilingualSchema,
  /** `KeyboardEvent.code` values: independent of Vietnamese input methods, which swallow letters. */
  keys: z.array(z.string().min(1)).min(1),
  tone: z.enum(['good', 'fair', 'plain', 'warn', 'bad']),
  /** A person with this outcome has the app working when they leave the booth. */
  installed: z.boolean(),
  needsReason: z.boolean(),
});

const reasonSchema = z.strictObject({
  code,
  label: bilingualSchema,
  /** One action that the booth can try, or say. */
  advice: bilingualSchema,
  outcomes: z.array(code).min(1),
});

/** One form of outreach (docs/union-reports.md §3.3) and what it is counted in. */
const outreachFormSchema = z.strictObject({ code, label: bilingualSchema, unit: bilingualSchema });

const reportFormSchema = z.strictObject({
  /** Abstract (trích yếu) under the word BÁO CÁO. */
  abstract: z.string().min(1),
  addressees: z.array(z.string().min(1)).min(1),
  /** The day before which the report is due, exclusive ("trước ngày"). */
  dueBefore: daySchema,
  /** From this day the kit warns. */
  warnFrom: daySchema,
  /**
   * Internal deadlines by level of union: the last day, included, on which a report to the union above is on time.
   * A level that is not named has the deadline of the letter.
   */
  dueByLevel: z.partialRecord(z.enum(['1', '2', '3', '4', '5']), daySchema).default({}),
  recipients: z.array(z.string().min(1)).min(1),
  /** Texts and sizes of the documents of every union in the campaign; an office may set its own over them. */
  template: templateSchema.optional(),
});

export const campaignSchema = z
  .strictObject({
    format: z.literal('tram-bluezone/campaign@1'),
    id: z.string().regex(/^[a-z0-9-]{1,40}$/),
    title: bilingualSchema,
    app: z.strictObject({ name: z.string().min(1), storeName: z.string().min(1), publisher: z.string().min(1) }),
    letter: z.strictObject({
      symbol: z.string().min(1),
      date: daySchema,
      issuer: z.string().min(1),
      subject: z.string().min(1),
    }),
    days: z.strictObject({ first: daySchema, last: daySchema }),
    links: z.strictObject({ install: z.url(), site: z.url(), play: z.url(), appStore: z.url() }),
    /** Hosts that a QR of this campaign may point to; anything else is refused. */
    linkHosts: z.array(z.string().min(1)).min(1),
    steps: z
      .array(z.strictObject({ title: bilingualSchema, text: bilingualSchema }))
      .min(1)
      .max(9),
    support: z.strictObject({ site: z.url(), email: z.email(), phone: z.string().regex(/^[0-9]{8,12}$/) }),
    outcomes: z.array(outcomeSchema).min(1).max(9),
    reasons: z.array(reasonSchema),
    outreach: z.array(outreachFormSchema).max(30).default([]),
    /** `null`: a campaign whose app cannot be heard; the kit then hides the check. */
    radio: radioSignatureSchema.nullable(),
    /** What to try with a phone that did not pass; stands in a file of its own. */
    cards: cardsSchema,
    report: reportFormSchema,
  })
  .superRefine((campaign, ctx) => {
    const wrong = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
    if (campaign.days.first > campaign.days.last) wrong('days', 'the last day is before the first');
    if (campaign.report.dueBefore <= campaign.days.last) wrong('report', 'due before the campaign has ended');
    for (const [level, day] of Object.entries(campaign.report.dueByLevel)) {
      if (day >= campaign.report.dueBefore) wrong('report', `level ${level} is due after the letter's own deadline`);
    }
    for (const [name, link] of Object.entries(campaign.links)) {
      if (!linkAllowed(link, campaign.linkHosts)) wrong('links', `${name} is outside linkHosts`);
    }
    const codes = campaign.outcomes.map((outcome) => outcome.code);
    if (new Set(codes).size !== codes.length) wrong('outcomes', 'a code stands twice');
    const keys = campaign.outcomes.flatMap((outcome) => outcome.keys);
    if (new Set(keys).size !== keys.length) wrong('outcomes', 'a key stands twice');
    const reasons = campaign.reasons.map((reason) => reason.code);
    if (new Set(reasons).size !== reasons.length) wrong('reasons', 'a code stands twice');
    const forms = campaign.outreach.map((form) => form.code);
    if (new Set(forms).size !== forms.length) wrong('outreach', 'a code stands twice');
    for (const reason of campaign.reasons) {
      if (reason.outcomes.some((outcome) => !codes.includes(outcome))) {
        wrong('reasons', `${reason.code} names an outcome that is not there`);
      }
    }
    if (campaign.cards.length > 0) {
      for (const fault of cardFaults(campaign.cards, reasons)) wrong('cards', fault);
    }
  });

export type Campaign = z.infer<typeof campaignSchema>;
export type CampaignOutcome = Campaign['outcomes'][number];
export type CampaignReason = Campaign['reasons'][number];

/** Outcomes with which a person leaves the booth with the app working: the numerator of every coverage. */
export const workingOutcomes = ({ outcomes }: { readonly outcomes: readonly CampaignOutcome[] }) =>
  outcomes.filter(({ installed }) => installed);

export const workingCodes = (campaign: { readonly outcomes: readonly CampaignOutcome[] }): string[] =>
  workingOutcomes(campaign).map(({ code }) => code);

/** A link may be shown as a QR only on https and on a host of the campaign (look-alike apps were a real problem). */
function linkAllowed(link: string, hosts: readonly string[]): boolean {
  const match = /^https:\/\/([a-z0-9.-]+)(?:\/|$|\?)/.exec(link);
  return match !== null && hosts.includes(match[1] ?? '');
}

/** The cards of a campaign, and the reasons that only they lead to, in a second file. */
const cardsFileSchema = z.strictObject({
  format: z.literal('tram-bluezone/cards@1'),
  /** Id of the campaign that they belong to. */
  campaign: z.string(),
  reasons: z.array(reasonSchema),
  cards: cardsSchema,
});

/**
 * Reads a campaign file, with the file of its cards where it has one. Fails with `campaign-invalid`, naming the first
 * place that is wrong; with `template-invalid` where that lies in the form of its documents.
 */
export function readCampaign(json: unknown, cardsJson?: unknown): Result<Campaign> {
  const whole = cardsJson === undefined ? done(json) : withCards(json, cardsJson);
  if (!whole.ok) return whole;
  const form = formIn(whole.value);
  if (!form.ok) return form;
  const parsed = campaignSchema.safeParse(whole.value);
  return parsed.success ? done(parsed.data) : invalid(parsed.error, 'campaign');
}

/** The form of documents that a campaign file carries, or none. */
function formIn(json: unknown): Result<unknown> {
  const report = z.looseObject({ report: z.looseObject({ template: z.unknown() }) }).safeParse(json).data?.report;
  return report?.template === undefined ? done(undefined) : readTemplate(report.template, 'report.template');
}

function withCards(json: unknown, cardsJson: unknown): Result<unknown> {
  const file = cardsFileSchema.safeParse(cardsJson);
  if (!file.success) return invalid(file.error, 'cards');
  const base = z.looseObject({ id: z.string(), reasons: z.array(z.unknown()) }).safeParse(json);
  if (!base.success) return invalid(base.error, 'campaign');
  const { campaign, reasons, cards } = file.data;
  if (campaign !== base.data.id) return failed('campaign-invalid', { place: 'cards', why: `made for ${campaign}` });
  return done({ ...base.data, reasons: [...base.data.reasons, ...reasons], cards });
}

function invalid({ issues: [issue] }: z.ZodError, place: string): Result<never> {
  return failed('campaign-invalid', {
    place: issue?.path.join('.') || place,
    why: issue?.message ?? 'unknown',
  });
}

/** Checks that an outcome and its reason belong to the campaign and fit each other. */
export function outcomeOf(
  campaign: Campaign,
  outcomeCode: string,
  reasonCode: string | null,
): Result<{ outcome: CampaignOutcome; reason: CampaignReason | null }> {
  const outcome = campaign.outcomes.find((candidate) => candidate.code === outcomeCode);
  if (outcome === undefined) return failed('outcome-unknown', { outcome: outcomeCode });
  if (reasonCode === null) {
    if (outcome.needsReason) return failed('reason-missing', { outcome: outcomeCode });
    return done({ outcome, reason: null });
  }
  const reason = campaign.reasons.find((candidate) => candidate.code === reasonCode);
  if (reason === undefined || !reason.outcomes.includes(outcomeCode)) {
    return failed('reason-unknown', { reason: reasonCode, outcome: outcomeCode });
  }
  return done({ outcome, reason });
}
