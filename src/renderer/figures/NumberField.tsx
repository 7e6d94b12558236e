import { Button, TextInput } from '@mantine/core';
import type { Declared } from '../../preload/contract.ts';
import { useWords } from '../words/index.ts';
import { differs, standing } from './declared-draft.ts';
import css from './Figures.module.css';
import type { Drafting } from './use-draft.ts';

interface Props {
  readonly declared: Declared;
  readonly drafting: Drafting;
  readonly field: string;
  readonly label: string;
}

/** A number that may be unknown: empty says "not reported" in words, 0 is zero, and one touch takes a value back. */
export function NumberField({ declared, drafting, field, label }: Props) {
  const { t, of } = useWords();
  const { draft, type, refusal, refused } = drafting;
  const before = standing(declared, field);
  const typed = draft[field] ?? before;
  const changed = differs(declared, field, typed);
  return (
    <div className={css.field} data-changed={changed || undefined}>
      <TextInput
        aria-label={label}
        placeholder={t('figures.notReported')}
        inputMode="numeric"
        maxLength={20}
        value={typed}
        data-field={field}
        error={refused === field && refusal !== null ? `${of(refusal.words.what)} ${of(refusal.words.todo)}` : null}
        description={changed && typed.trim() === '' ? t('figures.declared.back') : null}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => type(field, event.currentTarget.value)}
      />
      {typed.trim() !== '' && (
        <Button
          variant="default"
          aria-label={t('figures.declared.takeBackFor', { figure: label })}
          onClick={() => type(field, '')}
        >
          {t('figures.declared.takeBack')}
        </Button>
      )}
    </div>
  );
}
