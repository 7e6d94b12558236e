import { shortDate } from '../core/day.ts';
import type { Figures } from '../core/figures.ts';
import { type FormParts, type OfficeForm, officeForm } from '../core/office-form.ts';
import { dateLine, type ReportModel } from '../core/report.ts';
import { buildReport, type ReportInput } from '../core/report-build.ts';
import type { ChoosableKey } from '../core/report-choices.ts';
import type { ReportStanding } from '../core/report-standing.ts';
import type { Union } from '../core/union.ts';
import { figuresAt } from './figures.ts';
import type { Source } from './store/reports.ts';
import type { World } from './world.ts';

/** What a report of a union is made of at a cut-off. */
export interface ReportScene {
  readonly union: Union;
  readonly figures: Figures;
  readonly form: OfficeForm;
  readonly rows: readonly Figures[];
  readonly asOf: number;
}

/** Gathers it. @param asOf `null`, or not before now: now. */
export function sceneOf(world: World, union: Union, asOf: number | null, now: number): ReportScene {
  const { store, campaign } = world;
  const forms = campaign.outreach.map(({ code }) => code);
  const figuresOf = figuresAt(store, asOf !== null && asOf < now ? asOf : null, forms);
  return {
    union,
    figures: figuresOf(union),
    form: formOf(world, union),
    rows: store.units.below(union.code).map(figuresOf),
    asOf: asOf ?? now,
  };
}

/** The form of a union's documents, as its office has set it. */
export function formOf(
  { store, campaign }: World,
  union: Union,
  parts: FormParts = store.reports.form(union.code),
): OfficeForm {
  const superior = union.parent === null ? null : store.units.get(union.parent);
  const above = superior === null ? null : { name: superior.name, parts: store.reports.form(superior.code) };
  return officeForm(union, above, campaign, parts);
}

/** The document of a scene. A draft has no number; what is issued is built once and frozen. */
export function modelOf(
  world: World,
  { union, figures, form, rows, asOf }: ReportScene,
  madeAt: number,
  standing: ReportStanding,
  signer: string = form.signer,
): ReportModel {
  const { campaign, store } = world;
  const superior = union.parent === null ? null : store.units.get(union.parent);
  const { department: _department, ...rest } = form;
  const input: ReportInput & { standing: ReportStanding; choice: Partial<Record<ChoosableKey, Source>> } = {
    campaign,
    practice: world.name === 'practice',
    asOf,
    madeAt,
    union: figures,
    superior: superior?.name ?? null,
    rows,
    declared: figures.declared?.values ?? null,
    form: { ...rest, signer },
    standing,
    choice: sourcesOf(world, union.code),
  };
  return numbered(buildReport(input), standing);
}

/** Which of two numbers the signer lets stand. */
function sourcesOf({ store, campaign }: World, union: string): Partial<Record<ChoosableKey, Source>> {
  const chosen = Object.entries(store.reports.chosen(union, campaign.id));
  return Object.fromEntries(chosen.map(([figure, { source }]) => [figure, source]));
}

/** A number and a date where a draft leaves room for them; nothing to do where the builder knows of standings. */
function numbered(model: ReportModel, standing: ReportStanding): ReportModel {
  if (standing.state === 'draft') return model;
  const [year = 0, month = 0, day = 0] = standing.issuedOn.split('-').map(Number);
  const date = dateLine({ year, month, day });
  const fill = (text: string): string =>
    text.replace(/\u00a0{2,}\/BC-/, ` ${standing.number}/BC-`).replace(/ngày \d+ tháng \d+ năm \d+/, date);
  const old = standing.replaces;
  const replaces = old === null ? '' : ` (thay thế Báo cáo số ${old.symbol} ngày ${shortDate(old.issuedOn)})`;
  const { head } = model;
  return {
    ...model,
    head: { ...head, symbol: fill(head.symbol), placeAndDate: fill(head.placeAndDate) },
    opening: model.opening.includes(replaces)
      ? model.opening
      : model.opening.replace(/ như sau:$/, `${replaces} như sau:`),
    attachedTo: fill(model.attachedTo),
  };
}
