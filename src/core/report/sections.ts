import { daysBetween } from '../base/day.ts';
import { countText, dayText, lowerFirst, percentText } from '../base/format.ts';
import { clean } from '../base/text.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { type Figures, hasCounted, percent, sumOf, type Totals } from '../figures/figures.ts';
import { type Outside, outsideSentence } from '../figures/off-roster.ts';
import type { ReportWords } from '../form/template.ts';
import { type ReportChoice, SOURCE_WORDS, sourceOf } from './choice.ts';
import { declaredTable } from './declared-table.ts';
import type { AnnexKey, ReportBlock, ReportCell, ReportSection } from './model.ts';
import { allOf, type Counting } from './outcomes.ts';
import { reasonCounts, type SmallGroups } from './reasons-table.ts';
import { checksOf, checksTable, outcomesTable } from './tables.ts';
import type { UnitsTable } from './units-table.ts';

/** What an office writes for the parts that no figure can tell: one entry a paragraph. */
export type ReportTexts = Readonly<
  Partial<Record<'direction' | 'outreach' | 'difficulties' | 'proposals', string | readonly string[]>>
>;

/** Everything that the five parts speak of. */
export interface Scene {
  readonly campaign: Campaign;
  readonly counting: Counting;
  readonly union: Figures;
  readonly rows: readonly Figures[];
  readonly units: UnitsTable;
  readonly declared: Totals | null;
  readonly choice: ReportChoice;
  readonly texts: ReportTexts;
  readonly headings: ReportWords['headings'];
  readonly small: SmallGroups;
  readonly cutOff: string;
  readonly outside: readonly Outside[];
  /** False where a breakdown of reasons would point at persons. */
  readonly reasonsOpen: boolean;
  /** ` (chi tiết tại Phụ lục I)`, empty when the report has no such annex. */
  readonly see: (annex: AnnexKey) => string;
}

/** Names in the text; all of them stand in the annex. */
const NAMES_MAX = 10;

/** Parts I–V. A part with nothing to say says so in one sentence that the office can overwrite. */
export const sectionsOf = (scene: Scene): ReportSection[] => [
  { heading: scene.headings.direction, blocks: direction(scene) },
  { heading: scene.headings.outreach, blocks: outreach(scene) },
  { heading: scene.headings.results, blocks: results(scene) },
  { heading: scene.headings.difficulties, blocks: difficulties(scene) },
  { heading: scene.headings.proposals, blocks: proposals(scene) },
];

const say = (text: string): ReportBlock => ({ kind: 'paragraph', text });
const titled = (text: string): ReportBlock => ({ kind: 'heading', text });

/** What an office wrote, one paragraph a line. */
const linesOf = (texts: string | readonly string[] | undefined): string[] =>
  [texts ?? []]
    .flat()
    .flatMap((text) => text.split(/\r?\n/))
    .map(clean)
    .filter((text) => text !== '');

function written(texts: string | readonly string[] | undefined, otherwise: string): ReportBlock[] {
  const lines = linesOf(texts);
  return (lines.length > 0 ? lines : [otherwise]).map(say);
}

function direction({ campaign: { days, letter }, texts }: Scene): ReportBlock[] {
  const count = daysBetween(days.first, days.last).length;
  return [
    say(
      `Thời gian ra quân theo Công văn số ${letter.symbol}: từ ngày ${dayText(days.first)} đến hết ngày ${dayText(days.last)} (${count} ngày).`,
    ),
    ...written(
      texts.direction,
      'Đến thời điểm báo cáo, chưa ghi nhận thông tin về văn bản chỉ đạo và phân công, địa điểm triển khai.',
    ),
  ];
}

