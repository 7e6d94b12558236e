import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { UnionView } from '../../preload/contract.ts';
import { useKit, useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { pathOf } from '../ui/union-path.ts';
import { useUnionSearch } from '../ui/use-union-search.ts';
import { figure } from '../words/figures.ts';
import { useWords } from '../words/index.ts';
import css from './Unions.module.css';

const SHOWN = 50;

/** Looks a union up with or without accents; what the list says of it; counting for it with one touch. */
export function RosterList({ turn }: { readonly turn: number }) {
  const { t, language } = useWords();
  const [text, setText] = useState('');
  const found = useUnionSearch(text, SHOWN, turn);
  return (
    <Card title={t('unions.search')}>
      <TextInput
        aria-label={t('unions.search')}
        placeholder={t('unions.searchHint')}
        leftSection={<Icon name="search" />}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {found?.error && <FailureNotice error={found.error} />}
      {found !== null && found.error === null && (
        <p role="status">
          {found.total === 0
            ? t('picker.none', { text: text.trim() })
            : t('unions.shown', {
                shown: figure(found.unions.length, language),
                number: figure(found.total, language),
              })}
        </p>
      )}
      {found !== null && found.unions.length > 0 && (
        <div className={css.scroll}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{t('unions.name')}</th>
                <th scope="col" className={css.number}>
                  {t('unions.workers')}
                </th>
                <th scope="col" className={css.number}>
                  {t('unions.members')}
                </th>
                <th scope="col" className={css.number}>
                  {t('unions.smartphones')}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {found.unions.map((union) => (
                <Row key={union.code} union={union} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

function Row({ union }: { readonly union: UnionView }) {
  const { t, language } = useWords();
  const { counting, go } = useSession();
  const current = useKit((state) => state.union?.code === union.code);
  const path = pathOf(union);
  return (
    <tr>
      <th scope="row">
        <small>{path}</small>
        <b>{union.name}</b>
        <small>
          {t('picker.code', { code: union.code })} · {t('unions.level', { level: union.level })}
        </small>
      </th>
      {([union.workers, union.members, union.smartphones] as const).map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three columns in a fixed order
        <td key={index} className={css.number}>
          {value === null ? <small>{t('unions.unknown')}</small> : figure(value, language)}
        </td>
      ))}
      <td className={css.action}>
        {current ? (
          <span className={css.current}>
            <Icon name="tick" size="1.25rem" /> {t('picker.current')}
          </span>
        ) : (
          <Button
            variant="default"
            leftSection={<Icon name="count" />}
            aria-label={t('unions.countFor', { union: union.name })}
            onClick={() => {
              counting.choose(union);
              go('booth');
            }}
          >
            {t('unions.count')}
          </Button>
        )}
      </td>
    </tr>
  );
}
