import type { Result } from '../../core/base/result.ts';
import { type Campaign, readCampaign } from '../../core/campaign/campaign.ts';
import { readColumns } from '../../core/roster/columns.ts';
import { planRoster } from '../../core/roster/import-plan.ts';
import type { Union } from '../../core/roster/union.ts';
import { parseCsv } from '../files/csv-table.ts';
import bluezone2020 from './bluezone-2020.json';
import bluezone2020Cards from './bluezone-2020-cards.json';
import startingRosterCsv from './roster-2020.csv?raw';

/** The campaign that this kit was made for. */
export const builtInCampaign = (): Result<Campaign> => readCampaign(bluezone2020, bluezone2020Cards);

/** TLĐ, its 63 provincial federations and 20 central unions: what a new data folder starts with. */
export function startingRoster(): Union[] {
  const rows = parseCsv(startingRosterCsv);
  const [header, ...body] = rows;
  const columns = readColumns((header?.cells ?? []).map((cell) => (cell.kind === 'text' ? cell.text : '')));
  if (!columns.ok) throw new Error('the built-in roster has no headings');
  const provinces = new Set(body.flatMap(({ cells }) => provinceOf(cells[4])));
  const plan = planRoster(body, columns.value, () => null, provinces);
  if (plan.rejected.length > 0) throw new Error(`the built-in roster is wrong: ${JSON.stringify(plan.rejected[0])}`);
  return [...plan.added];
}

/** GSO codes of the 63 provinces, from the federations of the starting roster. */
export const provinceCodes = (): ReadonlySet<string> =>
  new Set(startingRoster().flatMap(({ province }) => (province === null ? [] : [province])));

const provinceOf = (cell: { kind: string; text?: string } | undefined): string[] =>
  cell?.kind === 'text' && cell.text ? [cell.text] : [];
