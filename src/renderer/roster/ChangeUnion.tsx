import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { UnionView, WireFailure } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { useWords } from '../words/index.ts';
import { ChangeFieldInput } from './ChangeFieldInput.tsx';
import css from './UnionPage.module.css';
import {
  type ChangeField,
  type ChangeName,
  changeNames,
  changes,
  requestOf,
  standing,
  type Typed,
} from './union-draft.ts';

type Said = { readonly failed: WireFailure } | 'saved' | 'same' | { readonly bad: ChangeField };

/** A person changes one union: what they want first, then the few fields that this needs, then why. */
export function ChangeUnion({ union }: { readonly union: UnionView }) {
  const { t } = useWords();
  const [change, setChange] = useState<ChangeName | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  return (
    <Card title={t('unions.change.title')}>
      <p className={css.soft}>{t('unions.change.lead')}</p>
      <div className={css.choices}>
        {changeNames.map((name) => (
          <Button
            key={name}
            variant={name === change ? 'filled' : 'default'}
            aria-expanded={name === change}
            onClick={() => {
              setSaid(null);
              setChange(name === change ? null : name);
            }}
          >
            {t(`unions.change.${name}`)}
          </Button>
        ))}
      </div>
      {said === 'saved' && <Notice tone="good" icon="tick" what={t('unions.change.saved')} />}
      {change !== null && (
        <ChangeForm
          key={change}
          union={union}
          change={change}
          said={said}
          onSaid={(outcome) => {
            setSaid(outcome);
            if (outcome === 'saved') setChange(null);
          }}
        />
      )}
    </Card>
  );
}

interface FormProps {
  readonly union: UnionView;
  readonly change: ChangeName;
  readonly said: Said | null;
  readonly onSaid: (said: Said) => void;
}

function ChangeForm({ union, change, said, onSaid }: FormProps) {
  const { t } = useWords();
  const { kit } = useSession();
  const [typed, setTyped] = useState<Typed>(() => standing(union));
  const [why, setWhy] = useState('');
  const [busy, setBusy] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    // A blank reason still goes to the kit: its refusal has the words.
    const request = requestOf(union, change, typed, why.trim() === '' ? ' ' : why);
    if (request === null) return onSaid('same');
    if ('bad' in request) return onSaid(request);
    setBusy(true);
    const reply = await kit.request('union.change', request);
    setBusy(false);
    onSaid(reply.ok ? 'saved' : { failed: reply.error });
  };

  return (
    <form className={css.form} onSubmit={(event) => void save(event)}>
      <p>{t(`unions.change.${change}Lead`)}</p>
      {changes[change].map((field) => (
        <ChangeFieldInput
          key={field}
          field={field}
          union={union}
          value={typed[field]}
          bad={said !== null && typeof said === 'object' && 'bad' in said && said.bad === field}
          onChange={(value) => setTyped((before) => ({ ...before, [field]: value }))}
        />
      ))}
      <TextInput
        label={t('unions.change.why')}
        description={t('unions.change.whyHint')}
        value={why}
        maxLength={300}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      {said === 'same' && <Notice what={t('unions.change.same')} />}
      {said !== null && typeof said === 'object' && 'failed' in said && <FailureNotice error={said.failed} />}
      <div>
        <Button type="submit" loading={busy}>
          {t('unions.change.save')}
        </Button>
      </div>
    </form>
  );
}
