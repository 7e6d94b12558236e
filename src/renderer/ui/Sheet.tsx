import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/index.ts';
import { KeyCap } from './KeyCap.tsx';
import css from './Sheet.module.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly size?: string;
  /** What stands between the title and the way out. */
  readonly lead?: ReactNode;
  /** Buttons beside the way out. */
  readonly beside?: ReactNode;
  /** What the way out says; without it, "cancel". */
  readonly leave?: string;
  /** The way out has the focus when the sheet opens, because nothing else in it takes keys at once. */
  readonly leaveFirst?: boolean;
  /** The head is made by the sheet itself. */
  readonly bare?: boolean;
  readonly children: ReactNode;
}

/**
 * What lies over a screen while it is answered. Escape is read where all keys are read, so that it takes one step back
 * and no more.
 */
export function Sheet(props: Props) {
  const { title, onClose, size = '60rem', lead, beside, leave, leaveFirst = false, bare = false, children } = props;
  const { t } = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnEscape={false}
      withCloseButton={false}
      size={size}
      yOffset="2vh"
      title={title}
      classNames={{ title: css.title ?? '' }}
    >
      <div className={css.sheet}>
        {!bare && (
          <div className={css.top}>
            <div className={css.lead}>{lead}</div>
            <div className={css.actions}>
              {beside}
              <Button
                variant="default"
                data-autofocus={leaveFirst || undefined}
                rightSection={<KeyCap code="Esc" />}
                onClick={onClose}
              >
                {leave ?? t('app.cancel')}
              </Button>
            </div>
          </div>
        )}
        {children}
      </div>
    </Modal>
  );
}
