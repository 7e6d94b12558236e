import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { UnionView } from '../../preload/contract.ts';
import { useKit } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { UnionPicker } from '../ui/UnionPicker.tsx';
import { useWords } from '../words/index.ts';
import css from './UnionPage.module.css';
import type { ChangeField } from './union-draft.ts';

interface Props {
  readonly field: ChangeField;
  readonly union: UnionView;
  readonly value: string;
  /** The number in it cannot be read. */
  readonly bad: boolean;
  readonly onChange: (value: string) => void;
}

/** One field of a change: text, a day, a number, a yes, or another union. */
export function ChangeFieldInput({ field, union, value, bad, onChange }: Props) {
  const { t } = useWords();
  const label = t(`unions.field.${field}`);
  if (field === 'coordinated') {
    return (
      <Checkbox
        label={label}
        checked={value !== ''}
        onChange={(event) => onChange(event.currentTarget.checked ? 'x' : '')}
      />
    );
  }
  if (field === 'parent' || field === 'successor' || field === 'owner') {
    return <UnionField label={label} field={field} union={union} value={value} onChange={onChange} />;
  }
  const isDay = field === 'from' || field === 'to';
  const isText = field === 'name' || isDay;
  return (
    <TextInput
      label={label}
      value={value}
      maxLength={field === 'name' ? 200 : 12}
      inputMode={isText ? 'text' : 'numeric'}
      placeholder={isDay ? t('unions.change.dayHint') : isText ? '' : t('unions.unknown')}
      error={bad ? t('unions.change.sizeLead') : null}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Another union, chosen by searching; shown by name, with its code. */
function UnionField({ label, field, union, value, onChange }: Omit<Props, 'bad'> & { readonly label: string }) {
  const { t } = useWords();
  const lately = useKit((state) => state.lately);
  const [picking, setPicking] = useState(false);
  const [picked, setPicked] = useState<Pick<UnionView, 'code' | 'name'> | null>(() => {
    if (field === 'parent') return union.parent === null ? null : { code: union.parent, name: union.above[0] ?? '' };
    return field === 'successor' ? union.successor : union.owner;
  });
  const take = (one: Pick<UnionView, 'code' | 'name'> | null) => {
    setPicked(one);
    setPicking(false);
    onChange(one?.code ?? '');
  };
  return (
    <fieldset className={css.pick} aria-label={label}>
      <p>
        <span>{label}</span>
        <b>{picked === null || value === '' ? t('unions.change.none') : picked.name}</b>
        {picked !== null && value !== '' && <small>{t('picker.code', { code: picked.code })}</small>}
      </p>
      <Button variant="default" leftSection={<Icon name="search" />} onClick={() => setPicking(true)}>
        {t('unions.change.pick')}
      </Button>
      {value !== '' && field !== 'parent' && (
        <Button variant="default" onClick={() => take(null)}>
          {t('unions.change.clear')}
        </Button>
      )}
      {picking && (
        <UnionPicker lately={lately} current={null} onClose={() => setPicking(false)} onPick={(one) => take(one)} />
      )}
    </fieldset>
  );
}
