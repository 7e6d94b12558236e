import { Button, SegmentedControl } from '@mantine/core';
import type { Card } from '../../core/check/card-schema.ts';
import { cardsFor } from '../../core/check/cards.ts';
import { type Platform, platforms } from '../../core/check/verdict.ts';
import type { CheckResult } from '../../preload/contract.ts';
import { because } from '../state/card-reason.ts';
import { TOUCH } from '../state/press-guard.ts';
import { useKit, useSession } from '../state/session.ts';
import { KeyCap } from '../ui/KeyCap.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useWords } from '../words/index.ts';
import css from './CardsSheet.module.css';

interface Props {
  readonly result: CheckResult;
  /** Which the cards are for: the laptop's guess, or what the operator sees in the hand. */
  readonly platform: Platform;
}

/** What to try, in order, after a verdict that is no pass; each card can be named as the reason with its digit. */
export function CardsSheet({ result, platform }: Props) {
  const { t } = useWords();
  const { checking } = useSession();
  const all = useKit((state) => state.campaign?.cards ?? null);
  const union = useKit((state) => state.union);
  const cards = cardsFor(all ?? [], { ...result, platform });
  return (
    <Sheet title={t('check.cards.title')} onClose={checking.closeCards} size="86rem" bare>
      <div className={css.top}>
        <div className={css.phone}>
          <KeyCap code="ArrowLeft" />
          <SegmentedControl
            size="lg"
            aria-label={t('check.cards.phone')}
            value={platform}
            onChange={(value) => checking.turnCards(value as Platform)}
            data={platforms.map((value) => ({ value, label: t(`check.platform.${value}`) }))}
          />
          <KeyCap code="ArrowRight" />
        </div>
        <p>
          {t('check.cards.hint')} <b>{union === null ? '' : t('check.cards.countedFor', { union: union.name })}</b>
        </p>
      </div>
      <ol className={css.cards}>
        {cards.map((card, index) => (
          <CardShown key={card.code} card={card} number={index + 1} />
        ))}
      </ol>
      <p className={css.actions}>
        <Button data-autofocus rightSection={<KeyCap code="NumpadMultiply" />} onClick={checking.start}>
          {t('check.cards.fixed')}
        </Button>
        <Button variant="default" rightSection={<KeyCap code="Esc" />} onClick={checking.closeCards}>
          {t('app.cancel')}
        </Button>
      </p>
    </Sheet>
  );
}

function CardShown({ card, number }: { readonly card: Card; readonly number: number }) {
  const { t, of } = useWords();
  const session = useSession();
  const reason = useKit((state) => state.campaign?.reasons.find(({ code }) => code === card.reason));
  return (
    <li className={css.card}>
      <span className={css.number} aria-hidden="true">
        {reason === undefined ? number : <KeyCap code={`Digit${number}`} big />}
      </span>
      <div className={css.words}>
        <p>
          <b>{of(card.step)}</b>
        </p>
        <p className={css.look}>{of(card.look)}</p>
      </div>
      {reason === undefined ? (
        <p className={css.none}>{t('check.cards.noReason')}</p>
      ) : (
        <button
          type="button"
          className={css.reason}
          onClick={(event) => session.counting.isFresh(TOUCH, event.timeStamp) && because(session, card)}
        >
          <b>{t('check.cards.reason')}</b> <small>{of(reason.label)}</small>
        </button>
      )}
    </li>
  );
}
