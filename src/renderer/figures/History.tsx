import { Button, Checkbox } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { HistoryLine, WireFailure } from '../../preload/contract.ts';
import { useKit, useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { Table } from '../ui/Table.tsx';
import { moment } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Figures.module.css';

const PAGE = 50;

interface Pages {
  readonly lines: readonly HistoryLine[];
  readonly cursor: string | null;
  /** Where the log stood when the first page was read. */
  readonly revision: number;
}

/**
 * Who did what for a union, newest first, page by page. It does not follow the booths by itself: a union that was
 * counted long ago lies far back in the log, and looking for it at each tally would keep the booths waiting.
 */
export function History({ union }: { readonly union: string }) {
  const { t } = useWords();
  const { kit } = useSession();
  const revision = useKit((state) => state.counts?.revision ?? 0);
  const [subtree, setSubtree] = useState(false);
  const [pages, setPages] = useState<Pages | null>(null);
  const [error, setError] = useState<WireFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const turn = useRef(0);
  const now = useRef(revision);
  now.current = revision;

  const read = useCallback(
    async (below: boolean, before: Pages | null) => {
      turn.current += 1;
      const mine = turn.current;
      setBusy(true);
      const at = before?.revision ?? now.current;
      const reply = await kit.request('history.get', {
        union,
        subtree: below,
        limit: PAGE,
        cursor: before?.cursor ?? null,
      });
      if (mine !== turn.current) return;
      setBusy(false);
      setError(reply.ok ? null : reply.error);
      if (!reply.ok) return;
      const { lines, cursor } = reply.value;
      setPages({ lines: [...(before?.lines ?? []), ...lines], cursor, revision: at });
    },
    [kit, union],
  );
  useEffect(() => {
    setPages(null);
    void read(subtree, null);
    return () => {
      turn.current += 1;
    };
  }, [read, subtree]);

  return (
    <Card title={t('figures.history.title')}>
      <Checkbox
        label={t('figures.history.subtree')}
        checked={subtree}
        onChange={(event) => setSubtree(event.currentTarget.checked)}
      />
      {pages !== null && revision > pages.revision && (
        <Notice icon="clock" what={t('figures.history.fresh')}>
          <Button variant="default" onClick={() => void read(subtree, null)}>
            {t('figures.history.again')}
          </Button>
        </Notice>
      )}
      {error !== null && <FailureNotice error={error} />}
      {pages !== null && pages.lines.length > 0 && <Lines lines={pages.lines} withNames={subtree} />}
      <p role="status">
        {busy && t('figures.history.reading')}
        {!busy &&
          pages !== null &&
          pages.cursor === null &&
          t(pages.lines.length === 0 ? 'figures.history.none' : 'figures.history.begin')}
      </p>
      {pages !== null && pages.cursor !== null && (
        <div>
          <Button variant="default" loading={busy} onClick={() => void read(subtree, pages)}>
            {t('figures.history.more')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Lines({ lines, withNames }: { readonly lines: readonly HistoryLine[]; readonly withNames: boolean }) {
  const { t } = useWords();
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">{t('figures.history.at')}</th>
          <th scope="col">{t('figures.history.by')}</th>
          <th scope="col">{t('figures.history.what')}</th>
          <th scope="col">{t('figures.history.why')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={`${line.machine} ${line.seq}`} line={line} withName={withNames} />
        ))}
      </tbody>
    </Table>
  );
}

function Line({ line, withName }: { readonly line: HistoryLine; readonly withName: boolean }) {
  const { t, of } = useWords();
  const { at, by, booth, host, what, why, undone, flags, union, unionName, seq } = line;
  return (
    <tr>
      <td className={css.when}>
        {moment(at)}
        <small>{t('figures.history.number', { seq })}</small>
      </td>
      <td className={css.when}>
        {by ?? <em>{t('figures.history.nobody')}</em>}
        {booth !== null && <small>{t('figures.history.booth', { booth })}</small>}
        {host !== null && host !== union && <small>{t('figures.history.host', { host })}</small>}
      </td>
      <td>
        {withName && unionName !== null && <small>{unionName}</small>}
        {undone ? <s>{of(what)}</s> : of(what)}
        {undone && <em className={css.undone}>{t('figures.history.undone')}</em>}
        {flags.map(({ what: flag }) => (
          <small key={flag.vi} className={css.flag}>
            <Icon name="warning" size="1rem" /> {of(flag)}
          </small>
        ))}
      </td>
      <td>{why}</td>
    </tr>
  );
}
