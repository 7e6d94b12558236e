import { Button, TextInput } from '@mantine/core';
import { NOTE_MAX } from '../../core/base/limits.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Figures.module.css';
import type { Drafting } from './use-draft.ts';

/** The note, the button that saves, and what came of it. Stays in view while something waits to be saved. */
export function SaveBar({ drafting }: { readonly drafting: Drafting }) {
  const { t, of, language } = useWords();
  const { draft, changed, busy, refusal, refused, saved, type, drop } = drafting;
  return (
    <div className={css.bar} data-waiting={changed > 0 || undefined}>
      {refusal !== null && refused === null && <FailureNotice error={refusal} />}
      {saved !== null && changed === 0 && (
        <Notice tone="good" icon="tick" what={t('figures.save.saved', { number: figure(saved, language) })} />
      )}
      <div className={css.barRow}>
        <TextInput
          label={t('figures.save.note')}
          value={draft.note ?? ''}
          maxLength={NOTE_MAX}
          data-field="note"
          error={refused === 'note' && refusal !== null ? of(refusal.words.what) : null}
          onChange={(event) => type('note', event.currentTarget.value)}
        />
        {changed > 0 && (
          <Button variant="default" onClick={drop}>
            {t('figures.save.drop')}
          </Button>
        )}
        <Button type="submit" leftSection={<Icon name="save" />} loading={busy} disabled={changed === 0}>
          {changed === 0 ? t('figures.save.none') : t('figures.save.save', { number: figure(changed, language) })}
        </Button>
      </div>
    </div>
  );
}
