import { Button, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { COUNT_MAX } from '../../core/base/limits.ts';
import type { Campaign } from '../../core/campaign/campaign.ts';
import type { SheetStart } from '../state/count-state.ts';
import { useKit, useSession } from '../state/session.ts';
import { KeyCap } from '../ui/KeyCap.tsx';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { LARGE } from './batch-draft.ts';
import css from './CountSheet.module.css';
import { OutcomeChoice, ReasonChoice } from './SheetChoices.tsx';
import { type OrderInHand, type Refusal, useOrder } from './use-order.ts';

/** A number in full, so that a slip of one digit is seen. */
const TYPED_MAX = 12;

interface Props {
  readonly minus: boolean;
  readonly start: SheetStart;
}

/**
 * Several people with one outcome, or some taken off again with a reason: number, Enter, the outcome's key, Enter.
 * Nothing is written before the last Enter, and the sheet stays until the Kit has answered.
 */
export function CountSheet(props: Props) {
  const campaign = useKit((state) => state.campaign);
  return campaign === null ? null : <Steps {...props} campaign={campaign} />;
}

function Steps({ minus, start, campaign }: Props & { readonly campaign: Campaign }) {
  const { t, language } = useWords();
  const { counting } = useSession();
  const order = useOrder(minus, start, campaign);
  const { draft, step, people, lost, change, number, send } = order;
  const chosen = campaign.outcomes.find(({ code }) => code === draft.outcome);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.target instanceof HTMLButtonElement) return;
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (event.repeat) return;
    if (step === 'number') number();
    else if (step === 'last') void send();
  };
  return (
    <Sheet
      title={minus ? t('batch.titleMinus') : t('batch.title')}
      onClose={counting.close}
      {...(lost ? { leave: t('batch.later') } : {})}
      lead={
        <p>
          <b>{t('batch.union', { union: start.union.name })}</b>
          <br />
          {t(lost ? 'batch.lost' : 'batch.hint')}
        </p>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter goes on from any field of the sheet */}
      <div className={css.steps} onKeyDown={onKeyDown}>
        {step === 'number' ? <NumberStep order={order} /> : <Summary order={order} campaign={campaign} />}
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
        {step === 'last' && minus && <WhyAndDay order={order} />}
        {order.refusal !== null && <Refused refusal={order.refusal} />}
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
    </Sheet>
  );
}

/**
 * Before the next key can come. `data-autofocus` beside it: the dialog moves the focus by itself some time after it has
 * opened, on a slow laptop when the hand is steps ahead, and must then find the step that is asked.
 */
const focusAtOnce = (thing: HTMLElement | null): void => thing?.focus();

interface StepProps {
  readonly order: OrderInHand;
}

function NumberStep({ order: { draft, change, number } }: StepProps) {
  const { t } = useWords();
  return (
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
  );
}

/** What has been told so far, large, with the way back to the number while it can still be changed. */
function Summary({ order: { draft, people, lost, change }, campaign }: StepProps & { readonly campaign: Campaign }) {
  const { t, of, language } = useWords();
  const chosen = campaign.outcomes.find(({ code }) => code === draft.outcome);
  return (
    <p className={css.summary} data-tone={chosen?.tone ?? 'plain'} role="status">
      <b>
        {draft.minus && '−'}
        {figure(people ?? 0, language)}
      </b>
      {chosen !== undefined && <span>{of(chosen.label)}</span>}
      {!lost && (
        <Button variant="default" onClick={() => change({ numbered: false })}>
          {t('batch.change')}
        </Button>
      )}
    </p>
  );
}

function WhyAndDay({ order: { why, day, fixed, setWhy, setDay } }: StepProps) {
  const { t } = useWords();
  return (
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
  );
}

/** A number that no booth has, said before it is sent; anything else in the words of the Kit. */
function Refused({ refusal }: { readonly refusal: Refusal }) {
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
