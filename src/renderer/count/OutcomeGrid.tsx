import { useStore } from 'zustand';
import type { CampaignOutcome } from '../../core/campaign/campaign.ts';
import { reasonsFor } from '../../core/campaign/reasons.ts';
import { capOf } from '../keys.ts';
import { TOUCH } from '../state/press-guard.ts';
import { useKit, useSession } from '../state/session.ts';
import { BigNumber } from '../ui/BigNumber.tsx';
import { Icon } from '../ui/icons.tsx';
import { capsOf, KeyCap } from '../ui/KeyCap.tsx';
import { toneIcons } from '../ui/tones.ts';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './OutcomeGrid.module.css';

/** One big place to press for each outcome of the campaign; `strip` is the same in one low row. */
export function OutcomeGrid({ strip = false }: { readonly strip?: boolean }) {
  const { t } = useWords();
  const outcomes = useKit((state) => state.campaign?.outcomes ?? []);
  return (
    <fieldset className={strip ? css.strip : css.grid} aria-label={t('booth.outcomes')}>
      {outcomes.map((outcome, index) => (
        <OutcomeButton key={outcome.code} outcome={outcome} first={index === 0} strip={strip} />
      ))}
    </fieldset>
  );
}

/** `aria-keyshortcuts` joins keys with a plus sign, so the plus key has a name. */
const shortcutOf = (code: string): string => capOf(code).replace('+', 'Plus');

interface Props {
  readonly outcome: CampaignOutcome;
  readonly first: boolean;
  readonly strip: boolean;
}

function OutcomeButton({ outcome, first, strip }: Props) {
  const { t, of, language } = useWords();
  const { counting } = useSession();
  const today = useKit((state) => state.counts?.today[outcome.code] ?? 0);
  const waiting = useStore(counting.store, (state) => state.waiting[outcome.code] ?? 0);
  const reasoned = useKit((state) => state.campaign !== null && reasonsFor(state.campaign, outcome.code).length > 0);
  const mayTell = reasoned && !outcome.needsReason;
  const tile = (
    <button
      type="button"
      className={css.button}
      data-may-tell={mayTell || undefined}
      data-tone={outcome.tone}
      data-first={first || undefined}
      data-waiting={waiting > 0 || undefined}
      aria-keyshortcuts={capsOf(outcome.keys).map(shortcutOf).join(' ')}
      onClick={(event) => counting.press(`${TOUCH} ${outcome.code}`, outcome.code, event.timeStamp, false)}
    >
      <span className={css.head}>
        {capsOf(outcome.keys).map((code) => (
          <KeyCap key={code} code={code} big={!strip} />
        ))}
        <span className={css.icon}>
          <Icon name={toneIcons[outcome.tone]} size={strip ? '1.25rem' : '2rem'} />
        </span>
      </span>
      <span className={css.label}>{of(strip ? outcome.short : outcome.label)}</span>
      <span className={css.foot}>
        {strip ? <b>{figure(today, language)}</b> : <BigNumber value={today} />}
        {waiting > 0 && <small>{t('booth.waiting')}</small>}
        {waiting === 0 && outcome.needsReason && !strip && <small>{t('booth.withReason')}</small>}
      </span>
    </button>
  );
  if (!mayTell || strip) return tile;
  return (
    <div className={css.pair}>
      {tile}
      <button
        type="button"
        className={css.tell}
        aria-keyshortcuts={capsOf(outcome.keys)
          .filter((code) => /\d$/.test(code))
          .map((code) => `Shift+${shortcutOf(code)}`)
          .join(' ')}
        aria-label={t('booth.tellReasonOf', { outcome: of(outcome.label) })}
        title={t('booth.tellReasonKey')}
        onClick={(event) => counting.isFresh(TOUCH, event.timeStamp) && counting.ask(outcome.code)}
      >
        {t('booth.tellReason')}
      </button>
    </div>
  );
}