function outreach({ counting, union, declared, choice, texts, see }: Scene): ReportBlock[] {
  const forms = union.declared?.outreach ?? [];
  const blocks: ReportBlock[] = [];
  if (sourceOf(choice, declared, 'reached') === 'declared') {
    const people = countText(declared?.reached ?? 0);
    blocks.push(say(`Số người được tuyên truyền: ${people} (${SOURCE_WORDS.declared}).`));
  } else if (hasCounted(union)) {
    const all = countText(allOf(counting, union.byOutcome));
    blocks.push(say(`Tại các bàn hướng dẫn đã tuyên truyền, hướng dẫn ${all} lượt người.`));
  }
  if (forms.length > 0) blocks.push(say(`Đã thực hiện ${forms.length} hình thức tuyên truyền${see('outreach')}.`));
  if (forms.length > 0 && linesOf(texts.outreach).length === 0) return blocks;
  return [
    ...blocks,
    ...written(
      texts.outreach,
      'Đến thời điểm báo cáo, chưa ghi nhận số liệu về hình thức tuyên truyền, tài liệu phát hành và số người tiếp cận.',
    ),
  ];
}

function results(scene: Scene): ReportBlock[] {
  const { campaign, counting, union, declared, cutOff } = scene;
  const parts: [title: string, blocks: ReportBlock[]][] = [];
  if (scene.rows.length > 0) parts.push(['Phạm vi triển khai', coverage(scene)]);
  parts.push(['Kết quả đếm tại bàn hướng dẫn', counted(scene)]);
  if (campaign.radio !== null) parts.push(['Kiểm tra phát tín hiệu tại bàn', checked(scene)]);
  if (declared !== null && Object.keys(declared).length > 0) {
    const table = declaredTable(counting, union, declared, scene.choice, cutOff);
    parts.push(['Số liệu đơn vị tự báo cáo', [...declaredLines(scene), { kind: 'table', table }]]);
  }
  return [
    say(`Số liệu ${lowerFirst(cutOff)}.`),
    // Whoever signs must see what the sums below do not hold.
    ...[outsideSentence(scene.outside)].filter((text) => text !== null).map(say),
    ...parts.flatMap(([title, blocks], at) => [titled(`${at + 1}. ${title}`), ...blocks]),
  ];
}

/** What the signer lets the report stand on; a running total and its rates only where both of its parts are declared. */
function declaredLines({ declared, choice }: Scene): ReportBlock[] {
  const from = (key: 'installed' | 'installed_before') => sourceOf(choice, declared, key) === 'declared';
  const { installed = 0, installed_before: before = 0, workers = null, smartphones = null } = declared ?? {};
  const lines: string[] = [];
  if (from('installed_before')) lines.push(`đã cài đặt trước đợt: ${countText(before)}`);
  if (from('installed')) lines.push(`cài đặt trong đợt: ${countText(installed)}`);
  if (from('installed') && from('installed_before')) {
    const part = before + installed;
    lines.push(`lũy kế: ${countText(part)}`);
    const [ofWorkers, ofPhones] = [rateText({ part, whole: workers }), rateText({ part, whole: smartphones })];
    if (ofWorkers !== null) lines.push(`tỷ lệ trên tổng số đoàn viên, người lao động: ${ofWorkers}`);
    if (ofPhones !== null) lines.push(`tỷ lệ trên số người có điện thoại thông minh: ${ofPhones}`);
  }
  if (lines.length === 0) return [];
  return [say(`Kết quả cài đặt của đơn vị theo ${SOURCE_WORDS.declared} (số người): ${lines.join('; ')}.`)];
}

function coverage({ union, rows, declared, choice, see }: Scene): ReportBlock[] {
  const missing = rows.filter((figures) => !hasCounted(figures)).map(({ union }) => clean(union.name));
  const blocks = [
    say(
      `Số đơn vị trực thuộc đã có số liệu đếm tại bàn: ${countText(rows.length - missing.length)}/${countText(rows.length)}${see('units')}.`,
    ),
  ];
  if (missing.length > 0) {
    const more = missing.length - NAMES_MAX;
    const rest = more > 0 ? ` và ${countText(more)} đơn vị khác` : '';
    blocks.push(say(`Chưa báo cáo: ${missing.slice(0, NAMES_MAX).join('; ')}${rest}.`));
  }
  const ownWord = sourceOf(choice, declared, 'grassroots_active') === 'declared';
  const text = ownWord
    ? rateText({ part: declared?.grassroots_active ?? 0, whole: declared?.grassroots_total ?? null })
    : rateText(union.grassroots ? { part: union.grassroots.active, whole: union.grassroots.total } : null);
  if (text !== null && ownWord) {
    blocks.push(say(`Số công đoàn cơ sở (CĐCS) đã triển khai trên tổng số CĐCS: ${text} (${SOURCE_WORDS.declared}).`));
  } else if (text !== null) blocks.push(say(`Số công đoàn cơ sở (CĐCS) đã triển khai trên tổng số CĐCS: ${text}.`));
  return blocks;
}

