import { Button } from '@mantine/core';
import type { WireFailure } from '../../preload/contract.ts';
import { useKit, useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { FailureNotice, WordsNotice } from '../ui/Notice.tsx';
import { ToPractice } from '../ui/ToPractice.tsx';
import { useWords } from '../words/index.ts';
import css from './Resting.module.css';

/** Before a check: where to put the phone, and whether this laptop can listen at all. */
export function Resting() {
  const { t } = useWords();
  const { checking } = useSession();
  const radio = useKit((state) => state.radio);
  return (
    <div className={css.rest}>
      <Scene />
      <div className={css.words}>
        <h2>{t('check.before')}</h2>
        <p>{t('check.beforeText')}</p>
        {radio.state === 'absent' && (
          <WordsNotice words={radio.words} tone="warn" icon="silent">
            <ToPractice />
          </WordsNotice>
        )}
        <p>
          <Button
            size="xl"
            variant={radio.state === 'absent' ? 'default' : 'filled'}
            leftSection={<Icon name="signal" />}
            rightSection={<KeyCap code="NumpadMultiply" />}
            onClick={checking.start}
          >
            {radio.state === 'absent' ? t('app.again') : t('check.start')}
          </Button>
        </p>
        <p className={css.privacy}>
          <Icon name="shield" size="1.25rem" /> {t('check.privacy')}
        </p>
      </div>
    </div>
  );
}

/** A check that could not be carried out: why, what to do, and that counting goes on. */
export function Failed({ error }: { readonly error: WireFailure }) {
  const { t } = useWords();
  const { checking } = useSession();
  return (
    <div className={css.rest}>
      <div className={css.words}>
        <FailureNotice error={error} />
        <p className={css.byHand}>{t('radio.byHand')}</p>
        <p className={css.actions}>
          <Button rightSection={<KeyCap code="NumpadMultiply" />} onClick={checking.start}>
            {t('app.again')}
          </Button>
          <ToPractice />
        </p>
      </div>
    </div>
  );
}

/** A phone a hand's width from the laptop. */
function Scene() {
  return (
    <svg
      className={css.scene}
      viewBox="0 0 320 220"
      aria-hidden="true"
      fill="none"
      strokeLinejoin="round"
      strokeLinecap="round"
    >
      <path d="M20 186h280" stroke="var(--line-firm)" strokeWidth="4" />
      <rect x="36" y="58" width="150" height="104" rx="8" fill="var(--paper)" stroke="var(--ink)" strokeWidth="5" />
      <rect x="50" y="72" width="122" height="76" rx="3" fill="var(--sea-pale)" />
      <path
        d="M20 164h182l10 16a4 4 0 0 1-4 6H14a4 4 0 0 1-4-6z"
        fill="var(--paper)"
        stroke="var(--ink)"
        strokeWidth="5"
      />
      <rect x="238" y="98" width="48" height="88" rx="8" fill="var(--paper)" stroke="var(--ink)" strokeWidth="5" />
      <path d="M257 174h10" stroke="var(--ink)" strokeWidth="4" />
      <circle cx="262" cy="128" r="9" fill="var(--sea)" />
      <path d="M240 84a34 34 0 0 1 44 0M228 68a54 54 0 0 1 68 0" stroke="var(--sea)" strokeWidth="5" />
      <path d="M98 110h26M111 97v26" stroke="var(--sea)" strokeWidth="0" />
      <path d="m96 111 11 11 22-24" stroke="var(--sea)" strokeWidth="6" />
    </svg>
  );
}
