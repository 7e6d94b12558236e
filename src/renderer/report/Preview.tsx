import { Button, Select } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ReportDesk, RequestIn, WireFailure } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Preview.module.css';
import { openPdf, type PdfPages } from './pdf-pages.ts';

type Asked = Required<Pick<RequestIn<'report.preview'>, 'kind' | 'report'>>;

/** Documents to look at: the draft, every report that was issued, and the small ones beside them. */
export function Preview({ desk }: { readonly desk: ReportDesk }) {
  const { t } = useWords();
  const documents: { value: string; label: string; asked: Asked }[] = [
    { value: 'report', label: t('report.preview.report'), asked: { kind: 'report', report: null } },
    ...desk.reports.map(({ symbol, ref }) => ({
      value: symbol,
      label: t('report.preview.issued', { symbol }),
      asked: { kind: 'report' as const, report: ref },
    })),
    { value: 'quick', label: t('report.preview.quick'), asked: { kind: 'quick', report: null } },
    {
      value: 'letter',
      label: t('report.preview.letter'),
      asked: { kind: 'letter', report: desk.reports[0]?.ref ?? null },
    },
  ];
  const [chosen, setChosen] = useState('report');
  const [turn, setTurn] = useState(0);
  const shown = documents.find(({ value }) => value === chosen) ?? documents[0];
  return (
    <Card title={t('report.preview.title')}>
      <div className={css.head}>
        <Select
          className={css.choice}
          label={t('report.preview.document')}
          data={documents.map(({ value, label }) => ({ value, label }))}
          value={chosen}
          allowDeselect={false}
          onChange={(value) => setChosen(value ?? 'report')}
        />
        <Button variant="default" leftSection={<Icon name="turn" />} onClick={() => setTurn(turn + 1)}>
          {t('report.refresh')}
        </Button>
      </div>
      {shown !== undefined && (
        <Shown key={`${shown.value} ${turn}`} union={desk.union} asked={shown.asked} name={shown.label} />
      )}
    </Card>
  );
}

interface ShownProps {
  readonly union: string;
  readonly asked: Asked;
  readonly name: string;
}

/** Asks for the pages once; a document on the glass does not change under the reader's eyes. */
function Shown({ union, asked, name }: ShownProps) {
  const { t } = useWords();
  const { kit } = useSession();
  const [pages, setPages] = useState<PdfPages | null>(null);
  const [error, setError] = useState<WireFailure | 'broken' | null>(null);
  const question = useRef({ union, ...asked });
  useEffect(() => {
    let gone = false;
    let opened: PdfPages | null = null;
    void (async () => {
      const reply = await kit.request('report.preview', question.current);
      if (gone) return;
      if (!reply.ok) return setError(reply.error);
      try {
        opened = await openPdf(Uint8Array.from(atob(reply.value.base64), (letter) => letter.charCodeAt(0)));
        if (gone) await opened.close();
        else setPages(opened);
      } catch {
        if (!gone) setError('broken');
      }
    })();
    return () => {
      gone = true;
      void opened?.close();
    };
  }, [kit]);
  if (error === 'broken') {
    return <Notice tone="bad" what={t('report.preview.failed')} todo={t('report.preview.failedTodo')} />;
  }
  if (error !== null) return <FailureNotice error={error} />;
  if (pages === null) return <p role="status">{t('report.preview.making')}</p>;
  return <Leaves pages={pages} name={name} />;
}

const STEP = 1.25;
const SCALE = { least: 0.5, most: 3, first: 1.25 } as const;

/** One page at a time: Page Up and Page Down turn, + and − change the size. */
function Leaves({ pages, name }: { readonly pages: PdfPages; readonly name: string }) {
  const { t, language } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [page, setPage] = useState(1);
  const [scale, setScale] = useState<number>(SCALE.first);
  const [words, setWords] = useState('');
  // One drawing at a time: the canvas is shared.
  const drawing = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    let gone = false;
    const draw = async () => {
      if (gone || canvas.current === null) return;
      const { width, height } = await pages.draw(page, canvas.current, scale);
      if (gone || canvas.current === null) return;
      canvas.current.style.width = `${width}px`;
      canvas.current.style.height = `${height}px`;
      canvas.current.dataset.page = String(page);
      const text = await pages.words(page);
      if (!gone) setWords(text);
    };
    drawing.current = drawing.current.then(draw, draw);
    return () => {
      gone = true;
    };
  }, [pages, page, scale]);
  const turn = (by: number) => setPage((at) => Math.min(pages.count, Math.max(1, at + by)));
  const zoom = (by: number) => setScale((at) => Math.min(SCALE.most, Math.max(SCALE.least, at * by)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const key = event.key;
    if (key === 'PageDown') turn(1);
    else if (key === 'PageUp') turn(-1);
    else if (key === '+') zoom(STEP);
    else if (key === '-') zoom(1 / STEP);
    else return;
    event.preventDefault();
  };
  const [at, all] = [figure(page, language), figure(pages.count, language)];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole preview, wherever the focus is in it
    <div className={css.preview} onKeyDown={onKeyDown}>
      <div className={css.bar}>
        <Button variant="default" disabled={page === 1} onClick={() => turn(-1)}>
          {t('report.preview.previous')}
        </Button>
        <span role="status">{t('report.preview.page', { page: at, pages: all })}</span>
        <Button variant="default" disabled={page === pages.count} onClick={() => turn(1)}>
          {t('report.preview.next')}
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="dash" size="1rem" />}
          disabled={scale <= SCALE.least}
          onClick={() => zoom(1 / STEP)}
        >
          {t('report.preview.smaller')}
        </Button>
        <span>{t('report.preview.zoom', { percent: figure(Math.round(scale * 100), language) })}</span>
        <Button
          variant="default"
          leftSection={<Icon name="plus" size="1rem" />}
          disabled={scale >= SCALE.most}
          onClick={() => zoom(STEP)}
        >
          {t('report.preview.larger')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a page larger than the glass scrolls, and a keyboard must be able to */}
      <section className={css.glass} tabIndex={0} aria-label={name}>
        <canvas ref={canvas} role="img" aria-label={t('report.preview.page', { page: at, pages: all })} />
        <p className={css.words} lang="vi">
          <b>{t('report.preview.text', { page: at })}: </b>
          {words}
        </p>
      </section>
    </div>
  );
}
