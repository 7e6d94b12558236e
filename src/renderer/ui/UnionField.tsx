import { Button } from '@mantine/core';
import { useState } from 'react';
import type { UnionView } from '../../preload/contract.ts';
import { useKit } from '../state/session.ts';
import { Icon } from './icons.tsx';
import css from './UnionField.module.css';
import { UnionPicker } from './UnionPicker.tsx';

interface Props {
  readonly label: string;
  /** What the button says while nobody is chosen, and afterwards. */
  readonly choose: string;
  readonly change: string;
  readonly name: string | null;
  readonly fixed?: boolean;
  readonly onPick: (union: UnionView) => void;
}

/** A union in a form: its name, and the way to choose another with the same list as at the booth. */
export function UnionField({ label, choose, change, name, fixed = false, onPick }: Props) {
  const lately = useKit((state) => state.lately);
  const [picking, setPicking] = useState(false);
  return (
    <div className={css.field}>
      <p>
        <span>{label}</span>
        {name !== null && <b>{name}</b>}
      </p>
      <Button
        variant="default"
        leftSection={<Icon name={name === null ? 'search' : 'swap'} />}
        disabled={fixed}
        onClick={() => setPicking(true)}
      >
        {name === null ? choose : change}
      </Button>
      {picking && (
        <UnionPicker
          lately={lately}
          current={null}
          onPick={(union) => {
            setPicking(false);
            onPick(union);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  );
}
