import { Button, Modal } from '@mantine/core';
import { reasonsFor } from '../../core/campaign/reasons.ts';
import type { Card } from '../../core/check/card-schema.ts';
import { cardsOfReason } from '../../core/check/cards.ts';
import { TOUCH } from '../state/press-guard.ts';
import { useKit, useSession } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { KeyCap } from '../ui/KeyCap.tsx';
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
    <Modal
      opened
      onClose={counting.close}
      closeOnEscape={false}
      withCloseButton={false}
      size="60rem"
      title={label === undefined ? t('reasons.title') : t('reasons.titleOf', { outcome: of(label) })}
      classNames={{ title: css.title ?? '' }}
    >
      <div className={css.top}>
        <p>
          <b>{union}</b>
          <br />
          {t('reasons.hint')}
        </p>
        <div className={css.actions}>
          {hasCards && (
            <Button
              variant="default"
              rightSection={<KeyCap code={withCards ? 'ArrowLeft' : 'ArrowRight'} />}
              onClick={() => counting.turnReasons(!withCards)}
            >
              {withCards ? t('reasons.withoutCards') : t('reasons.withCards')}
            </Button>
          )}
          <Button variant="default" rightSection={<KeyCap code="Esc" />} onClick={counting.close}>
            {t('app.cancel')}
          </Button>
        </div>
      </div>
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
    </Modal>
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
