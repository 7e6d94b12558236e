import { vnTime } from '../base/day.ts';
import { dateLine, momentText } from '../base/format.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { type Figures, hasCounted, type Totals, workforceOf } from '../figures/figures.ts';
import type { Outside } from '../figures/off-roster.ts';
import { overlaid } from '../form/parts.ts';
import { filled, layoutOf, type ReportTemplate, type ReportWords } from '../form/template.ts';
import { wordsOf } from '../form/wording.ts';
import type { ReportChoice } from './choice.ts';
import type { ReportStanding } from './life.ts';
import {
  type AnnexKey,
  BLANK,
  DRAFT_MARK,
  PRACTICE_MARK,
  type ReportAnnex,
  type ReportModel,
  type ReportTable,
} from './model.ts';
import { type Counting, countingOf } from './outcomes.ts';
import { outreachTable } from './outreach-table.ts';
import { reasonCounts, reasonsTable, SMALL_GROUP, SmallGroups } from './reasons-table.ts';
import { type ReportTexts, sectionsOf } from './sections.ts';
import { daysTable } from './tables.ts';
import { type UnitsTable, unitsTable } from './units-table.ts';

export interface ReportInput {
  readonly campaign: Campaign;
  readonly practice: boolean;
  /** Where the report stands in its life; without it, a draft. */
  readonly standing?: ReportStanding;
  /** Cut-off and moment of making, in milliseconds. */
  readonly asOf: number;
  readonly madeAt: number;
  /** The union that reports, with its whole subtree. */
  readonly union: Figures;
  /** Name of the union directly above; `null` at the top. */
  readonly superior: string | null;
  /** The unions directly below, each with its whole subtree; empty for a union without any. */
  readonly rows: readonly Figures[];
  /** Grassroots unions further down (or units inside one), for an annex of their own; read once, one after the other. */
  readonly rowsBelow?: Iterable<Figures>;
  /** What the reporting union declares itself, cumulative; without it, what its figures hold. Never added to counted ones. */
  readonly declared?: Totals | null;
  /** Which of two sources the signer lets the report stand on, figure by figure. */
  readonly choice?: ReportChoice;
  /** What the office has set for its documents; the rest is the campaign's, or fits the union's level. */
  readonly template?: ReportTemplate;
  readonly texts?: ReportTexts;
  /** People counted outside the tree, whom the figures may be short of. */
  readonly outside?: readonly Outside[];
}

/** More rows than this make no document that anybody reads; they stand in the table formats. */
const PAPER_ROWS = 5_000;

/** Builds the report once, for every format. Pure: the same input gives the same model. */
export function buildReport(input: ReportInput): ReportModel {
  const { campaign, asOf, madeAt, union, standing = { state: 'draft' } } = input;
  const template = overlaid(campaign.report.template, input.template);
  const { letter } = campaign;
  const words = wordsOf(union.union, input.superior, campaign.report, template.words);
  const layout = layoutOf(template);
  const cutOff = `Tính đến ${momentText(asOf)}`;
  const counting = countingOf(campaign, union);
  const small = new SmallGroups(SMALL_GROUP);
  for (const figures of input.rows) small.note(figures);
  const units = unitsTable(counting, union, input.rows, cutOff);
  const below = belowOf(input, counting, cutOff, small);
  const reasonsOpen = (workforceOf(union).workers ?? SMALL_GROUP) >= SMALL_GROUP;
  const annexes = annexesOf(input, { counting, units, below, cutOff, reasonsOpen, small, words });
  const number = standing.state === 'issued' ? numberText(standing.number) : BLANK;
  const day = dayLine(standing, madeAt);
  const symbol = `${standing.state === 'issued' ? ' ' : ''}${number}/${words.typeCode === '' ? '' : `${words.typeCode}-`}${words.symbol}`;
  const declared = input.declared === undefined ? (union.declared?.values ?? null) : input.declared;
  return {
    practice: input.practice,
    standing,
    mark: input.practice ? PRACTICE_MARK : standing.state === 'draft' ? DRAFT_MARK : null,
    layout,
    union: union.union.code,
    asOf,
    madeAt,
    head: {
      state: words.state,
      motto: words.motto,
      superior: words.superior,
      issuer: words.issuer,
      symbol: `Số:${symbol}`,
      placeAndDate: `${words.place}, ${day}`,
    },
    typeName: words.typeName,
    abstract: words.abstract,
    addressees: words.addressees,
    cutOff,
    opening: filled(words.opening, {
      letter: letter.symbol,
      letterDate: dateLine(vnTime(Date.parse(letter.date))),
      letterIssuer: letter.issuer,
      subject: letter.subject,
      name: words.name,
    }),
    replaces:
      standing.state === 'issued' && standing.replaces !== null
        ? `Báo cáo này thay thế Báo cáo số ${standing.replaces.symbol} ${dateLine(vnTime(Date.parse(standing.replaces.issuedOn)))} của ${words.name}.`
        : null,
    sections: sectionsOf({
      campaign,
      counting,
      union,
      rows: input.rows,
      units,
      declared,
      choice: input.choice ?? {},
      texts: input.texts ?? union.declared?.texts ?? {},
      headings: words.headings,
      cutOff,
      reasonsOpen,
      small,
      outside: input.outside ?? [],
      see: (key) => pointerTo(annexes, key),
    }),
    closing: filled(words.closing, {
      abstract: words.abstract.charAt(0).toLocaleLowerCase('vi') + words.abstract.slice(1),
      name: words.name,
    }),
    annexes,
    attachedTo: `(Kèm theo Báo cáo số${symbol} ${day} của ${words.name})`,
    signature: { authority: words.authority, post: words.post, name: words.signer },
    recipients: words.recipients,
  };
}

