import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, Fragment, useState } from 'react';
import type { OfficeFormView, FormPart as Part } from '../../preload/contract.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice, Notice, WordsNotice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { useWords } from '../words/index.ts';
import css from './Parts.module.css';
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

const textOf = (value: Part['value']): string => (typeof value === 'string' ? value : value.join('\n'));

function Editor({ form, onDone }: { readonly form: OfficeFormView; readonly onDone: () => void }) {
  const { t, of } = useWords();
  const act = useAct();
  const [draft, setDraft] = useState<Readonly<Record<string, string>>>({});
  const [saved, setSaved] = useState(false);
  const now = (key: string): string => draft[key] ?? textOf(form.parts.find(({ part }) => part === key)?.value ?? '');
  const save = async (parts: Readonly<Record<string, string | string[] | null>>) => {
    const reply = await act.run('form.set', { union: form.union, parts });
    setSaved(reply !== null);
    if (reply === null) return;
    setDraft((typed) => Object.fromEntries(Object.entries(typed).filter(([part]) => !(part in parts))));
    onDone();
  };
  const signing = (
    <Signing
      ways={form.signing}
      authority={now('authority')}
      post={now('post')}
      onChoose={(way) => {
        setSaved(false);
        setDraft({ ...draft, ...way });
      }}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const changed = form.parts.filter(({ part, value }) => draft[part] !== undefined && draft[part] !== textOf(value));
    void save(
      Object.fromEntries(
        changed.map(({ part, value }) => [
          part,
          Array.isArray(value) ? (draft[part] ?? '').split('\n') : (draft[part] ?? ''),
        ]),
      ),
    );
  };
  return (
    <Card title={t('report.form.title')}>
      <p className={css.soft}>{t('report.form.lead')}</p>
      <form className={css.form} onSubmit={submit}>
        {form.parts.map((part) => {
          const Field = Array.isArray(part.value) ? Textarea : TextInput;
          const otherwise = textOf(part.otherwise).replaceAll('\n', '; ') || t('report.form.nothing');
          const help = [
            ...(Array.isArray(part.value) ? [t('report.form.lines')] : []),
            ...(part.isSet ? [t('report.form.otherwise', { text: otherwise })] : []),
          ].join(' ');
          return (
            <Fragment key={part.part}>
              {part.part === 'authority' && signing}
              <div>
                <Field
                  label={of(part.label)}
                  description={help === '' ? null : help}
                  value={draft[part.part] ?? textOf(part.value)}
                  {...(Array.isArray(part.value) ? { rows: 3 } : {})}
                  maxLength={1_000}
                  onChange={({ currentTarget }) => {
                    setSaved(false);
                    setDraft({ ...draft, [part.part]: currentTarget.value });
                  }}
                />
                {part.isSet && (
                  <Button
                    variant="default"
                    aria-label={t('report.form.resetOf', { part: of(part.label) })}
                    onClick={() => void save({ [part.part]: null })}
                  >
                    {t('report.form.reset')}
                  </Button>
                )}
              </div>
            </Fragment>
          );
        })}
        {act.error !== null && <FailureNotice error={act.error} />}
        <Button type="submit" size="lg" leftSection={<Icon name="save" />} loading={act.busy}>
          {t('report.form.save')}
        </Button>
        {saved && <Notice tone="good" icon="tick" what={t('report.form.saved')} />}
      </form>
      {form.deviations.length > 0 && (
        <section className={css.deviations} aria-label={t('report.form.deviations')}>
          <h3>{t('report.form.deviations')}</h3>
          {form.deviations.map(({ code, words }) => (
            <WordsNotice key={code} words={words} tone="warn" />
          ))}
        </section>
      )}
    </Card>
  );
}
