import { Button } from '@mantine/core';
import { type FormEvent, Fragment, useState } from 'react';
import type { OfficeFormView, FormPart as Part } from '../../preload/contract.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice, Notice, WordsNotice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { useWords } from '../words/index.ts';
import css from './Form.module.css';
import { FormField } from './FormField.tsx';
import { FormFile } from './FormFile.tsx';
import { changesOf, type FormDraft, textOf } from './form-draft.ts';
import { Signing } from './Signing.tsx';
import { useAct } from './use-act.ts';

/** What an office sets for its documents. A deviation from the decree is said, and never stops anything. */
export function FormPart({ union, onDone }: { readonly union: string; readonly onDone: () => void }) {
  const [turn, setTurn] = useState(0);
  const form = useAsked('form.get', { union }, turn);
  if (form.error !== null) return <FailureNotice error={form.error} />;
  if (form.value === null) return null;
  const done = () => {
    setTurn(turn + 1);
    onDone();
  };
  return <Editor form={form.value} onDone={done} />;
}

/** What offices hardly ever change, closed until somebody looks for it. */
const groups = ['texts', 'sizes', 'page'] as const;

function Editor({ form, onDone }: { readonly form: OfficeFormView; readonly onDone: () => void }) {
  const { t } = useWords();
  const act = useAct();
  const [draft, setDraft] = useState<FormDraft>({});
  const [saved, setSaved] = useState(false);
  const now = (key: string): string => draft[key] ?? textOf(form.parts.find(({ part }) => part === key)?.value ?? '');
  const type = (typed: FormDraft) => {
    setSaved(false);
    setDraft({ ...draft, ...typed });
  };
  const save = async (parts: Readonly<Record<string, string | string[] | null>>) => {
    const reply = await act.run('form.set', { union: form.union, parts });
    setSaved(reply !== null);
    if (reply === null) return;
    setDraft((typed) => Object.fromEntries(Object.entries(typed).filter(([part]) => !(part in parts))));
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(changesOf(form, draft));
  };
  const field = (part: Part) => (
    <FormField
      part={part}
      typed={draft[part.part]}
      onType={(text) => type({ [part.part]: text })}
      onReset={() => void save({ [part.part]: null })}
    />
  );
  const partsOf = (wanted: Part['group']) => form.parts.filter(({ group }) => group === wanted);
  return (
    <Card title={t('report.form.title')}>
      <p className={css.soft}>{t('report.form.lead')}</p>
      <form className={css.form} onSubmit={submit}>
        {partsOf('office').map((part) => (
          <Fragment key={part.part}>
            {part.part === 'authority' && (
              <Signing ways={form.signing} authority={now('authority')} post={now('post')} onChoose={type} />
            )}
            {field(part)}
          </Fragment>
        ))}
        {groups.map((group) => {
          const set = partsOf(group).filter(({ isSet }) => isSet).length;
          return (
            <details key={group} className={css.group}>
              <summary>
                {t(`report.form.group.${group}`)}
                {set > 0 && <small>{t('report.form.changed', { number: set })}</small>}
              </summary>
              <div className={css.fields} data-group={group}>
                {partsOf(group).map((part) => (
                  <Fragment key={part.part}>{field(part)}</Fragment>
                ))}
              </div>
            </details>
          );
        })}
        <div className={css.end}>
          {act.error !== null && <FailureNotice error={act.error} />}
          <Button type="submit" size="lg" leftSection={<Icon name="save" />} loading={act.busy}>
            {t('report.form.save')}
          </Button>
          {saved && <Notice tone="good" icon="tick" what={t('report.form.saved')} />}
        </div>
      </form>
      {form.deviations.length > 0 && (
        <section className={css.deviations} aria-label={t('report.form.deviations')}>
          <h3>{t('report.form.deviations')}</h3>
          {form.deviations.map(({ code, part, words }) => (
            <WordsNotice key={`${code} ${part}`} words={words} tone="warn" />
          ))}
        </section>
      )}
      <FormFile
        union={form.union}
        onLoaded={() => {
          setDraft({});
          setSaved(false);
          onDone();
        }}
      />
    </Card>
  );
}
