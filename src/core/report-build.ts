import type { Campaign } from './campaign.ts';
import { vnTime } from './day.ts';
import { type Figures, hasCounted, type Totals, workforceOf } from './figures.ts';
import { type AnnexKey, dateLine, momentText, type ReportAnnex, type ReportModel, type ReportTable } from './report.ts';
import { type Counting, countingOf } from './report-counting.ts';
import { clean, defaultForm, type ReportForm } from './report-form.ts';
import { type ReportTexts, sectionsOf } from './report-sections.ts';
import { daysTable, reasonCounts, reasonsTable } from './report-tables.ts';
import { type UnitsTable, unitsTable } from './report-units.ts';

export interface ReportInput {
  readonly campaign: Campaign;
  readonly practice: boolean;
  /** Cut-off and moment of making, in milliseconds. */
  readonly asOf: number;
  readonly madeAt: number;
  /** The union that reports, with its whole subtree. */
  readonly union: Figures;
  /** Name of the union directly above; `null` at the top. */
  readonly superior: string | null;
  /** The unions directly below, each with its whole subtree; empty for a union without any. */
  readonly rows: readonly Figures[];
  /** Grassroots unions further down, for an annex of their own. */
  readonly rowsBelow?: readonly Figures[];
  /** What the reporting union declares itself, cumulative. Shown beside counted figures, never added to them. */
  readonly declared?: Totals | null;
  /** What the office has set for its documents; the rest fits the union's level. */
  readonly form?: Partial<ReportForm>;
  readonly texts?: ReportTexts;
}

/** Below this many people a breakdown of reasons would point at persons, so it stays in the union. */
const SMALL_GROUP = 10;

/** Room for the number that the office gives when it issues the report. */
const BLANK = '\u00a0'.repeat(8);

/** Builds the report once, for every format. Pure: the same input gives the same model. */
export function buildReport(input: ReportInput): ReportModel {
  const { campaign, asOf, madeAt, union } = input;
  const { letter, report } = campaign;
  const form = formOf(input);
  const cutOff = `Tính đến ${momentText(asOf)}`;
  const counting = countingOf(campaign, union);
  const units = unitsTable(counting, union, input.rows, cutOff);
  const reasonsOpen = (workforceOf(union).workers ?? SMALL_GROUP) >= SMALL_GROUP;
  const annexes = annexesOf(input, { counting, units, cutOff, reasonsOpen });
  const made = dateLine(vnTime(madeAt));
  return {
    practice: input.practice,
    union: union.union.code,
    asOf,
    madeAt,
    head: {
      superior: form.superior,
      issuer: form.issuer,
      symbol: `Số:${BLANK}/BC-${form.symbol}`,
      placeAndDate: `${form.place}, ${made}`,
    },
    typeName: 'BÁO CÁO',
    abstract: report.abstract,
    addressees: form.addressees,
    cutOff,
    opening: `Thực hiện Công văn số ${letter.symbol} ${dateLine(vnTime(Date.parse(letter.date)))} của ${letter.issuer} về việc ${letter.subject}, ${form.name} báo cáo kết quả như sau:`,
    sections: sectionsOf({
      campaign,
      counting,
      union,
      rows: input.rows,
      units,
      declared: input.declared ?? null,
      texts: input.texts ?? {},
      cutOff,
      reasonsOpen,
      see: (key) => pointerTo(annexes, key),
    }),
    closing: `Trên đây là báo cáo ${report.abstract.charAt(0).toLocaleLowerCase('vi')}${report.abstract.slice(1)} của ${form.name}./.`,
    annexes,
    attachedTo: `(Kèm theo Báo cáo số${BLANK}/BC-${form.symbol} ${made} của ${form.name})`,
    signature: { authority: form.authority, post: form.post, name: form.signer },
    recipients: form.recipients,
  };
}

function formOf({ union, superior, campaign, form }: ReportInput): ReportForm {
  const merged = { ...defaultForm(union.union, superior, campaign), ...form };
  const words = Object.entries(merged).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map(clean) : typeof value === 'string' ? clean(value) : value,
  ]);
  return Object.fromEntries(words) as ReportForm;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V'];

interface Parts {
  readonly counting: Counting;
  readonly units: UnitsTable;
  readonly cutOff: string;
  readonly reasonsOpen: boolean;
}

/** Only annexes with something in them, numbered in the order of the outline; a single one carries no number. */
function annexesOf(input: ReportInput, { counting, units, cutOff, reasonsOpen }: Parts): ReportAnnex[] {
  const { campaign, union, rows, rowsBelow = [], asOf } = input;
  const present: Omit<ReportAnnex, 'number'>[] = [];
  const add = (key: AnnexKey, title: string, landscape: boolean, table: ReportTable) =>
    present.push({ key, title, landscape, table });
  if (rows.length > 0) add('units', 'KẾT QUẢ THEO ĐƠN VỊ TRỰC THUỘC', true, units.table);
  if (rowsBelow.length > 0) {
    add('grassroots', 'KẾT QUẢ THEO CÔNG ĐOÀN CƠ SỞ', true, unitsTable(counting, union, rowsBelow, cutOff).table);
  }
  if (reasonsOpen && reasonCounts(campaign, union).length > 0) {
    add('reasons', 'LÝ DO CHƯA CÀI ĐẶT ĐƯỢC, TỪ CHỐI', false, reasonsTable(campaign, union, cutOff));
  }
  if (hasCounted(union)) add('days', 'TIẾN ĐỘ THEO NGÀY', false, daysTable(campaign, counting, union, asOf, cutOff));
  return present.map((annex, at) => ({ ...annex, number: present.length > 1 ? (ROMAN[at] ?? '') : '' }));
}

/** The number stays with its word: a line never begins with a lone numeral. */
function pointerTo(annexes: readonly ReportAnnex[], key: AnnexKey): string {
  const annex = annexes.find((candidate) => candidate.key === key);
  return annex === undefined ? '' : ` (chi tiết tại Phụ lục${annex.number === '' ? '' : `\u00a0${annex.number}`})`;
}
