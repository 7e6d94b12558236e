import { Button } from '@mantine/core';
import { shortDate } from '../../core/base/day.ts';
import type { UnionView } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';
import { Notice } from '../ui/Notice.tsx';
import { useWords } from '../words/index.ts';

/** What a reader must know before any number of this union: closed, merged, or listed for cooperation. */
export function Standing({ union }: { readonly union: UnionView }) {
  const { t } = useWords();
  const { openUnion } = useSession();
  const { closed, to, successor, coordinated, owner } = union;
  const other = successor ?? owner;
  const said = [
    ...(closed && to !== null ? [t('unions.page.closedSince', { day: shortDate(to) })] : []),
    ...(successor === null ? [] : [t('unions.page.mergedInto', { union: successor.name })]),
  ].join('. ');
  const cooperation =
    owner === null ? t('unions.page.coordinated') : t('unions.page.coordinatedOwner', { union: owner.name });
  if (said === '' && !coordinated) return null;
  return (
    <Notice
      tone="warn"
      what={said === '' ? cooperation : said}
      {...(said !== '' && coordinated ? { todo: cooperation } : {})}
    >
      {other !== null && (
        <Button variant="default" onClick={() => openUnion(other.code)}>
          {t('unions.page.open', { union: other.name })}
        </Button>
      )}
    </Notice>
  );
}
