import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { never } from '../../core/base/result.ts';
import type { Declared as DeclaredView } from '../../preload/contract.ts';
import { Declared } from '../figures/Declared.tsx';
import { Findings } from '../figures/Findings.tsx';
import { History } from '../figures/History.tsx';
import { Outreach } from '../figures/Outreach.tsx';
import { Totals } from '../figures/Totals.tsx';
import { useKit, useSession } from '../state/session.ts';
import { type UnionPart, type UnionPlace, unionParts } from '../state/session-state.ts';
import { Icon } from '../ui/icons.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { FailureNotice } from '../ui/Notice.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { useWords } from '../words/index.ts';
import { About, type Seen } from './About.tsx';
import { Standing } from './Standing.tsx';
import css from './UnionPage.module.css';

/** Everything about one union, part by part. New counts of any booth ask again. */
export function UnionPage({ place: { union: code, part } }: { readonly place: UnionPlace }) {
  const { t } = useWords();
  const { openUnion, closeUnion, counting, go } = useSession();
  const counts = useKit((state) => state.counts);
  const chosen = useKit((state) => state.union?.code === code);
  const seen = useAsked('union.get', { union: code }, counts);
  const declared = useAsked('declared.get', { union: code }, counts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const union = seen.value?.union;
  const open = declared.value?.findings.filter(({ accepted }) => accepted === null).length ?? 0;

  return (
    <div className={css.page}>
      <header className={css.head}>
        <Button variant="default" rightSection={<KeyCap code="Esc" />} onClick={closeUnion}>
          {t('unions.page.back')}
        </Button>
        <div className={css.name}>
          <p>
            {seen.value?.above
              .map(({ name }) => name)
              .toReversed()
              .slice(1)
              .join(' › ')}
          </p>
          <h1 ref={heading} tabIndex={-1}>
            {union?.name ?? code}
          </h1>
          <p>
            {t('picker.code', { code })}
            {union !== undefined && ` · ${t('unions.level', { level: union.level })}`}
            {union !== undefined &&
              union.aliases.length > 0 &&
              ` · ${t('unions.formerly', { names: union.aliases.join('; ') })}`}
          </p>
        </div>
        {union !== undefined && !chosen && !union.closed && (
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
      </header>
      <Tabs
        label={t('unions.page.parts')}
        current={part}
        onGo={(one) => openUnion(code, one)}
        tabs={unionParts.map((key) => ({
          key,
          label: t(`unions.page.${key}`),
          ...(key === 'findings' ? { open } : {}),
        }))}
      />
      {seen.error !== null && <FailureNotice error={seen.error} />}
      {declared.error !== null && seen.error === null && <FailureNotice error={declared.error} />}
      {union !== undefined && <Standing union={union} />}
      {seen.value !== null && declared.value !== null && (
        <Part part={part} seen={seen.value} declared={declared.value} onDeclared={declared.put} />
      )}
    </div>
  );
}

interface PartProps {
  readonly part: UnionPart;
  readonly seen: Seen;
  readonly declared: DeclaredView;
  /** What stands after a save, before the kit is asked again. */
  readonly onDeclared: (declared: DeclaredView) => void;
}

function Part({ part, seen, declared, onDeclared }: PartProps) {
  switch (part) {
    case 'about':
      return <About seen={seen} />;
    case 'totals':
      return <Totals union={declared.union} />;
    case 'figures':
      return <Declared declared={declared} onSaved={onDeclared} />;
    case 'outreach':
      return <Outreach declared={declared} onSaved={onDeclared} />;
    case 'findings':
      return (
        <Findings
          union={declared.union}
          findings={declared.findings}
          onAccepted={(findings) => onDeclared({ ...declared, findings })}
        />
      );
    case 'history':
      return <History union={declared.union} />;
    default:
      return never(part);
  }
}
