import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { never } from '../../core/base/result.ts';
import {
  type CountFailure,
  type CountNotice,
  type Unanswered as UnansweredAttempt,
  unansweredIn,
  waitingPeople,
} from '../state/count-state.ts';
import { useKit, useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { RadioPill } from '../ui/RadioPill.tsx';
import { shortName } from '../ui/union-path.ts';
import { WarningsNotice } from '../ui/WarningsNotice.tsx';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './SayLine.module.css';
import { VerdictLine } from './VerdictLine.tsx';

/** The line under the numbers: what the last key did, what failed, and which keys there are. Always in view. */
export function SayLine() {
  const { counting, verdicts } = useSession();
  const atHand = useStore(verdicts.store, (state) => state.atHand !== null);
  const notice = useStore(counting.store, (state) => state.notice);
  const failure = useStore(counting.store, (state) => state.failure);
  const waits = useWaiting().length > 0;
  return (
    <footer className={css.foot}>
      {failure !== null ? <Failed failure={failure} /> : <Unanswered />}
      <WarningsNotice />
      {((failure === null && !waits) || notice !== null || atHand) && (
        <div className={css.line}>
          <Said notice={notice} />
          {atHand ? (
            <VerdictLine />
          ) : (
            <>
              <Keys />
              <RadioButton />
            </>
          )}
        </div>
      )}
    </footer>
  );
}

/** What was not carried out. Where people wait for an answer too, they can be sent again from here as well. */
function Failed({ failure }: { readonly failure: CountFailure }) {
  const { t } = useWords();
  const { counting } = useSession();
  const waits = useWaiting().length > 0;
  return (
    <FailureNotice error={failure.error}>
      {waits && <Button onClick={counting.sendAgain}>{t('booth.again')}</Button>}
      <Button variant="default" onClick={counting.dismiss}>
        {t('booth.dismiss')}
      </Button>
    </FailureNotice>
  );
}

/** So many are named; more would push the numbers off a small screen. */
const NAMED = 3;

/** Longest name of a company in the notice, characters. */
const NAME_MAX = 40;
const cut = (name: string): string => (name.length > NAME_MAX ? `${name.slice(0, NAME_MAX - 1)}…` : name);

/** People of this world whose answer was lost, until the kit has answered for them. */
function Unanswered() {
  const { t, of, language } = useWords();
  const { counting } = useSession();
  const nameOf = useOutcomeName();
  const waiting = useWaiting();
  const last = waiting.at(-1);
  if (last === undefined) return null;
  const people = waitingPeople(waiting);
  const named = people.slice(0, NAMED).map(({ union, outcome, minus, count }, at, all) => {
    const slots = { number: figure(count, language), what: nameOf(outcome) };
    const said = t(minus ? 'booth.unansweredMinus' : 'booth.unansweredPeople', slots);
    // Once for all that stand together: names of companies fill a small screen.
    return all[at + 1]?.union === union ? said : `${said} (${cut(shortName(union))})`;
  });
  const which = [...named, ...(people.length > NAMED ? ['…'] : [])].join(', ');
  const what = t('booth.unanswered', { number: figure(waiting.length, language), which });
  return (
    <Notice tone="bad" what={what} todo={of(last.error.words.todo)}>
      <Button onClick={counting.sendAgain}>{t('booth.again')}</Button>
      <Button variant="default" onClick={counting.putAway}>
        {t('booth.dismiss')}
      </Button>
    </Notice>
  );
}

function useWaiting(): readonly UnansweredAttempt[] {
  const { counting } = useSession();
  const folder = useKit((state) => state.about?.dataFolder);
  const unanswered = useStore(counting.store, (state) => state.unanswered);
  return unansweredIn({ unanswered }, folder).filter(({ sending }) => !sending);
}

/** What an outcome is called beside a number. */
function useOutcomeName(): (code: string) => string {
  const { of } = useWords();
  const campaign = useKit((state) => state.campaign);
  return (code) => {
    const outcome = campaign?.outcomes.find((candidate) => candidate.code === code);
    return outcome === undefined ? code : of(outcome.short);
  };
}

function Said({ notice }: { readonly notice: CountNotice | null }) {
  const { t, language } = useWords();
  const nameOf = useOutcomeName();
  const countedWords = ({ outcome, count }: { readonly outcome: string; readonly count: number }): string => {
    const what = nameOf(outcome);
    return count === 1
      ? t('booth.counted', { what })
      : t('booth.countedMany', { what, number: figure(count, language) });
  };
  const words = (): string => {
    if (notice === null) return t('booth.ready');
    switch (notice.said) {
      case 'counted':
        return [countedWords(notice), ...(notice.checked ? [t('booth.checked')] : [])].join(', ');
      case 'subtracted':
        return t('booth.subtracted', { number: figure(notice.count, language), what: nameOf(notice.outcome) });
      case 'undone':
        return t('booth.undidOne', { what: nameOf(notice.outcome) });
      case 'switched':
        return t('booth.switched', { union: notice.union });
      case 'held':
        return t('booth.held');
      case 'bounced':
        return t('booth.bounced');
      case 'settling':
        return t('booth.settling');
      case 'no-union':
        return t('booth.noUnion');
      case 'not-switched':
        return t('booth.notSwitched');
      default:
        return never(notice);
    }
  };
  const warns = notice !== null && ['held', 'bounced', 'settling', 'no-union', 'not-switched'].includes(notice.said);
  return (
    <p className={css.said} data-tone={warns ? 'warn' : 'good'} role="status">
      <Icon name={warns ? 'hand' : 'tick'} size="1.25rem" />
      <span>{words()}</span>
    </p>
  );
}

function Keys() {
  const { t } = useWords();
  return (
    <ul className={css.keys} aria-label={t('booth.keys')}>
      <li>
        <KeyCap code="Period" /> {t('booth.switch')}
      </li>
      <li>
        <KeyCap code="NumpadMultiply" /> {t('check.title')}
      </li>
    </ul>
  );
}

/** How the radio is, and the way to why, what to do, and what can be tried. */
function RadioButton() {
  const { t } = useWords();
  const { counting } = useSession();
  return (
    <button
      type="button"
      className={css.radio}
      aria-haspopup="dialog"
      title={t('radio.why')}
      onClick={counting.showRadio}
    >
      <RadioPill />
    </button>
  );
}
