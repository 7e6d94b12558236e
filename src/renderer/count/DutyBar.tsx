import { useEffect } from 'react';
import { useStore } from 'zustand';
import { shortDate } from '../../core/base/day.ts';
import { useKit, useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { useWords } from '../words/index.ts';
import css from './DutyBar.module.css';

/** Where this laptop stands and who counts, and what else a booth does beside one key for one person. */
export function DutyBar() {
  const { t } = useWords();
  const { counting, duty, go } = useSession();
  const settings = useStore(duty.store, (state) => state.settings);
  const shift = useStore(duty.store, (state) => state.shift);
  const day = useKit((state) => state.counts?.day);
  // With a new working day comes a new shift.
  useEffect(() => {
    const known = duty.store.getState().shift;
    if (day !== undefined && known !== null && known.day !== day) void duty.load();
  }, [duty, day]);
  const booth = settings?.booth ?? null;
  const unclosed = shift?.unclosed?.[0];
  const state = shift?.state === undefined ? null : t(`booth.day.${shift.state}`);
  return (
    <div className={css.bar}>
      <button type="button" className={css.booth} aria-keyshortcuts="Shift+F4" onClick={() => go('shift')}>
        <b>
          {booth === null ? t('booth.noBooth') : t('booth.boothOf', { booth: `${booth.code} · ${booth.name}` })}
          {booth !== null && state !== null && <em data-day={shift?.state}> · {state}</em>}
        </b>
        <span>
          {unclosed !== undefined && <em>{t('booth.unclosed', { day: shortDate(unclosed) })} · </em>}
          {booth === null ? t('booth.noBoothText') : t('booth.hostOf', { union: booth.unionName })}
        </span>
      </button>
      <button type="button" className={css.person} aria-keyshortcuts=";" onClick={counting.showOperators}>
        <span>{t('booth.operator')}</span>
        <b>{settings?.operator ?? t('booth.noOperator')}</b>
        <KeyCap code="Semicolon" />
      </button>
      <span className={css.more}>
        <button type="button" aria-keyshortcuts="=" onClick={() => counting.showSheet('batch')}>
          {t('booth.batch')} <KeyCap code="Equal" />
        </button>
        <button type="button" aria-keyshortcuts="-" onClick={() => counting.showSheet('minus')}>
          {t('booth.takeOff')} <KeyCap code="Minus" />
        </button>
        <button type="button" aria-keyshortcuts="Shift+F2" onClick={() => go('paper')}>
          <Icon name="sheet" size="1.25rem" /> {t('booth.paperSheet')} <KeyCap code="Shift+F2" />
        </button>
      </span>
    </div>
  );
}
