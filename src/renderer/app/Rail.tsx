import { Fragment } from 'react';
import { type Screen, screenKeys } from '../keys.ts';
import { useKit, useSession } from '../state/session.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { useWords } from '../words/index.ts';
import css from './Rail.module.css';

const icons: Readonly<Record<Screen, IconName>> = {
  booth: 'count',
  paper: 'sheet',
  shift: 'people',
  check: 'signal',
  audience: 'qr',
  unions: 'tree',
  report: 'paper',
  settings: 'wheel',
};

/** What is used at the gate, what is used in the office, and what is used once. A sheet is entered from the booth. */
const groups: readonly (readonly Screen[])[] = [
  ['booth', 'check', 'audience'],
  ['unions', 'report'],
  ['shift', 'settings'],
];

export function Rail() {
  const { t } = useWords();
  const { go } = useSession();
  const current = useKit((state) => state.screen);
  const canCheck = useKit((state) => state.campaign?.radio != null);
  return (
    <nav className={css.rail} aria-label={t('nav.label')}>
      {groups.map((group) => (
        <Fragment key={group[0]}>
          <ul className={css.group}>
            {group
              .filter((screen) => screen !== 'check' || canCheck)
              .map((screen) => (
                <li key={screen}>
                  <button
                    type="button"
                    className={css.item}
                    aria-current={screen === current ? 'page' : undefined}
                    aria-keyshortcuts={screenKeys[screen]}
                    onClick={() => go(screen)}
                  >
                    <Icon name={icons[screen]} size="1.75rem" />
                    <span>{t(`nav.${screen}`)}</span>
                    <KeyCap code={screenKeys[screen]} />
                  </button>
                </li>
              ))}
          </ul>
        </Fragment>
      ))}
    </nav>
  );
}
