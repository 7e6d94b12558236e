import type { Declared } from '../../preload/contract.ts';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';

type Known = Declared['subtree'][string];

/** A number of a subtree, whose word it is, and how many of those below have given theirs. */
export function KnownNumber({ known }: { readonly known: Known | undefined }) {
  const { t, language } = useWords();
  if (known === undefined) return null;
  const { value, from, given, asked } = known;
  return (
    <>
      {value === null ? <em>{t('figures.notReported')}</em> : <b>{figure(value, language)}</b>}
      {from === 'own' && <small>{t('figures.declared.fromOwn')}</small>}
      {asked > 0 && (
        <small>{t('figures.declared.given', { given: figure(given, language), asked: figure(asked, language) })}</small>
      )}
    </>
  );
}
