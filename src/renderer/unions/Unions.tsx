import { useState } from 'react';
import { Page } from '../ui/Page.tsx';
import { useWords } from '../words/index.ts';
import { RosterImport } from './RosterImport.tsx';
import { RosterList } from './RosterList.tsx';

/** The roster: bringing a list in, and looking a union up. */
export default function Unions() {
  const { t } = useWords();
  const [imports, setImports] = useState(0);
  return (
    <Page title={t('unions.title')} lead={t('unions.lead')}>
      <RosterImport onImported={() => setImports((times) => times + 1)} />
      <RosterList turn={imports} />
    </Page>
  );
}
