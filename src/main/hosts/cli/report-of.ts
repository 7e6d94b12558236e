import { type Failure, failed } from '../../../core/base/result.ts';
import type { Rule } from '../../../core/figures/findings.ts';
import type { IssuedReport, Reply } from '../../../preload/contract.ts';
import { wordsFor } from '../../messages/index.ts';
import type { Ask } from './context.ts';

/** A failure that the terminal itself finds, in the shape of the Kit's own. */
function refused(code: Failure['code']): Reply<never> {
  const { error } = failed(code) as { error: Failure };
  return { ok: false, error: { ...error, words: wordsFor(error) } };
}

const plain = (number: string): string => number.trim().toLowerCase().replace(/^lt-/, '').replace(/^0+/, '');

/** The report of a union by its number, as a person types it; without one, the newest that stands. */
export async function findReport(
  ask: Ask,
  { union, number, year }: { readonly union: string; readonly number?: string; readonly year?: string },
): Promise<Reply<IssuedReport>> {
  const list = await ask('report.list', { union });
  if (!list.ok) return list;
  const found = list.value.reports.find((report) =>
    number === undefined
      ? report.replacedBy === null
      : plain(report.number) === plain(number) && (year === undefined || report.issuedOn.startsWith(year)),
  );
  return found === undefined ? refused('report-unknown') : { ok: true, value: found };
}

/** What was counted outside the tree and is not in a union's figures, in words. */
export async function outsideWarnings(ask: Ask, union: string): Promise<string[]> {
  const status = await ask('status.get', { union });
  if (!status.ok) return [];
  const found = status.value.findings.filter(({ id }) => id === OUTSIDE);
  return found.map(({ words: { what, todo } }) => `${what.vi} ${todo.vi}`);
}

const OUTSIDE: Rule = 'outside-tree';
