import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { reasonsFor } from '../../core/campaign/reasons.ts';
import type { Card } from '../../core/check/card-schema.ts';
import { cardsOfReason } from '../../core/check/cards.ts';
import { TOUCH } from '../state/press-guard.ts';
import { useKit, useSession } from '../state/session.ts';
import { KeyCap } from '../ui/KeyCap.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useWords } from '../words/index.ts';
import css from './ReasonSheet.module.css';

/** Reasons that one digit can reach: 1 to 9, then 0. */
const ONE_KEY = 10;

/** Asks why, with the booth's next move under each answer. Nothing is counted until one is picked. */
export function ReasonSheet({ outcome, union }: { readonly outcome: string; readonly union: string }) {
  const { t, of } = useWords();
  const { counting } = useSession();
  const campaign = useKit((state) => state.campaign);
  const label = campaign?.outcomes.find(({ code }) => code === outcome)?.label;
  const reasons = campaign === null ? [] : reasonsFor(campaign, outcome);
  const withCards = useStore(counting.store, (state) => state.withCards);
  const cardsOf = (reason: string) => cardsOfReason(campaign?.cards ?? [], reason);
  const hasCards = reasons.some(({ code }) => cardsOf(code).length > 0);
  return (
    <Sheet
      title={label === undefined ? t('reasons.title') : t('reasons.titleOf', { outcome: of(label) })}
      onClose={counting.close}
      lead={
        <p>
          <b>{union}</b>
          <br />
          {t('reasons.hint')}
        </p>
      }
      beside={
        hasCards && (
          <Button
            variant="default"
            rightSection={<KeyCap code={withCards ? 'ArrowLeft' : 'ArrowRight'} />}
            onClick={() => counting.turnReasons(!withCards)}
          >
            {withCards ? t('reasons.withoutCards') : t('reasons.withCards')}
          </Button>
        )
      }
    >
      <div className={css.reasons}>
        {reasons.map((reason, index) => (
          <button
            key={reason.code}
            type="button"
            className={css.reason}
            onClick={(event) => counting.isFresh(TOUCH, event.timeStamp) && counting.reason(reason.code)}
          >
            {index < ONE_KEY && <KeyCap code={`Digit${(index + 1) % 10}`} big />}
            <span>
              <b>{of(reason.label)}</b>
              {withCards && cardsOf(reason.code).length > 0 ? (
                cardsOf(reason.code).map((card) => <CardLine key={card.code} card={card} />)
              ) : (
                <small>{of(reason.advice)}</small>
              )}
            </span>
          </button>
        ))}
      </div>
    </Sheet>
  );
}

/** One thing to try, with the kind of phone where it is for one kind alone. */
function CardLine({ card }: { readonly card: Card }) {
  const { t, of } = useWords();
  const [kind, more] = card.platforms;
  return (
    <small>
      {kind !== undefined && more === undefined && <b>{t(`check.platform.${kind}`)}: </b>}
      {of(card.step)}
    </small>
  );
}
