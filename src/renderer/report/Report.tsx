import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Status, WireFailure } from '../../preload/contract.ts';
import { useKit, useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { UnionPicker } from '../ui/UnionPicker.tsx';
import { moment } from '../words/figures.ts';
import { useWords } from '../words/index.ts';
import { Counted } from './Counted.tsx';
import { Coverage } from './Coverage.tsx';
import { Deadline, NotReported } from './Deadline.tsx';
import { MakeReport } from './MakeReport.tsx';
import css from './Report.module.css';

/** The figures of a union and all below it, and the document made of them. */
export default function Report() {
  const { t } = useWords();
  const { kit } = useSession();
  const current = useKit((state) => state.union);
  const lately = useKit((state) => state.lately);
  const counts = useKit((state) => state.counts);
  const [union, setUnion] = useState(current);
  const [picking, setPicking] = useState(false);
  const [status, setStatus] = useState<Status | null>(null);
  const [asOf, setAsOf] = useState<string | null>(null);
  const [error, setError] = useState<WireFailure | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new counts ask for new figures
  useEffect(() => {
    if (union === null) return;
    let overtaken = false;
    const figures = kit.request('status.get', { union: union.code });
    void Promise.all([figures, kit.request('kit.about', {})]).then(([reply, about]) => {
      if (overtaken) return;
      setAsOf(about.ok ? about.value.now : null);
      setStatus(reply.ok ? reply.value : null);
      setError(reply.ok ? null : reply.error);
    });
    return () => {
      overtaken = true;
    };
  }, [kit, union, counts]);

  return (
    <Page title={t('report.title')}>
      <header className={css.union}>
        <p>
          <span>{t('report.union')}</span>
          <b>{union?.name ?? t('booth.nobody')}</b>
          {union !== null && asOf !== null && <span>{t('report.asOf', { time: moment(asOf) })}</span>}
        </p>
        <Button
          variant={union === null ? 'filled' : 'default'}
          leftSection={<Icon name="search" />}
          onClick={() => setPicking(true)}
        >
          {t('report.pick')}
        </Button>
      </header>
      {error !== null && <FailureNotice error={error} />}
      {union === null && <Notice icon="paper" what={t('report.none')} />}
      {union !== null && status !== null && (
        <>
          <Deadline deadline={status.deadline} />
          <div className={css.columns}>
            <div>
              <Counted status={status} />
            </div>
            <div>
              <MakeReport union={union.code} />
              <Coverage status={status} />
              <NotReported status={status} />
            </div>
          </div>
        </>
      )}
      {picking && (
        <UnionPicker
          lately={lately}
          current={current}
          onClose={() => setPicking(false)}
          onPick={(picked) => {
            setUnion(picked);
            setPicking(false);
          }}
        />
      )}
    </Page>
  );
}
