import type { Figures } from '../../core/figures/figures.ts';
import type { Outside } from '../../core/figures/off-roster.ts';
import { type Above, type FormParts, type OfficeForm, officeForm, templateOf } from '../../core/form/office-form.ts';
import { buildReport } from '../../core/report/build.ts';
import type { ReportChoice } from '../../core/report/choice.ts';
import type { ReportStanding } from '../../core/report/life.ts';
import type { ReportModel } from '../../core/report/model.ts';
import type { Union } from '../../core/roster/union.ts';
import { type FiguresOf, figuresAt } from '../figures/figures-at.ts';
import { outsideOf } from '../figures/off-roster.ts';
import type { World } from '../world/world.ts';

/** What a report of a union is made of at a cut-off. */
export interface ReportScene {
  readonly union: Union;
  readonly figures: Figures;
  readonly form: OfficeForm;
  readonly rows: readonly Figures[];
  /** Grassroots unions further down, for an annex of their own; read once. */
  readonly rowsBelow: Iterable<Figures>;
  readonly asOf: number;
  readonly outside: readonly Outside[];
}

/** Gathers it. @param asOf `null`, or not before now: now. */
export function sceneOf(world: World, union: Union, asOf: number | null, now: number): ReportScene {
  const { store, campaign } = world;
  const forms = campaign.outreach.map(({ code }) => code);
  const until = asOf !== null && asOf < now ? asOf : null;
  const figuresOf = figuresAt(store, until, forms);
  const below = store.units.below(union.code);
  return {
    union,
    figures: figuresOf(union),
    form: formOf(world, union),
    rows: below.map(figuresOf),
    rowsBelow: grassrootsOf(store, below, figuresOf),
    asOf: asOf ?? now,
    outside: outsideOf(store, union, until),
  };
}

const GRASSROOTS = 4;

/** Grassroots unions that stand below the rows, one after the other: the rows themselves are shown already. */
function* grassrootsOf({ units }: World['store'], rows: readonly Union[], figuresOf: FiguresOf): Generator<Figures> {
  const below = ({ level, code }: Union): Union[] => (level < GRASSROOTS ? units.below(code).reverse() : []);
  const waiting = [...rows].reverse().flatMap(below);
  for (let union = waiting.pop(); union !== undefined; union = waiting.pop()) {
    if (union.level === GRASSROOTS) yield figuresOf(union);
    waiting.push(...below(union));
  }
}

function aboveOf({ store, campaign }: World, union: Union): Above | null {
  const superior = union.parent === null ? null : store.units.get(union.parent);
  if (superior === null) return null;
  const { receiver = campaign.report.template?.words?.receiver ?? '' } = store.reports.form(superior.code);
  return { name: superior.name, receiver: String(receiver) };
}

/** The form of a union's documents, as its office has set it. */
export const formOf = (
  world: World,
  union: Union,
  parts: FormParts = world.store.reports.form(union.code),
): OfficeForm => officeForm(union, aboveOf(world, union), world.campaign.report, parts);

/** The document of a scene. A draft has no number; what is issued is built once and frozen. */
export function modelOf(
  world: World,
  { union, figures, form, rows, rowsBelow, asOf, outside }: ReportScene,
  madeAt: number,
  standing: ReportStanding,
  signer: string = form.signer,
): ReportModel {
  const { campaign, store } = world;
  const above = aboveOf(world, union);
  const { words, ...layout } = templateOf(above, store.reports.form(union.code));
  return buildReport({
    campaign,
    practice: world.name === 'practice',
    standing,
    asOf,
    madeAt,
    union: figures,
    superior: above?.name ?? null,
    rows,
    rowsBelow,
    outside,
    choice: sourcesOf(world, union.code),
    template: { ...layout, words: { ...words, signer } },
  });
}

/** Which of two numbers the signer lets stand. */
function sourcesOf({ store, campaign }: World, union: string): ReportChoice {
  const chosen = Object.entries(store.reports.chosen(union, campaign.id));
  return Object.fromEntries(chosen.map(([figure, { source }]) => [figure, source]));
}
