import { Button, Modal } from '@mantine/core';
import { TOUCH } from '../state/press-guard.ts';
import { useKit, useSession } from '../state/session.ts';
import { KeyCap } from '../ui/KeyCap.tsx';
import { useWords } from '../words/index.ts';
import css from './ReasonSheet.module.css';
import { reasonsFor } from './reasons.ts';

/** Reasons that one digit can reach: 1 to 9, then 0. */
const ONE_KEY = 10;

/** Asks why, with the booth's next move under each answer. Nothing is counted until one is picked. */
export function ReasonSheet({ outcome, union }: { readonly outcome: string; readonly union: string }) {
  const { t, of } = useWords();
  const { counting } = useSession();
  const campaign = useKit((state) => state.campaign);
  const label = campaign?.outcomes.find(({ code }) => code === outcome)?.label;
  const reasons = campaign === null ? [] : reasonsFor(campaign, outcome);
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
        <Button variant="default" rightSection={<KeyCap code="Esc" />} onClick={counting.close}>
          {t('app.cancel')}
        </Button>
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
              <small>{of(reason.advice)}</small>
            </span>
          </button>
        ))}
      </div>
    </Modal>
  );
}
