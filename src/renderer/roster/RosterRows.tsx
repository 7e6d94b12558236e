import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { shortDate } from '../../core/base/day.ts';
import type { RosterPreview, RosterResult } from '../../preload/contract.ts';
import { Table } from '../ui/Table.tsx';
import { figure, moment } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Unions.module.css';

/** Rows put on the glass at once: a file of 130,000 must not fill it with them. */
const STEP = 100;

interface TableProps<R> {
  readonly heads: readonly string[];
  readonly rows: readonly R[];
  /** How many there are beyond those that were handed over. */
  readonly total: number;
  readonly row: (row: R) => ReactNode;
}

/** A table that grows by a hundred rows when asked, and says how many there are. */
function RosterTable<R>({ heads, rows, total, row }: TableProps<R>) {
  const { t, language } = useWords();
  const [shown, setShown] = useState(STEP);
  const left = Math.min(STEP, rows.length - shown);
  return (
    <>
      <Table named={heads.join(', ')}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.slice(0, shown).map(row)}</tbody>
      </Table>
      {total > Math.min(shown, rows.length) && (
        <p className={css.more}>
          {t('unions.preview.cut', {
            shown: figure(Math.min(shown, rows.length), language),
            number: figure(total, language),
          })}
          {left > 0 && (
            <Button variant="default" onClick={() => setShown(shown + STEP)}>
              {t('unions.preview.more', { number: figure(left, language) })}
            </Button>
          )}
        </p>
      )}
    </>
  );
}

type Kind<K extends 'addedRows' | 'changedRows' | 'conflictingRows'> = RosterPreview[K][number];

export function AddedRows({ rows, total }: { readonly rows: readonly Kind<'addedRows'>[]; readonly total: number }) {
  const { t } = useWords();
  const heads = [t('unions.name'), t('unions.field.level'), t('unions.preview.above')];
  return (
    <RosterTable
      heads={heads}
      rows={rows}
      total={total}
      row={({ code, name, level, parent }) => (
        <tr key={code}>
          <Named code={code} name={name} />
          <td>{level}</td>
          <td>{parent ?? t('unions.preview.empty')}</td>
        </tr>
      )}
    />
  );
}

/** Changed rows field by field; rows in conflict say why as well. */
export function ChangedRows({
  rows,
  total,
}: {
  readonly rows: readonly (Kind<'changedRows'> & Partial<Pick<Kind<'conflictingRows'>, 'reason' | 'at'>>)[];
  readonly total: number;
}) {
  const { t } = useWords();
  const heads = [t('unions.row'), t('unions.name'), t('unions.preview.change')];
  return (
    <RosterTable
      heads={heads}
      rows={rows}
      total={total}
      row={({ row, code, name, changes, reason, at }) => (
        <tr key={code}>
          <td data-number>{row}</td>
          <Named code={code} name={name}>
            {reason !== undefined && at !== undefined && <em>{t(`unions.preview.${reason}`, { at: moment(at) })}</em>}
          </Named>
          <td>
            <ul>
              {changes.map((change) => (
                <Change key={change.field} {...change} />
              ))}
            </ul>
          </td>
        </tr>
      )}
    />
  );
}

function Change({ field, from, to }: Kind<'changedRows'>['changes'][number]) {
  const { t, language } = useWords();
  const said = (value: string | number | null): string => {
    if (value === null) return t('unions.preview.empty');
    if (field === 'coordinated') return t('unions.preview.yes');
    if (typeof value === 'number') return figure(value, language);
    return field === 'from' || field === 'to' ? shortDate(value) : value;
  };
  return (
    <li>
      {t(`unions.field.${field as 'name'}`)}: <s>{said(from)}</s> → <b>{said(to)}</b>
    </li>
  );
}

export function RefusedRows({ rows, total }: { readonly rows: RosterResult['rejected']; readonly total: number }) {
  const { t, of } = useWords();
  const heads = [t('unions.row'), t('unions.why'), t('unions.todo')];
  return (
    <RosterTable
      heads={heads}
      rows={rows}
      total={total}
      row={({ row, code, words }) => (
        <tr key={`${row} ${code}`}>
          <td data-number>{row}</td>
          <td>{of(words.what)}</td>
          <td>{of(words.todo)}</td>
        </tr>
      )}
    />
  );
}

function Named({
  code,
  name,
  children,
}: {
  readonly code: string;
  readonly name: string;
  readonly children?: ReactNode;
}) {
  const { t } = useWords();
  return (
    <th scope="row">
      <b>{name}</b>
      <small>{t('picker.code', { code })}</small>
      {children}
    </th>
  );
}
