import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { UnionView } from '../../preload/contract.ts';
import { useKit, useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { Table } from '../ui/Table.tsx';
import { pathOf } from '../ui/union-path.ts';
import { useUnionSearch } from '../ui/use-union-search.ts';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Unions.module.css';

const SHOWN = 50;
const OPENERS = 'button[data-union]';

interface Props {
  readonly turn: number;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The union whose page was open before: the focus goes back to its row. */
  readonly back: string | null;
}

/** Looks a union up with or without accents; Enter opens its page, one touch counts for it. */
export function RosterList({ turn, text, onText, back }: Props) {
  const { t, language } = useWords();
  const { openUnion } = useSession();
  const found = useUnionSearch(text, SHOWN, turn);
  const box = useRef<HTMLDivElement>(null);
  const returned = useRef(back === null);
  // A quick Enter means the text as typed, never what the letters before it had found.
  const [hurried, setHurried] = useState(false);
  const answered = found?.text === text.trim();
  useEffect(() => {
    if (!hurried || !answered) return;
    setHurried(false);
    const first = found?.unions[0];
    if (first !== undefined) openUnion(first.code);
  }, [hurried, answered, found, openUnion]);
  useEffect(() => {
    if (returned.current || found === null) return;
    returned.current = true;
    box.current?.querySelector<HTMLElement>(`button[data-union="${CSS.escape(back ?? '')}"]`)?.focus();
  }, [found, back]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      setHurried(true);
      return event.preventDefault();
    }
    if (step === undefined || box.current === null) return;
    const openers = [...box.current.querySelectorAll<HTMLElement>(OPENERS)];
    const at = openers.indexOf(document.activeElement as HTMLElement) + step;
    const field = box.current.querySelector<HTMLElement>('input');
    (at < 0 ? field : openers[Math.min(at, openers.length - 1)])?.focus();
    event.preventDefault();
  };

  return (
    <Card title={t('unions.search')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows lead from the field to the rows and back */}
      <div className={css.outcome} ref={box} onKeyDown={onKeyDown}>
        <TextInput
          aria-label={t('unions.search')}
          placeholder={t('unions.searchHint')}
          leftSection={<Icon name="search" />}
          value={text}
          maxLength={200}
          onChange={(event) => {
            setHurried(false);
            onText(event.currentTarget.value);
          }}
        />
        {found?.error && <FailureNotice error={found.error} />}
        {found !== null && found.error === null && (
          <p role="status">
            {found.total === 0
              ? t('picker.none', { text: text.trim() })
              : `${t('unions.shown', {
                  shown: figure(found.unions.length, language),
                  number: figure(found.total, language),
                })}. ${t('unions.searchKeys')}`}
          </p>
        )}
        {found !== null && found.unions.length > 0 && (
          <Table named={t('unions.title')}>
            <thead>
              <tr>
                <th scope="col">{t('unions.name')}</th>
                {(['workers', 'members', 'smartphones'] as const).map((key) => (
                  <th key={key} scope="col" data-number>
                    {t(`unions.${key}`)}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {found.unions.map((union) => (
                <Row key={union.code} union={union} />
              ))}
            </tbody>
          </Table>
        )}
      </div>
    </Card>
  );
}

function Row({ union }: { readonly union: UnionView }) {
  const { t, language } = useWords();
  const { counting, go, openUnion } = useSession();
  const current = useKit((state) => state.union?.code === union.code);
  return (
    <tr>
      <th scope="row">
        <button type="button" className={css.opener} data-union={union.code} onClick={() => openUnion(union.code)}>
          <small>{pathOf(union)}</small>
          <b>{union.name}</b>
          <small>
            {t('picker.code', { code: union.code })} · {t('unions.level', { level: union.level })}
            {union.closed && ` · ${t('unions.closed')}`}
            {union.coordinated && ` · ${t('unions.coordinated')}`}
          </small>
          {union.aliases.length > 0 && <small>{t('unions.formerly', { names: union.aliases.join('; ') })}</small>}
        </button>
      </th>
      {(['workers', 'members', 'smartphones'] as const).map((key) => (
        <td key={key} data-number>
          {union[key] === null ? <small>{t('unions.unknown')}</small> : figure(union[key], language)}
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
