import { Textarea } from '@mantine/core';
import { TEXT_MAX } from '../../core/base/limits.ts';
import { declaredTexts } from '../../core/figures/declared.ts';
import type { Declared } from '../../preload/contract.ts';
import { Card } from '../ui/Page.tsx';
import { Table } from '../ui/Table.tsx';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { standing } from './declared-draft.ts';
import css from './Figures.module.css';
import { KnownNumber } from './KnownNumber.tsx';
import { NumberField } from './NumberField.tsx';
import { SaveBar } from './SaveBar.tsx';
import { type Drafting, useDraft } from './use-draft.ts';

/** Outreach form by form, each with its unit and the people reached, and what the union says in words. */
export function Outreach({
  declared,
  onSaved,
}: {
  readonly declared: Declared;
  readonly onSaved: (declared: Declared) => void;
}) {
  const { t, of } = useWords();
  const drafting = useDraft(declared, 'outreach', onSaved);
  return (
    <form
      className={css.stack}
      onSubmit={(event) => {
        event.preventDefault();
        void drafting.save();
      }}
    >
      <Card title={t('figures.outreach.texts')}>
        <div className={css.texts}>
          {declaredTexts.map((topic) => (
            <Text key={topic} topic={topic} declared={declared} drafting={drafting} />
          ))}
        </div>
      </Card>
      <Card title={t('figures.outreach.title')}>
        <p>{t('figures.outreach.lead')}</p>
        <Table>
          <thead>
            <tr>
              <th scope="col">{t('figures.outreach.form')}</th>
              <th scope="col">{t('figures.outreach.quantity')}</th>
              <th scope="col">{t('figures.outreach.people')}</th>
              <th scope="col">{t('figures.outreach.subtree')}</th>
            </tr>
          </thead>
          <tbody>
            {declared.outreach.map(({ form, label, unit, subtree }) => (
              <tr key={form}>
                <th scope="row">
                  {of(label)} <small>{of(unit)}</small>
                </th>
                {(['quantity', 'people'] as const).map((side) => (
                  <td key={side}>
                    <NumberField
                      declared={declared}
                      drafting={drafting}
                      field={`outreach.${form}.${side}`}
                      label={`${of(label)}: ${t(`figures.outreach.${side}`)}`}
                    />
                  </td>
                ))}
                <td className={css.number}>
                  <KnownNumber known={subtree.quantity} />
                  {subtree.people.value !== null && <People number={subtree.people.value} />}
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

function People({ number }: { readonly number: number }) {
  const { t, language } = useWords();
  return <small>{t('figures.outreach.peopleOf', { number: figure(number, language) })}</small>;
}

interface TextProps {
  readonly topic: (typeof declaredTexts)[number];
  readonly declared: Declared;
  readonly drafting: Drafting;
}

function Text({ topic, declared, drafting: { draft, type, refusal, refused } }: TextProps) {
  const { t, of } = useWords();
  const field = `texts.${topic}`;
  return (
    <Textarea
      size="md"
      styles={{ error: { color: 'var(--bad-deep)' } }}
      label={t(`figures.outreach.${topic}`)}
      placeholder={t('figures.notReported')}
      rows={3}
      maxLength={TEXT_MAX}
      value={draft[field] ?? standing(declared, field)}
      data-field={field}
      error={refused === field && refusal !== null ? `${of(refusal.words.what)} ${of(refusal.words.todo)}` : null}
      onChange={(event) => type(field, event.currentTarget.value)}
    />
  );
}
