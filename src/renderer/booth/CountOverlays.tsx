import { useKit, useSession } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { UnionPicker } from '../ui/UnionPicker.tsx';
import { RadioSheet } from './RadioSheet.tsx';
import { ReasonSheet } from './ReasonSheet.tsx';

/** What lies over the counting screens while it is answered. */
export function CountOverlays() {
  const { counting } = useSession();
  const overlay = useStore(counting.store, (state) => state.overlay);
  const asking = useStore(counting.store, (state) => state.asking);
  const lately = useKit((state) => state.lately);
  const union = useKit((state) => state.union);
  if (overlay === 'unions') {
    return <UnionPicker lately={lately} current={union} onPick={counting.choose} onClose={counting.close} />;
  }
  if (overlay === 'radio') return <RadioSheet />;
  return asking === null ? null : <ReasonSheet outcome={asking.outcome} union={asking.union.name} />;
}
