import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { UnionView } from '../../preload/contract.ts';
import { ONE_KEY_UNIONS, pickOf } from '../keys.ts';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { Icon } from './icons.tsx';
import { KeyCap } from './KeyCap.tsx';
import { FailureNotice, Notice } from './Notice.tsx';
import { Sheet } from './Sheet.tsx';
import css from './UnionPicker.module.css';
import { pathOf } from './union-path.ts';
import { useUnionSearch } from './use-union-search.ts';

const SHOWN = 30;
/** A digit waits this long before it picks: a code such as 2105 is typed faster than this from key to key, ms. */
const MORE_MS = 300;

interface Props {
  readonly lately: readonly UnionView[];
  readonly current: UnionView | null;
  /** `digitAt`: when one digit picked it, on the clock of events; what follows may be the rest of a code. */
  readonly onPick: (union: UnionView, digitAt?: number) => void;
  readonly onClose: () => void;
}

/** Before the next key can come: a letter typed right after the key that opened this must not be lost. */
const focusAtOnce = (field: HTMLInputElement | null): void => field?.focus();

/**
 * Two keystrokes switch the company: the first opens this, a digit that stays alone picks one of the last nine.
 * Letters search, and so does a digit that another follows: a company's code is never taken for a choice.
 * The field has the focus from the start, so that a Vietnamese input method composes in it undisturbed.
 */
export function UnionPicker({ lately, current, onPick, onClose }: Props) {
  const { t, language } = useWords();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = useUnionSearch(text, SHOWN);
  const [alone, setAlone] = useState<UnionView | null>(null);
  useEffect(() => {
    if (alone === null) return;
    const timer = setTimeout(() => onPick(alone, performance.now()), MORE_MS);
    return () => clearTimeout(timer);
  }, [alone, onPick]);
  const searching = (text.trim() !== '' && alone === null) || lately.length === 0;
  const unions = searching ? (found?.unions ?? []) : lately.slice(0, ONE_KEY_UNIONS);
  const answered = !searching || found?.text === text.trim();
  // A quick Enter means the text as typed, never what the letters before it had found: another company.
  const [hurried, setHurried] = useState(false);
  useEffect(() => {
    if (!hurried || !answered) return;
    setHurried(false);
    if (unions[0] !== undefined) onPick(unions[0]);
  }, [hurried, answered, unions, onPick]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof HTMLButtonElement && event.key !== 'Escape') return;
    // A digit held down says it once.
    if (alone !== null && event.repeat) return event.preventDefault();
    if (alone !== null && event.key === 'Enter') {
      onPick(alone);
      return event.preventDefault();
    }
    setAlone(null);
    const digit = text === '' && !event.shiftKey ? pickOf(event.code) : null;
    const byDigit = digit === null || searching ? undefined : unions[digit];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    // The digit goes into the field all the same: it may be the first of a code.
    if (byDigit !== undefined) return setAlone(byDigit);
    if (step !== undefined) setAt(Math.min(Math.max(at + step, 0), Math.max(unions.length - 1, 0)));
    else if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && !answered) setHurried(true);
    else if (event.key === 'Enter' && unions[at] !== undefined) onPick(unions[at]);
    else return;
    event.preventDefault();
  };

  return (
    <Sheet title={t('picker.title')} onClose={onClose} size="52rem" bare>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the field and of the list it steers */}
      <div className={css.body} onKeyDown={onKeyDown}>
        <TextInput
          data-autofocus
          ref={focusAtOnce}
          aria-label={t('picker.search')}
          placeholder={t('picker.search')}
          leftSection={<Icon name="search" />}
          value={text}
          maxLength={200}
          readOnly={hurried}
          onChange={(event) => {
            setText(event.currentTarget.value);
            if (event.currentTarget.value.length > 1) setAlone(null);
            setAt(0);
            setHurried(false);
          }}
          role="combobox"
          aria-expanded="true"
          aria-controls="union-picker"
          aria-activedescendant={unions[at] === undefined ? undefined : `union-${at}`}
        />
        <div className={css.hint}>
          <p>{searching ? t('picker.hintSearch') : t('picker.hint')}</p>
          <Button variant="default" rightSection={<KeyCap code="Esc" />} onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </div>
        {found?.error && <FailureNotice error={found.error} />}
        {searching && found !== null && found.error === null && unions.length === 0 && (
          <Notice icon="search" what={t('picker.none', { text: text.trim() })} todo={t('picker.noneTodo')} />
        )}
        <h3 className={css.heading} aria-live="polite">
          {!searching && t('picker.recent')}
          {searching &&
            found !== null &&
            unions.length > 0 &&
            (found.total > unions.length
              ? t('picker.first', { shown: unions.length, number: figure(found.total, language) })
              : t('picker.found', { number: figure(found.total, language) }))}
        </h3>
        <div className={css.list} id="union-picker" role="listbox" aria-label={t('picker.title')} tabIndex={-1}>
          {unions.map((union, index) => (
            <Row
              key={union.code}
              union={union}
              id={`union-${index}`}
              digit={searching || index >= ONE_KEY_UNIONS ? null : `Digit${index + 1}`}
              chosen={alone === null ? index === at : union === alone}
              current={union.code === current?.code}
              onPick={() => onPick(union)}
            />
          ))}
        </div>
      </div>
    </Sheet>
  );
}

interface RowProps {
  readonly union: UnionView;
  readonly id: string;
  readonly digit: string | null;
  readonly chosen: boolean;
  readonly current: boolean;
  readonly onPick: () => void;
}

function Row({ union, id, digit, chosen, current, onPick }: RowProps) {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the field keeps the focus and moves the choice (ARIA combobox)
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      className={css.row}
      onClick={onPick}
      ref={(row) => {
        if (chosen) row?.scrollIntoView({ block: 'nearest' });
      }}
    >
      {digit !== null && <KeyCap code={digit} big />}
      <span className={css.names}>
        <span className={css.path}>{pathOf(union)}</span>
        <span className={css.name}>{union.name}</span>
        <span className={css.code}>{t('picker.code', { code: union.code })}</span>
      </span>
      {current && (
        <span className={css.current}>
          <Icon name="tick" size="1.25rem" /> {t('picker.current')}
        </span>
      )}
    </div>
  );
}
