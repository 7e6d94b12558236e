import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Bars.module.css';
import type { Tone } from './tones.ts';

export interface Bar {
  readonly key: string;
  readonly name: string;
  /** `null`: not a number, such as a day that has not come; `none` then says why. */
  readonly value: number | null;
  readonly none?: string;
  readonly tone?: Tone;
}

/** Bars with their numbers, as the table that they are: readers of screens hear rows, eyes see lengths. */
export function Bars({ caption, bars }: { readonly caption: string; readonly bars: readonly Bar[] }) {
  const { language } = useWords();
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  return (
    <table className={css.bars}>
      <caption>{caption}</caption>
      <tbody>
        {bars.map(({ key, name, value, none, tone = 'fair' }) => (
          <tr key={key} data-tone={tone} data-bar={key}>
            <th scope="row">{name}</th>
            <td>{value !== null && value > 0 && <span style={{ width: `${(value / most) * 100}%` }} />}</td>
            <td>{value === null ? <small>{none}</small> : figure(value, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