/** Numbers below ten take a zero (annex I, II.3.c). */
const numberText = (number: string): string => (/^\d$/.test(number.trim()) ? `0${number.trim()}` : number.trim());

/** The day of issue; a draft leaves the day open, as offices do. */
function dayLine(standing: ReportStanding, madeAt: number): string {
  if (standing.state === 'issued') return dateLine(vnTime(Date.parse(`${standing.issuedOn}T00:00:00+07:00`)));
  return dateLine(vnTime(madeAt)).replace(/^ngày \d+/, `ngày${BLANK}`);
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V'];

interface Parts {
  readonly counting: Counting;
  readonly units: UnitsTable;
  readonly below: UnitsTable | null;
  readonly cutOff: string;
  readonly reasonsOpen: boolean;
  readonly small: SmallGroups;
  readonly words: ReportWords;
}

/** One pass over the units further down, noting the small ones. */
function belowOf(
  { union, rowsBelow = [] }: ReportInput,
  counting: Counting,
  cutOff: string,
  small: SmallGroups,
): UnitsTable | null {
  let some = false;
  function* watched(): Generator<Figures> {
    for (const figures of rowsBelow) {
      some = true;
      small.note(figures);
      yield figures;
    }
  }
  const table = unitsTable(counting, union, watched(), cutOff);
  return some ? table : null;
}

/** Only annexes with something in them, numbered in the order of the outline; a single one carries no number. */
function annexesOf(input: ReportInput, parts: Parts): ReportAnnex[] {
  const { counting, units, below, cutOff, reasonsOpen, small, words } = parts;
  const { campaign, union, rows, asOf } = input;
  const present: Omit<ReportAnnex, 'number'>[] = [];
  const add = (key: AnnexKey, landscape: boolean, table: ReportTable) =>
    present.push({
      key,
      title: words.annexes[key],
      landscape,
      ...(table.rows.length > PAPER_ROWS ? { sheetOnly: true as const } : {}),
      table,
    });
  if (rows.length > 0) add('units', true, units.table);
  if (below !== null) add('grassroots', true, below.table);
  const outreach = outreachTable(campaign, union, cutOff);
  if (outreach !== null) add('outreach', false, outreach);
  if (reasonsOpen && reasonCounts(campaign, union, small).length > 0) {
    add('reasons', false, reasonsTable(campaign, union, small, cutOff));
  }
  if (hasCounted(union)) add('days', false, daysTable(campaign, counting, union, asOf, cutOff));
  return present.map((annex, at) => ({ ...annex, number: present.length > 1 ? (ROMAN[at] ?? '') : '' }));
}

/** The number stays with its word: a line never begins with a lone numeral. */
function pointerTo(annexes: readonly ReportAnnex[], key: AnnexKey): string {
  const annex = annexes.find((candidate) => candidate.key === key);
  if (annex === undefined) return '';
  if (annex.sheetOnly === true) return ' (chi tiết tại tệp bảng tính kèm theo)';
  return ` (chi tiết tại Phụ lục${annex.number === '' ? '' : `\u00a0${annex.number}`})`;
}
