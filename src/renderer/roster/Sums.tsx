import type { Tone } from '../ui/tones.ts';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Unions.module.css';

export type SumName = 'added' | 'changed' | 'unchanged' | 'conflicting' | 'rejected';

const tones: Readonly<Record<SumName, Tone>> = {
  added: 'good',
  changed: 'fair',
  unchanged: 'plain',
  conflicting: 'warn',
  rejected: 'bad',
};

/** How many rows of a file are of which kind. A kind that must be looked at shows its colour only when it is there. */
export function Sums({ values }: { readonly values: Readonly<Record<SumName, number>> }) {
  const { t, language } = useWords();
  return (
    <dl className={css.sums}>
      {(Object.keys(tones) as SumName[]).map((name) => (
        <div key={name} data-tone={values[name] > 0 ? tones[name] : 'plain'} data-sum={name}>
          <dd>{figure(values[name], language)}</dd>
          <dt>{t(`unions.${name}`)}</dt>
        </div>
      ))}
    </dl>
  );
}