function counted({ counting, union, units, cutOff, see }: Scene): ReportBlock[] {
  if (!hasCounted(union)) return [say('Đến thời điểm báo cáo, chưa có lượt nào được đếm tại bàn.')];
  const all = allOf(counting, union.byOutcome);
  const working = sumOf(union.byOutcome, counting.working);
  const share = rateText({ part: working, whole: all });
  const name = `“Đã có ${counting.app}”`;
  return [
    say(
      `Tổng số lượt người đến bàn: ${countText(all)}${see('days')}. Số lượt ${name} khi rời bàn: ${countText(working)}${share === null ? '' : `; tỷ lệ trên tổng số lượt người đến bàn: ${share}`}.`,
    ),
    { kind: 'table', table: outcomesTable(counting, union, cutOff) },
    denominator(`tổng số đoàn viên, người lao động (ĐV, NLĐ)`, name, units, 'ofWorkers'),
    denominator(`số người có điện thoại thông minh (ĐTTM)`, name, units, 'ofSmartphones'),
  ];
}

/** A rate with its parts in view, or the plain statement that there is nothing to divide by. */
function denominator(whole: string, name: string, units: UnitsTable, key: string): ReportBlock {
  const text = rateText(units.sum(key));
  if (text === null) return say(`Chưa có ${whole} nên chưa tính tỷ lệ trên số này.`);
  return say(`Tỷ lệ lượt ${name} trên ${whole}: ${text}${units.scope(key)}.`);
}

/** `174/200, bằng 87,0%`. */
function rateText(cell: ReportCell): string | null {
  if (cell === null || typeof cell !== 'object' || cell.whole === null) return null;
  const value = percent(cell);
  return value === null ? null : `${countText(cell.part)}/${countText(cell.whole)}, bằng ${percentText(value)}`;
}

function checked({ union, cutOff }: Scene): ReportBlock[] {
  const all = checksOf(union);
  if (all === 0) return [say('Đến thời điểm báo cáo, chưa có lượt kiểm tra phát tín hiệu nào được ghi nhận.')];
  return [
    say(`Đã kiểm tra phát tín hiệu ${countText(all)} lượt máy.`),
    { kind: 'table', table: checksTable(union, cutOff) },
  ];
}

function difficulties({ campaign, union, texts, reasonsOpen, small, see }: Scene): ReportBlock[] {
  const reasons = reasonCounts(campaign, union, small);
  const whole = reasons.reduce((sum, { count }) => sum + count, 0);
  const blocks: ReportBlock[] = [];
  if (whole > 0) {
    const top = reasons
      .filter(({ code }) => code !== '')
      .slice(0, 3)
      .map(({ label, count }) => `${lowerFirst(label)} (${rateText({ part: count, whole })})`);
    // Refusals carry no reason: left out, the reasons named would look like all there are.
    const untold = reasons.filter(({ code }) => code === '').reduce((sum, { count }) => sum + count, 0);
    const rest = untold > 0 ? ` Không nêu rõ lý do: ${rateText({ part: untold, whole })}.` : '';
    const main = top.length > 0 && reasonsOpen ? ` Lý do chủ yếu: ${top.join('; ')}${see('reasons')}.${rest}` : '';
    blocks.push(say(`Số lượt chưa cài được hoặc từ chối: ${countText(whole)}.${main}`));
    if (!reasonsOpen) blocks.push(say('Không nêu chi tiết lý do vì đơn vị có dưới 10 người.'));
  }
  if (whole > 0 && linesOf(texts.difficulties).length === 0) return blocks;
  return [...blocks, ...written(texts.difficulties, 'Đến thời điểm báo cáo, chưa ghi nhận khó khăn, vướng mắc.')];
}

const proposals = ({ texts }: Scene): ReportBlock[] =>
  written(texts.proposals, 'Đến thời điểm báo cáo, chưa ghi nhận kiến nghị, đề xuất.');
