import type { Declared as View } from '../../preload/contract.ts';
import { useKit } from '../state/session.ts';
import { FailureNotice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { Table } from '../ui/Table.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { figure, moment } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { Beside } from './CountedBeside.tsx';
import css from './Figures.module.css';
import { FindingList } from './Findings.tsx';
import { KnownNumber } from './KnownNumber.tsx';
import { NumberField } from './NumberField.tsx';
import { SaveBar } from './SaveBar.tsx';
import { useDraft } from './use-draft.ts';

/** What a union reports of itself, key by key, with what was counted beside it and never added to it. */
export function Declared({
  declared,
  onSaved,
}: {
  readonly declared: View;
  readonly onSaved: (declared: View) => void;
}) {
  const { t, of } = useWords();
  const counts = useKit((state) => state.counts);
  const drafting = useDraft(declared, 'figures', onSaved);
  const status = useAsked('status.get', { union: declared.union }, counts);
  return (
    <form
      className={css.stack}
      onSubmit={(event) => {
        event.preventDefault();
        void drafting.save();
      }}
    >
      <FindingList
        union={declared.union}
        findings={declared.findings}
        onAccepted={(findings) => onSaved({ ...declared, findings })}
      />
      {status.error !== null && <FailureNotice error={status.error} />}
      <Card title={t('figures.declared.title')}>
        <p>{t('figures.declared.lead')}</p>
        <Table>
          <thead>
            <tr>
              <th scope="col">{t('figures.declared.figure')}</th>
              <th scope="col">{t('figures.declared.own')}</th>
              <th scope="col">{t('figures.declared.subtree')}</th>
              <th scope="col">{t('figures.declared.beside')}</th>
            </tr>
          </thead>
          <tbody>
            {declared.keys.map(({ key, label }) => (
              <tr key={key}>
                <th scope="row">{of(label)}</th>
                <td>
                  <NumberField declared={declared} drafting={drafting} field={`figures.${key}`} label={of(label)} />
                  <Before own={declared.own[key]} />
                </td>
                <td data-number>
                  <KnownNumber known={declared.subtree[key]} />
                </td>
                <td data-number>
                  <Beside figureKey={key} status={status.value} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Card>
      <SaveBar drafting={drafting} />
    </form>
  );
}

/** Who said the value that stands, when, and what stood before it. */
function Before({ own }: { readonly own: View['own'][string] | undefined }) {
  const { t, language } = useWords();
  if (own === undefined) return null;
  const { by, at, before, note } = own;
  return (
    <small className={css.before}>
      {t('figures.declared.by', { by: by ?? t('figures.history.nobody'), at: moment(at) })}
      {before !== null && ` · ${t('figures.declared.before', { value: figure(before, language) })}`}
      {note !== null && ` · ${t('figures.declared.note', { note })}`}
    </small>
  );
}
