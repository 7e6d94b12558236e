import { Button, Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { shortDate } from '../../core/base/day.ts';
import { COUNT_MAX } from '../../core/base/limits.ts';
import type { WireFailure } from '../../preload/contract.ts';
import { newOnce } from '../state/attempt-key.ts';
import { isUnanswered, type SheetStart } from '../state/count-state.ts';
import { useKit, useSession } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { KeyCap } from '../ui/KeyCap.tsx';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { type Draft, LARGE, peopleOf, stepOf } from './batch-draft.ts';
import css from './CountSheet.module.css';
import { OutcomeChoice, ReasonChoice } from './SheetChoices.tsx';

/** A number in full, so that a slip of one digit is seen. */
const TYPED_MAX = 12;

/**
 * Several people with one outcome, or some taken off again with a reason: number, Enter, the outcome's key, Enter.
 * Nothing is written before the last Enter, and the sheet stays until the Kit has answered.
 */
export function CountSheet({ minus, start }: { readonly minus: boolean; readonly start: SheetStart }) {
  const { t, of, language } = useWords();
  const { counting } = useSession();
  const campaign = useKit((state) => state.campaign);
  const today = useKit((state) => state.counts?.day ?? '');
  const { outcome, reason } = start;
  const [draft, setDraft] = useState<Draft>({
    ...{ minus, typed: '', numbered: false, outcome, reason: outcome === null ? undefined : reason },
  });
  const [why, setWhy] = useState('');
  const [day, setDay] = useState(shortDate(start.day ?? today));
  const [refusal, setRefusal] = useState<{ typed: string } | WireFailure | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order has another name, the same one keeps it
  const once = useMemo(newOnce, [draft, why, day]);
  const inHand = useRef(false);
  const [sending, setSending] = useState(false);
  // Changed now, it would be another attempt, and the one that was sent may be on disk: both would count.
  const lost = useStore(counting.store, (state) => isUnanswered(state, once));
  const fixed = sending || lost;
  if (campaign === null) return null;
  const step = stepOf(draft, campaign);
  const people = peopleOf(draft);
  const chosen = campaign.outcomes.find(({ code }) => code === draft.outcome);

  const change = (more: Partial<Draft>) => {
    if (fixed) return;
    setRefusal(null);
    setDraft({ ...draft, ...more });
  };
  const number = () => {
    if (people === null) return setRefusal({ typed: draft.typed });
    change({ numbered: true });
  };
  const send = async () => {
    if (people === null || draft.outcome === null || inHand.current) return;
    inHand.current = true;
    setSending(true);
    const order = { union: start.union, outcome: draft.outcome, reason: draft.reason ?? null, count: people, once };
    const taken = minus ? { minus: { why, day } } : {};
    const failure = await counting.send({ ...order, ...taken });
    inHand.current = false;
    setSending(false);
    if (failure === null) counting.close();
    else setRefusal(failure);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.target instanceof HTMLButtonElement) return;
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (event.repeat) return;
    if (step === 'number') number();
    else if (step === 'last') void send();
  };

  return (
    <Modal
      opened
      onClose={counting.close}
      closeOnEscape={false}
      withCloseButton={false}
      size="60rem"
      title={minus ? t('batch.titleMinus') : t('batch.title')}
      classNames={{ title: css.title ?? '' }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter goes on from any field of the sheet */}
      <div className={css.sheet} onKeyDown={onKeyDown}>
        <div className={css.top}>
          <p>
            <b>{t('batch.union', { union: start.union.name })}</b>
            <br />
            {t(lost ? 'batch.lost' : 'batch.hint')}
          </p>
          <Button variant="default" rightSection={<KeyCap code="Esc" />} onClick={counting.close}>
            {t(lost ? 'batch.later' : 'app.cancel')}
          </Button>
        </div>
        {step === 'number' ? (
          <div className={css.row}>
            <TextInput
              data-autofocus
              ref={focusAtOnce}
              label={t('batch.number')}
              value={draft.typed}
              maxLength={TYPED_MAX}
              inputMode="numeric"
              autoComplete="off"
              classNames={{ input: css.number ?? '' }}
              onChange={({ currentTarget }) => change({ typed: currentTarget.value })}
            />
            <Button size="xl" rightSection={<KeyCap code="Enter" />} onClick={number}>
              {t('batch.next')}
            </Button>
          </div>
        ) : (
          <p className={css.summary} data-tone={chosen?.tone ?? 'plain'} role="status">
            <b>
              {minus && '−'}
              {figure(people ?? 0, language)}
            </b>
            {chosen !== undefined && <span>{of(chosen.label)}</span>}
            {!lost && (
              <Button variant="default" onClick={() => change({ numbered: false })}>
                {t('batch.change')}
              </Button>
            )}
          </p>
        )}
        {step === 'outcome' && (
          <OutcomeChoice
            onPick={(code, withReason) => change({ outcome: code, reason: withReason ? undefined : draft.reason })}
          />
        )}
        {step === 'reason' && chosen !== undefined && (
          <ReasonChoice outcome={chosen} onPick={(code) => change({ reason: code })} />
        )}
        {people !== null && people >= LARGE && step !== 'number' && (
          <Notice
            tone="warn"
            what={t('batch.large', { number: figure(people, language) })}
            todo={t('batch.largeTodo')}
          />
        )}
        {step === 'last' && minus && (
          <div className={css.why}>
            <TextInput
              data-autofocus
              label={t('batch.why')}
              value={why}
              readOnly={fixed}
              maxLength={200}
              ref={focusAtOnce}
              onChange={({ currentTarget }) => setWhy(currentTarget.value)}
            />
            <TextInput
              label={t('batch.day')}
              value={day}
              readOnly={fixed}
              maxLength={10}
              onChange={({ currentTarget }) => setDay(currentTarget.value)}
            />
          </div>
        )}
        {refusal !== null && <Refusal refusal={refusal} />}
        {step === 'last' && (
          <Button
            size="xl"
            data-autofocus={minus ? undefined : true}
            ref={minus ? undefined : focusAtOnce}
            rightSection={<KeyCap code="Enter" />}
            onClick={() => void send()}
          >
            {lost
              ? t('booth.again')
              : t(minus ? 'batch.confirmMinus' : 'batch.confirm', { number: figure(people ?? 0, language) })}
          </Button>
        )}
      </div>
    </Modal>
  );
}

/**
 * Before the next key can come. `data-autofocus` beside it: the dialog moves the focus by itself some time after it has
 * opened, on a slow laptop when the hand is steps ahead, and must then find the step that is asked.
 */
const focusAtOnce = (thing: HTMLElement | null): void => thing?.focus();

/** A number that no booth has, said before it is sent; anything else in the words of the Kit. */
function Refusal({ refusal }: { readonly refusal: { readonly typed: string } | WireFailure }) {
  const { t, language } = useWords();
  if ('words' in refusal) return <FailureNotice error={refusal} />;
  return (
    <Notice
      tone="bad"
      what={t('batch.impossible', { typed: refusal.typed })}
      todo={t('batch.impossibleTodo', { max: figure(COUNT_MAX, language) })}
    />
  );
}
