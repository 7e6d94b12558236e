import { TextInput } from '@mantine/core';
import { useStore } from 'zustand';
import { isFixed, type PaperLine } from '../state/paper.ts';
import { useKit, useSession } from '../state/session.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import { Card } from '../ui/Page.tsx';
import type { Tone } from '../ui/tones.ts';
import { useWords } from '../words/index.ts';
import css from './Paper.module.css';

/** Longest number of people with a slip in it. */
const TYPED_MAX = 12;

/** A field for each outcome, then one for each reason of the outcomes that have them. */
export function PaperLines() {
  const { t, of } = useWords();
  const { paper } = useSession();
  const campaign = useKit((state) => state.campaign);
  const lines = useStore(paper.store, (state) => state.lines);
  if (campaign === null) return null;
  const placed = lines.map((line, place) => ({ line, place }));
  const withReasons = campaign.outcomes.filter(({ code }) =>
    lines.some(({ outcome, reason }) => outcome === code && reason !== null),
  );
  const labelOf = ({ outcome, reason }: PaperLine): string => {
    const named =
      reason === null
        ? campaign.outcomes.find(({ code }) => code === outcome)?.label
        : campaign.reasons.find(({ code }) => code === reason)?.label;
    return named === undefined ? outcome : of(named);
  };
  const fields = (those: typeof placed) => (
    <div className={css.lines}>
      {those.map(({ line, place }) => (
        <Field key={`${line.outcome} ${line.reason}`} line={line} place={place} label={labelOf(line)} />
      ))}
    </div>
  );
  return (
    <>
      <Card title={t('paper.numbers')}>{fields(placed.filter(({ line }) => line.reason === null))}</Card>
      {withReasons.map(({ code, label }) => (
        <Card key={code} title={t('paper.withReason', { outcome: of(label) })}>
          {fields(placed.filter(({ line }) => line.outcome === code && line.reason !== null))}
        </Card>
      ))}
    </>
  );
}

const looks: Readonly<Record<Exclude<PaperLine['at'], 'typed'>, { readonly tone: Tone; readonly icon: IconName }>> = {
  saving: { tone: 'plain', icon: 'clock' },
  saved: { tone: 'good', icon: 'tick' },
  unsure: { tone: 'bad', icon: 'question' },
  refused: { tone: 'bad', icon: 'warning' },
};

function Field({ line, place, label }: { readonly line: PaperLine; readonly place: number; readonly label: string }) {
  const { t, of } = useWords();
  const { paper } = useSession();
  const look = line.at === 'typed' ? null : looks[line.at];
  return (
    <div className={css.line} data-line={line.at}>
      <TextInput
        label={label}
        value={line.typed}
        maxLength={TYPED_MAX}
        inputMode="numeric"
        readOnly={isFixed(line)}
        error={line.error === null ? undefined : `${of(line.error.words.what)} ${of(line.error.words.todo)}`}
        onChange={({ currentTarget }) => paper.type(place, currentTarget.value)}
      />
      {line.at !== 'typed' && look !== null && (
        <span className={css.mark} data-tone={look.tone} role="status">
          <Icon name={look.icon} size="1.25rem" /> {t(`paper.${line.at}`)}
        </span>
      )}
    </div>
  );
}
