import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { DAY_START_MAX, twoDigits } from '../../core/base/day.ts';
import type { WireFailure } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';
import { FailureNotice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { useWords } from '../words/index.ts';

/** When a working day begins, with what that means for somebody who is counted in the small hours. */
export function DayStart() {
  const { t } = useWords();
  const { duty } = useSession();
  const hour = useStore(duty.store, (state) => state.settings?.dayStart ?? 0);
  const [error, setError] = useState<WireFailure | null>(null);
  const hours = Array.from({ length: DAY_START_MAX + 1 }, (_, value) => ({
    value: String(value),
    label: value === 0 ? t('shift.midnight') : t('shift.dayStartAt', { hour: value }),
  }));
  return (
    <Card title={t('shift.dayStart')}>
      <NativeSelect
        size="lg"
        aria-label={t('shift.dayStart')}
        data={hours}
        value={String(hour)}
        onChange={({ currentTarget }) => void duty.set({ dayStart: Number(currentTarget.value) }).then(setError)}
      />
      <p role="status">
        {hour === 0 ? t('shift.dayStartPlain') : t('shift.dayStartText', { hour, early: `${twoDigits(hour - 1)}:30` })}
      </p>
      {error !== null && <FailureNotice error={error} />}
    </Card>
  );
}
