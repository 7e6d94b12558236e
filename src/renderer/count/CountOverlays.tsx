import { useStore } from 'zustand';
import { useKit, useSession } from '../state/session.ts';
import { UnionPicker } from '../ui/UnionPicker.tsx';
import { CountSheet } from './CountSheet.tsx';
import { OperatorSheet } from './OperatorSheet.tsx';
import { RadioSheet } from './RadioSheet.tsx';
import { ReasonSheet } from './ReasonSheet.tsx';

/** What lies over the counting screens while it is answered. */
export function CountOverlays() {
  const { counting } = useSession();
  const overlay = useStore(counting.store, (state) => state.overlay);
  const asking = useStore(counting.store, (state) => state.asking);
  const sheet = useStore(counting.store, (state) => state.sheet);
  const lately = useKit((state) => state.lately);
  const union = useKit((state) => state.union);
  if (overlay === 'unions') {
    return <UnionPicker lately={lately} current={union} onPick={counting.choose} onClose={counting.close} />;
  }
  if (overlay === 'radio') return <RadioSheet />;
  if (overlay === 'operators') return <OperatorSheet />;
  if (sheet !== null) return <CountSheet minus={overlay === 'minus'} start={sheet} />;
  return asking === null ? null : <ReasonSheet outcome={asking.outcome} union={asking.union.name} />;
}
