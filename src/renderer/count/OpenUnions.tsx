import { ONE_KEY_UNIONS } from '../keys.ts';
import { useKit, useSession } from '../state/session.ts';
import { KeyCap } from '../ui/KeyCap.tsx';
import { shortName } from '../ui/union-path.ts';
import { useWords } from '../words/index.ts';
import css from './OpenUnions.module.css';

/** The companies that the queue comes from, each with the digit that reaches it after the dot. */
export function OpenUnions() {
  const { t } = useWords();
  const { counting } = useSession();
  const current = useKit((state) => state.union);
  const lately = useKit((state) => state.lately);
  const open = lately
    .slice(0, ONE_KEY_UNIONS)
    .map((union, index) => ({ union, key: `Digit${index + 1}` }))
    .filter(({ union }) => union.code !== current?.code);
  if (open.length === 0) return null;
  return (
    <section className={css.open} aria-label={t('booth.openUnions')} title={t('booth.openUnions')}>
      <KeyCap code="Period" />
      {open.map(({ union, key }) => (
        <button key={union.code} type="button" title={union.name} onClick={() => counting.choose(union)}>
          <KeyCap code={key} />
          <span>{shortName(union.name)}</span>
        </button>
      ))}
    </section>
  );
}
