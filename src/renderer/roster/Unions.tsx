import { useRef, useState } from 'react';
import { useKit } from '../state/session.ts';
import { Page } from '../ui/Page.tsx';
import { useWords } from '../words/index.ts';
import { RosterImport } from './RosterImport.tsx';
import { RosterList } from './RosterList.tsx';
import { UnionPage } from './UnionPage.tsx';

/** The roster: bringing a list in, looking a union up, and the page of one union. */
export default function Unions() {
  const { t } = useWords();
  const place = useKit((state) => state.unionPlace);
  const [imports, setImports] = useState(0);
  const [text, setText] = useState('');
  const left = useRef<string>(null);
  if (place !== null) {
    left.current = place.union;
    return <UnionPage key={place.union} place={place} />;
  }
  return (
    <Page title={t('unions.title')} lead={t('unions.lead')}>
      <RosterImport onImported={() => setImports((times) => times + 1)} />
      <RosterList turn={imports} text={text} onText={setText} back={left.current} />
    </Page>
  );
}
