import { Button, Textarea, TextInput } from '@mantine/core';
import type { FormPart as Part } from '../../preload/contract.ts';
import { useWords } from '../words/index.ts';
import css from './Form.module.css';
import { shownOf, textOf } from './form-draft.ts';

interface Props {
  readonly part: Part;
  /** What was typed and is not saved yet. */
  readonly typed: string | undefined;
  readonly onType: (text: string) => void;
  readonly onReset: () => void;
}

/** Sentences that run over several lines. */
const LONG: readonly string[] = ['abstract', 'opening', 'closing'];
const LENGTH_MAX = 2_000;

/** One part of a form: what stands, what stands otherwise, and the way back to it. */
export function FormField({ part, typed, onType, onReset }: Props) {
  const { t, of } = useWords();
  const { kind, mayBeEmpty, isSet, decree } = part;
  const otherwise = textOf(part.otherwise);
  const help = [
    ...(kind === 'list' ? [t('report.form.lines')] : []),
    ...(decree === null ? [] : [t('report.form.decree', { range: of(decree) })]),
    ...(isSet
      ? [t('report.form.otherwise', { text: otherwise.replaceAll('\n', '; ') || t('report.form.nothing') })]
      : []),
  ].join(' ');
  const common = {
    label: of(part.label),
    description: help === '' ? null : help,
    value: typed ?? shownOf(part),
    // An empty field of a part that may be empty means nothing, not the default.
    placeholder: mayBeEmpty ? '' : otherwise,
    maxLength: LENGTH_MAX,
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      onType(currentTarget.value),
  };
  const reset = isSet && (
    <Button variant="default" aria-label={t('report.form.resetOf', { part: of(part.label) })} onClick={onReset}>
      {t('report.form.reset')}
    </Button>
  );
  if (kind === 'measure') {
    return (
      <div className={css.field}>
        <TextInput
          {...common}
          inputMode="decimal"
          inputContainer={(input) => (
            <div className={css.measure}>
              {input}
              {reset}
            </div>
          )}
        />
      </div>
    );
  }
  const isLong = kind === 'list' || LONG.includes(part.part);
  return (
    <div className={css.field}>
      {isLong ? <Textarea {...common} rows={3} /> : <TextInput {...common} />}
      {reset}
    </div>
  );
}
