import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { never } from '../../core/base/result.ts';
import type { Status } from '../../preload/contract/status.ts';
import type { ReportDesk } from '../../preload/contract.ts';
import { useKit } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { UnionPicker } from '../ui/UnionPicker.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { moment } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { Board } from './Board.tsx';
import { Checklist } from './Checklist.tsx';
import { FiguresPart } from './FiguresPart.tsx';
import { FormPart } from './FormPart.tsx';
import { IssuePart } from './IssuePart.tsx';
import { Preview } from './Preview.tsx';
import { type ReportPart, reportParts, reportPlace } from './place.ts';
import css from './Report.module.css';
import { Texts } from './Texts.tsx';

/** A report from its figures to its end: figures, checklist, form, preview, issue, short texts, and who below has sent one. */
export default function Report() {
  const { t } = useWords();
  const lately = useKit((state) => state.lately);
  const current = useKit((state) => state.union);
  const world = useKit((state) => state.about?.world ?? 'real');
  const place = useStore(reportPlace, (state) => state);
  const [picking, setPicking] = useState(false);
  const union = (place.world === world ? place.union : null) ?? current;
  useEffect(() => {
    // Somebody who looks a union up and comes back finds the report that was open.
    if (union !== null && place.union?.code !== union.code) reportPlace.setState({ union, world });
  }, [union, place.union, world]);

  return (
    <Page title={t('report.title')}>
      <header className={css.union}>
        <p>
          <span>{t('report.union')}</span>
          <b>{union?.name ?? t('booth.nobody')}</b>
        </p>
        <Button
          variant={union === null ? 'filled' : 'default'}
          leftSection={<Icon name="search" />}
          onClick={() => setPicking(true)}
        >
          {t('report.pick')}
        </Button>
      </header>
      {union === null ? (
        <Notice icon="paper" what={t('report.none')} />
      ) : (
        <OfUnion key={`${world} ${union.code}`} union={union.code} part={place.part} />
      )}
      {picking && (
        <UnionPicker
          lately={lately}
          current={current}
          onClose={() => setPicking(false)}
          onPick={(picked) => {
            reportPlace.setState({ union: picked, world, part: 'figures' });
            setPicking(false);
          }}
        />
      )}
    </Page>
  );
}

/** Everything of one union. New counts of any booth, and whatever is done here, ask again. */
function OfUnion({ union, part }: { readonly union: string; readonly part: ReportPart }) {
  const { t } = useWords();
  const counts = useKit((state) => state.counts);
  const [turn, setTurn] = useState(0);
  const at = `${counts?.revision ?? 0} ${turn}`;
  const desk = useAsked('report.desk', { union }, at);
  const status = useAsked('status.get', { union }, at);
  const open = desk.value?.checks.filter(({ accepted }) => accepted === null) ?? [];
  const worst = open.some(({ severity }) => severity === 'block') ? 'bad' : 'warn';
  const error = desk.error ?? status.error;
  return (
    <>
      <Tabs
        label={t('report.parts')}
        current={part}
        onGo={(one) => reportPlace.setState({ part: one })}
        tabs={reportParts.map((key) => ({
          key,
          label: t(`report.part.${key}`),
          ...(key === 'check' ? { open: open.length, tone: worst } : {}),
        }))}
      >
        {desk.value !== null && <small>{t('report.asOf', { time: moment(desk.value.asOf) })}</small>}
      </Tabs>
      {error !== null && <FailureNotice error={error} />}
      {desk.value !== null && status.value !== null && (
        <Part part={part} desk={desk.value} status={status.value} onDone={() => setTurn((times) => times + 1)} />
      )}
    </>
  );
}

interface PartProps {
  readonly part: ReportPart;
  readonly desk: ReportDesk;
  readonly status: Status;
  readonly onDone: () => void;
}

function Part({ part, desk, status, onDone }: PartProps) {
  switch (part) {
    case 'figures':
      return <FiguresPart desk={desk} status={status} onDone={onDone} />;
    case 'check':
      return <Checklist desk={desk} />;
    case 'form':
      return <FormPart union={desk.union} onDone={onDone} />;
    case 'preview':
      return <Preview desk={desk} />;
    case 'issue':
      return <IssuePart desk={desk} onDone={onDone} />;
    case 'texts':
      return <Texts desk={desk} />;
    case 'board':
      return <Board union={desk.union} onDone={onDone} />;
    default:
      return never(part);
  }
}
