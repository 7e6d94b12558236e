import { Button, TextInput } from '@mantine/core';
import { useStore } from 'zustand';
import { leftOf, type PaperState } from '../state/paper.ts';
import { useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Card, Page } from '../ui/Page.tsx';
import { UnionField } from '../ui/UnionField.tsx';
import { WarningsNotice } from '../ui/WarningsNotice.tsx';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Paper.module.css';
import { PaperLines } from './PaperLines.tsx';

/** A sheet that was filled in by hand: union, day, a number for each outcome and reason. Saved line by line. */
export default function Paper() {
  const { t } = useWords();
  const { paper } = useSession();
  const { union, day, lines, saving } = useStore(paper.store, (state) => state);
  const fixed = lines.some(({ at }) => at === 'saved' || at === 'unsure' || at === 'saving');
  const left = leftOf({ union, day, lines, saving });
  const begun = lines.some(({ at }) => at === 'saved' || at === 'unsure');
  return (
    <Page title={t('paper.title')} lead={t('paper.lead')}>
      <form
        className={css.sheet}
        onSubmit={(event) => {
          event.preventDefault();
          void paper.save();
        }}
      >
        <Card>
          <div className={css.head}>
            <UnionField
              label={t('paper.union')}
              choose={t('paper.chooseUnion')}
              change={t('paper.otherUnion')}
              name={union?.name ?? null}
              fixed={fixed}
              onPick={paper.setUnion}
            />
            <TextInput
              label={t('paper.day')}
              placeholder={t('paper.dayHint')}
              value={day}
              maxLength={10}
              readOnly={fixed}
              inputMode="numeric"
              onChange={({ currentTarget }) => paper.setDay(currentTarget.value)}
            />
          </div>
        </Card>
        <PaperLines />
        <WarningsNotice />
        <Outcome sheet={{ union, day, lines, saving }} />
        <div className={css.actions}>
          <Button
            type="submit"
            size="xl"
            leftSection={<Icon name="save" />}
            loading={saving}
            disabled={union === null || day.trim() === '' || left.length === 0}
          >
            {begun ? t('paper.saveRest') : t('paper.save')}
          </Button>
          {begun && left.length === 0 && (
            <Button type="button" size="xl" variant="default" leftSection={<Icon name="sheet" />} onClick={paper.next}>
              {t('paper.next')}
            </Button>
          )}
          <BackToBooth />
        </div>
      </form>
    </Page>
  );
}

function BackToBooth() {
  const { t } = useWords();
  const { go } = useSession();
  return (
    <Button type="button" size="xl" variant="default" rightSection={<KeyCap code="F2" />} onClick={() => go('booth')}>
      {t('paper.back')}
    </Button>
  );
}

/** What became of the sheet so far: only what the Kit has acknowledged is called saved. */
function Outcome({ sheet }: { readonly sheet: PaperState }) {
  const { t, language } = useWords();
  const saved = sheet.lines.filter(({ at }) => at === 'saved').map(({ typed }) => Number(typed));
  const number = figure(
    saved.reduce((sum, one) => sum + one, 0),
    language,
  );
  const left = leftOf(sheet);
  if (sheet.lines.some(({ at }) => at === 'unsure')) {
    return <Notice tone="bad" what={t('paper.unsureText')} todo={t('paper.unsureTodo')} />;
  }
  if (saved.length === 0) return null;
  const all = left.length === 0;
  return (
    <Notice
      tone={all ? 'good' : 'warn'}
      icon={all ? 'tick' : 'warning'}
      what={
        all
          ? t('paper.allSaved', { number, day: sheet.day, union: sheet.union?.name ?? '' })
          : t('paper.total', { number })
      }
    />
  );
}
