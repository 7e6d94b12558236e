import type { KeyboardEvent } from 'react';
import type { CampaignOutcome } from '../../core/campaign/campaign.ts';
import { reasonsFor } from '../../core/campaign/reasons.ts';
import { pickOf } from '../keys.ts';
import { useKit } from '../state/session.ts';
import { capsOf, KeyCap } from '../ui/KeyCap.tsx';
import { useWords } from '../words/index.ts';
import css from './CountSheet.module.css';

/** The choice itself takes the keys, not one of its buttons: an Enter too many picks nobody. */
const focusAtOnce = (thing: HTMLElement | null): void => thing?.focus();

/** What came of these people, by the keys of the booth. With Shift the reason is asked for as well. */
export function OutcomeChoice({ onPick }: { readonly onPick: (outcome: string, withReason: boolean) => void }) {
  const { t, of } = useWords();
  const campaign = useKit((state) => state.campaign);
  if (campaign === null) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    const outcome = campaign.outcomes.find(({ keys }) => keys.includes(event.code));
    if (outcome === undefined) return;
    event.preventDefault();
    onPick(outcome.code, event.shiftKey);
  };
  return (
    <fieldset className={css.choice} data-autofocus ref={focusAtOnce} tabIndex={-1} onKeyDown={onKeyDown}>
      <legend>
        {t('batch.outcome')} <small>{t('batch.outcomeHint')}</small>
      </legend>
      {campaign.outcomes.map((outcome) => (
        <button
          key={outcome.code}
          type="button"
          className={css.chip}
          data-tone={outcome.tone}
          onClick={() => onPick(outcome.code, false)}
        >
          {capsOf(outcome.keys)
            .slice(0, 1)
            .map((code) => (
              <KeyCap key={code} code={code} big />
            ))}
          <b>{of(outcome.label)}</b>
        </button>
      ))}
    </fieldset>
  );
}

/** Reasons that one digit can reach: 1 to 9, then 0. */
const ONE_KEY = 10;

/** Why, by digit; without a reason where the campaign does not insist on one. */
export function ReasonChoice({
  outcome,
  onPick,
}: {
  readonly outcome: CampaignOutcome;
  readonly onPick: (reason: string | null) => void;
}) {
  const { t, of } = useWords();
  const campaign = useKit((state) => state.campaign);
  if (campaign === null) return null;
  const named = reasonsFor(campaign, outcome.code).map(({ code, label }) => ({ code, label: of(label) }));
  const reasons = [...named, ...(outcome.needsReason ? [] : [{ code: null, label: t('batch.noReason') }])];
  const onKeyDown = (event: KeyboardEvent) => {
    const index = event.repeat || event.ctrlKey || event.shiftKey ? null : pickOf(event.code);
    const reason = index === null ? undefined : reasons[index];
    if (reason === undefined) return;
    event.preventDefault();
    onPick(reason.code);
  };
  return (
    <fieldset className={css.choice} data-autofocus ref={focusAtOnce} tabIndex={-1} onKeyDown={onKeyDown}>
      <legend>{t('batch.reason')}</legend>
      {reasons.map(({ code, label }, index) => (
        <button key={code} type="button" className={css.chip} data-tone="plain" onClick={() => onPick(code)}>
          {index < ONE_KEY && <KeyCap code={`Digit${(index + 1) % 10}`} big />}
          <b>{label}</b>
        </button>
      ))}
    </fieldset>
  );
}
