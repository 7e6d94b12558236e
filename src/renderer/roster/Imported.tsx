import type { RosterResult } from '../../preload/contract.ts';
import { Notice } from '../ui/Notice.tsx';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { RefusedRows } from './RosterRows.tsx';
import { Sums } from './Sums.tsx';

/** What came of a file that went in. */
export function Imported({ file, result }: { readonly file: string; readonly result: RosterResult }) {
  const { t, language } = useWords();
  const { added, changed, unchanged, conflicting, conflicts, rejected, rejectedTotal } = result;
  return (
    <>
      <h3>{t('unions.done', { file })}</h3>
      <Sums values={{ added, changed, unchanged, conflicting, rejected: rejectedTotal }} />
      {conflicting > 0 && (
        <Notice icon="shield" what={t(`unions.preview.${conflicts}`, { number: figure(conflicting, language) })} />
      )}
      {rejectedTotal > 0 && (
        <>
          <h3>{t('unions.rejectedTitle')}</h3>
          <p>{t('unions.rejectedLead')}</p>
          <RefusedRows rows={rejected} total={rejectedTotal} />
        </>
      )}
    </>
  );
}
