import { shortDate } from '../../core/base/day.ts';
import type { Failure, FailureDetail } from '../../core/base/result.ts';
import { fillBraces } from '../../core/base/text.ts';
import type { Bilingual } from '../../core/campaign/campaign.ts';
import { verdictNames } from '../../core/check/names.ts';
import type { Verdict, VerdictReason } from '../../core/check/verdict.ts';
import { isDeclaredKey } from '../../core/figures/declared.ts';
import type { RuleFinding } from '../../core/figures/findings.ts';
import { figureNames } from '../../core/figures/names.ts';
import type { ClockFlag } from '../../core/log/clock-flags.ts';
import { absences } from '../../core/radio/absence.ts';
import type { RowFault } from '../../core/roster/row.ts';
import type { Words } from '../../preload/contract.ts';
import { places } from './count-failures.ts';
import { whys } from './document-failures.ts';
import type { Entry } from './entry.ts';
import { failures } from './failures.ts';
import { clockWords, dayWords, findings } from './findings.ts';
import { formNames, withPart } from './form-parts.ts';
import { fixFor } from './radio-fixes.ts';
import { rows, twinWords } from './roster-rows.ts';
import { verdictReasons } from './verdicts.ts';

const fill = (text: string, detail: FailureDetail): string => fillBraces(text, detail, '?');

/** What a person wrote, by the name that the code has for it. */
const written: Readonly<Record<string, Bilingual>> = { ...formNames, ...places };

/** Some details are short codes or days as programs write them, and people read words. */
const inWords = (detail: FailureDetail, language: keyof Bilingual): FailureDetail => {
  const why = whys[String(detail.why)];
  const where = written[String(detail.where)];
  const told = {
    ...detail,
    ...(why === undefined ? {} : { why: why[language] }),
    ...(where === undefined ? {} : { where: where[language] }),
  };
  if (language === 'en') return told;
  return Object.fromEntries(
    Object.entries(told).map(([name, value]) => [name, isDay(value) ? shortDate(value) : value]),
  );
};

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

/** An entry of the catalogue with its detail filled in. */
export function filled([viWhat, viTodo, enWhat, enTodo]: Entry, detail: FailureDetail): Words {
  const [vi, en] = [inWords(detail, 'vi'), inWords(detail, 'en')];
  return {
    what: { vi: fill(viWhat, vi), en: fill(enWhat, en) },
    todo: { vi: fill(viTodo, vi), en: fill(enTodo, en) },
  };
}

/** The words for a failure, its detail filled in. */
export function wordsFor({ code, detail }: Failure): Words {
  if (code === 'row-rejected') return filled(failures[code], withRow(detail));
  if (code !== 'radio-absent') return filled(failures[code], withPart(detail));
  const reason = absences.find((absence) => absence === detail.reason) ?? 'radio-failed';
  return wordsForReason(reason);
}

/** A refused row by its fault: the failure carries the fault and its values, the words for it are put in here. */
function withRow(detail: FailureDetail): FailureDetail {
  const { what, todo } = wordsForRow(detail.fault as RowFault, detail);
  return { ...detail, what: what.vi, todo: todo.vi, whatEn: what.en, todoEn: todo.en };
}

/** Why a row of a roster did not go in. */
export const wordsForRow = (fault: RowFault, detail: FailureDetail): Words => filled(rows[fault], detail);

export const wordsForTwin = (detail: FailureDetail): Words => filled(twinWords, detail);

/** What a verdict or an absent radio means, and one next step; for a radio, the step that fits this system. */
export function wordsForReason(reason: VerdictReason): Words {
  const words = filled(verdictReasons[reason], {});
  return { ...words, todo: fixFor(reason) ?? words.todo };
}

/** The verdict in a word or two. */
export const nameOfVerdict = (verdict: Verdict): Bilingual => verdictNames[verdict];

/** A figure's name; a form of outreach and anything else stays as it is. */
export const nameOfFigure = (key: string): Bilingual => (isDeclaredKey(key) ? figureNames[key] : { vi: key, en: key });

/** Every figure that a detail names by key gets its name in both languages. */
export function withNames(detail: FailureDetail): FailureDetail {
  const names = ['key', 'part', 'whole'].flatMap((field) => {
    const value = detail[field];
    if (typeof value !== 'string') return [];
    const { vi, en } = nameOfFigure(value);
    return [
      [`${field}Vi`, vi],
      [`${field}En`, en],
    ];
  });
  return { ...detail, ...Object.fromEntries(names) };
}

export const wordsForFinding = ({ rule, detail }: RuleFinding): Words => filled(findings[rule], withNames(detail));

export const wordsForClock = (flag: ClockFlag, machine: string): Words => filled(clockWords[flag], { machine });

export const wordsForDay = (side: 'early' | 'late', detail: FailureDetail): Words => filled(dayWords[side], detail);
