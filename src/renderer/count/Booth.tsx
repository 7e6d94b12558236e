import { Button } from '@mantine/core';
import { useKit, useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { pathOf } from '../ui/union-path.ts';
import { useWords } from '../words/index.ts';
import css from './Booth.module.css';
import { DutyBar } from './DutyBar.tsx';
import { OpenUnions } from './OpenUnions.tsx';
import { OutcomeGrid } from './OutcomeGrid.tsx';
import { SayLine } from './SayLine.tsx';
import { Tallied } from './Tallied.tsx';

/** The counting table: whose people, what came of each, how many so far, and how to take one back. */
export function Booth() {
  return (
    <div className={css.booth}>
      <div className={css.top}>
        <UnionHeader />
        <OpenUnions />
      </div>
      <div className={css.work}>
        <OutcomeGrid />
        <Tallied />
      </div>
      <DutyBar />
      <SayLine />
    </div>
  );
}

function UnionHeader() {
  const { t } = useWords();
  const { counting } = useSession();
  const union = useKit((state) => state.union);
  return (
    <header className={css.header}>
      <div className={css.names}>
        <p className={css.path}>{union === null ? t('booth.nobodyText') : pathOf(union)}</p>
        <h1 className={css.name} data-length={lengthOf(union?.name ?? '')} title={union?.name}>
          {union?.name ?? t('booth.nobody')}
        </h1>
      </div>
      <Button
        size="xl"
        variant={union === null ? 'filled' : 'default'}
        className={css.switch ?? ''}
        leftSection={<Icon name={union === null ? 'search' : 'swap'} />}
        rightSection={<KeyCap code="Period" />}
        aria-keyshortcuts="."
        onClick={counting.showUnions}
      >
        {union === null ? t('booth.choose') : t('booth.switch')}
      </Button>
    </header>
  );
}

/** Names of 150 characters and more exist: the longer, the smaller, so that the whole name stands there. */
function lengthOf(name: string): 'short' | 'medium' | 'long' | 'endless' {
  if (name.length <= 42) return 'short';
  if (name.length <= 80) return 'medium';
  return name.length <= 130 ? 'long' : 'endless';
}
