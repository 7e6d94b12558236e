import { useEffect } from 'react';
import { never } from '../../core/outcome.ts';
import { reasonsFor } from '../booth/reasons.ts';
import { type Command, type KeyContext, ONE_KEY_UNIONS, readKey } from '../keys.ts';
import { type Session, useSession } from '../state/session.ts';

/** The one listener for keys. What a key means stands in keys.ts; this carries it out. */
export function useKeys(): void {
  const session = useSession();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const inText =
        event.target instanceof Element && event.target.matches('input, textarea, select, [contenteditable]');
      // Enter held down on a focused button would press it thirty times a second.
      if (
        event.repeat &&
        !inText &&
        (event.code === 'Enter' || event.code === 'NumpadEnter' || event.code === 'Space')
      ) {
        return event.preventDefault();
      }
      const command = readKey({ ...placeOf(event), inText }, contextOf(session));
      if (command === null) return;
      event.preventDefault();
      carryOut(command, session, event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [session]);
}

const placeOf = ({ code, ctrlKey, altKey, metaKey, shiftKey, isComposing }: KeyboardEvent) => ({
  code,
  ctrlKey,
  altKey,
  metaKey,
  shiftKey,
  isComposing,
});

function contextOf({ store, counting }: Session): KeyContext {
  const { screen, campaign } = store.get();
  const { overlay } = counting.store.get();
  return {
    screen,
    overlay,
    outcomes: campaign?.outcomes ?? [],
    withReasons: campaign?.reasons.flatMap(({ outcomes }) => outcomes) ?? [],
    canCheck: campaign?.radio != null,
  };
}

function carryOut(command: Command, session: Session, event: KeyboardEvent): void {
  const { counting, checking, go } = session;
  if (command.do === 'count') counting.press(event.code, command.outcome, event.timeStamp, event.repeat);
  // Everything but counting happens once and silently, however long the key is held.
  if (command.do === 'count' || event.repeat) return;
  switch (command.do) {
    case 'leave':
      leave(session);
      break;
    case 'go':
      counting.close();
      go(command.screen);
      break;
    case 'check':
      counting.close();
      go('check');
      checking.start();
      break;
    case 'unions':
      counting.showUnions();
      break;
    case 'ask':
      counting.ask(command.outcome);
      break;
    case 'undo':
      counting.undo(null);
      break;
    case 'pick':
      pick(session, command.index, event.timeStamp);
      break;
    default:
      never(command);
  }
}

/** A digit in a numbered list: the union or the reason that stands at that place, if one does. */
function pick({ counting, store }: Session, index: number, at: number): void {
  const { overlay, asking } = counting.store.get();
  const { lately, campaign } = store.get();
  if (overlay === 'unions') {
    const union = lately.slice(0, ONE_KEY_UNIONS)[index];
    if (union !== undefined) counting.choose(union, at);
  } else if (asking !== null && campaign !== null) {
    const reason = reasonsFor(campaign, asking.outcome)[index];
    if (reason !== undefined) counting.reason(reason.code);
  }
}

/** Escape takes one step back: from what lies over the screen, from listening, from a union's page, from a screen to the booth. */
function leave({ store, counting, checking, go, closeUnion }: Session): void {
  const { screen, unionPlace } = store.get();
  if (counting.store.get().overlay !== 'none') counting.close();
  else if (screen === 'check' && checking.store.get().check.at === 'listening') checking.stop();
  else if (screen === 'unions' && unionPlace !== null) closeUnion();
  else if (screen === 'check' || screen === 'audience') go('booth');
}
