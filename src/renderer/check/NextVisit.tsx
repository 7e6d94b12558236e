import { NativeSelect } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { type Visit, visits } from '../../core/practice/visits.ts';
import { useKit, useSession } from '../state/session.ts';
import { useWords } from '../words/index.ts';
import css from './NextVisit.module.css';

const QUEUE = '';

/** Practice only: who comes to the booth at the next check, so that every verdict can be met on purpose. */
export function NextVisit() {
  const { t } = useWords();
  const { kit } = useSession();
  const practice = useKit((state) => state.about?.world === 'practice');
  const [visit, setVisit] = useState<Visit | null>(null);
  const chosen = useRef(false);
  useEffect(() => {
    if (!practice) return;
    let here = true;
    void kit.request('practice.next', {}).then((reply) => {
      if (here && !chosen.current && reply.ok) setVisit(reply.value.visit);
    });
    return () => {
      here = false;
    };
  }, [kit, practice]);
  if (!practice) return null;
  const choose = (value: string) => {
    const wanted = visits.find((one) => one === value) ?? null;
    chosen.current = true;
    // The list moves with the arrow keys, faster than answers come: a late one must not set it back.
    setVisit(wanted);
    void kit.request('practice.next', { visit: wanted });
  };
  return (
    <NativeSelect
      size="lg"
      className={css.next ?? ''}
      label={t('check.practice.next')}
      value={visit ?? QUEUE}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      data={[
        { value: QUEUE, label: t('check.practice.queue') },
        ...visits.map((value) => ({ value, label: t(`check.practice.visit.${value}`) })),
      ]}
    />
  );
}
