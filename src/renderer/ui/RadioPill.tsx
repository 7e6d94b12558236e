import { useKit } from '../state/session.ts';
import { useWords } from '../words/index.ts';
import { Icon } from './icons.tsx';
import css from './RadioPill.module.css';

/** How the radio is, in one short word with a drawing. */
export function RadioPill() {
  const { t } = useWords();
  const radio = useKit((state) => state.radio);
  const word = radio.state === 'ready' ? radio.kind : radio.state;
  const tone = radio.state === 'absent' ? 'warn' : radio.state === 'ready' ? 'good' : 'plain';
  return (
    <span className={css.pill} data-tone={tone}>
      <Icon name={radio.state === 'absent' ? 'silent' : 'signal'} size="1.25rem" />
      {t(`radio.${word}`)}
    </span>
  );
}
