import { Button, SegmentedControl } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { RosterPreview } from '../../preload/contract.ts';
import { Icon } from '../ui/icons.tsx';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { AddedRows, ChangedRows, RefusedRows } from './RosterRows.tsx';
import { Sums } from './Sums.tsx';
import css from './Unions.module.css';

const kinds = ['conflicting', 'rejected', 'doubtful', 'changed', 'added'] as const;
type Kind = (typeof kinds)[number];

interface Props {
  readonly file: string;
  readonly preview: RosterPreview;
  readonly applying: boolean;
  readonly onApply: (conflicts: 'keep' | 'take') => void;
  readonly onCancel: () => void;
}

/** What a file would do to the list, kind by kind, what needs a person first. Nothing is in yet. */
export function Preview({ file, preview, applying, onApply, onCancel }: Props) {
  const { t, language } = useWords();
  const totals: Readonly<Record<Kind, number>> = {
    conflicting: preview.conflicting,
    rejected: preview.rejectedTotal,
    doubtful: preview.doubtfulTotal,
    changed: preview.changed,
    added: preview.added,
  };
  const there = kinds.filter((kind) => totals[kind] > 0);
  const [kind, setKind] = useState<Kind | undefined>(there[0]);
  const [conflicts, setConflicts] = useState<'keep' | 'take'>('keep');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { added, changed, unchanged, conflicting, rejectedTotal: rejected } = preview;
  const goesIn = added + changed + (conflicts === 'take' ? conflicting : 0);

  return (
    <section className={css.outcome} aria-labelledby="roster-preview">
      <h3 id="roster-preview" ref={heading} tabIndex={-1}>
        {t('unions.preview.title', { file })}
      </h3>
      <p>{added + changed + conflicting === 0 ? t('unions.preview.nothing') : t('unions.preview.lead')}</p>
      <Sums values={{ added, changed, unchanged, conflicting, rejected }} />
      {conflicting > 0 && (
        <div className={css.conflicts}>
          <p id="roster-conflicts">{t('unions.preview.conflictsLead', { number: figure(conflicting, language) })}</p>
          <SegmentedControl
            size="lg"
            aria-labelledby="roster-conflicts"
            value={conflicts}
            onChange={(value) => setConflicts(value as 'keep' | 'take')}
            data={(['keep', 'take'] as const).map((value) => ({ value, label: t(`unions.preview.${value}`) }))}
          />
        </div>
      )}
      <div className={css.actions}>
        <Button
          leftSection={<Icon name="tick" />}
          loading={applying}
          disabled={goesIn === 0}
          onClick={() => onApply(conflicts)}
        >
          {t('unions.preview.apply')}
        </Button>
        <Button variant="default" disabled={applying} onClick={onCancel}>
          {t('unions.preview.cancel')}
        </Button>
      </div>
      {there.length > 0 && (
        <div className={css.kinds}>
          {there.map((one) => (
            <button key={one} type="button" aria-pressed={one === kind} onClick={() => setKind(one)}>
              {t(`unions.${one}`)} <b>{figure(totals[one], language)}</b>
            </button>
          ))}
        </div>
      )}
      {kind === 'conflicting' && <ChangedRows rows={preview.conflictingRows} total={conflicting} />}
      {kind === 'changed' && <ChangedRows rows={preview.changedRows} total={changed} />}
      {kind === 'added' && <AddedRows rows={preview.addedRows} total={added} />}
      {kind === 'rejected' && (
        <>
          <h4>{t('unions.rejectedTitle')}</h4>
          <p>{t('unions.rejectedLead')}</p>
          <RefusedRows rows={preview.rejected} total={rejected} />
        </>
      )}
      {kind === 'doubtful' && (
        <>
          <p>{t('unions.preview.doubtfulLead')}</p>
          <RefusedRows rows={preview.doubtful} total={preview.doubtfulTotal} />
        </>
      )}
    </section>
  );
}
