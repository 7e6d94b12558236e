import { useEffect } from 'react';
import { never } from '../../core/base/result.ts';
import { reasonsFor } from '../../core/campaign/reasons.ts';
import { platforms } from '../../core/check/verdict.ts';
import { type Command, type KeyContext, ONE_KEY_UNIONS, readKey } from '../keys.ts';
import { because, openCards } from '../state/card-reason.ts';
import { canRead } from '../state/check-session.ts';
import { type Session, useSession } from '../state/session.ts';

/** Where keys write; a radio button writes nothing. */
const TEXT_FIELDS = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';

/** The one listener for keys. What a key means stands in keys.ts; this carries it out. */
export function useKeys(): void {
  const session = useSession();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const inText = event.target instanceof Element && event.target.matches(TEXT_FIELDS);
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

function contextOf({ store, counting, checking }: Session): KeyContext {
  const { screen, campaign } = store.getState();
  const { overlay } = counting.store.getState();
  const { check, places, cards } = checking.store.getState();
  return {
    screen,
    overlay: cards === null ? overlay : 'cards',
    offers: {
      codes: places.length,
      canRead: canRead(check),
      cards: check.at === 'ended' && check.result.verdict !== 'pass' && (campaign?.cards.length ?? 0) > 0,
    },
    outcomes: campaign?.outcomes ?? [],
    withReasons: campaign?.reasons.flatMap(({ outcomes }) => outcomes) ?? [],
    canCheck: campaign?.radio != null,
  };
}

function carryOut(command: Command, session: Session, event: KeyboardEvent): void {
  const { counting, checking, go } = session;
  if (isGuarded(command) && !event.repeat && !counting.isFresh(event.code, event.timeStamp)) return;
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
    case 'match':
      checking.match(command.index);
      break;
    case 'read':
      checking.read();
      break;
    case 'cards':
      checking.showCards();
      break;
    case 'turn':
      turn(session, command.by);
      break;
    case 'batch':
    case 'minus':
      counting.showSheet(command.do, null, event.code === 'NumpadEnter' ? event.timeStamp : undefined);
      break;
    case 'attach':
      // What is on the glass goes by itself.
      if (checking.store.getState().check.at !== 'ended') session.verdicts.toggle();
      break;
    case 'operators':
      counting.showOperators();
      break;
    case 'pick':
      pick(session, command.index, event.timeStamp);
      break;
    default:
      never(command);
  }
}

/** A worn key must not answer the list that it has opened, take two people back, or attach a verdict and not attach it. */
const isGuarded = ({ do: what }: Command): boolean =>
  what === 'pick' || what === 'cards' || what === 'undo' || what === 'attach';

/** Turns the open cards to the next kind of phone, round and round; the reasons to what puts them right, and back. */
function turn({ checking, counting }: Session, by: 1 | -1): void {
  const { cards } = checking.store.getState();
  const next = cards === null ? undefined : platforms.at((platforms.indexOf(cards) + by) % platforms.length);
  if (next !== undefined) checking.turnCards(next);
  else if (counting.store.getState().overlay === 'reasons') counting.turnReasons(by === 1);
}

/** A digit in a numbered list: the card, the union, the operator or the reason that stands at that place, if one does. */
function pick(session: Session, index: number, at: number): void {
  const { counting, duty, store } = session;
  const { overlay, asking } = counting.store.getState();
  const { lately, campaign } = store.getState();
  const card = openCards(session)[index];
  if (card !== undefined) because(session, card);
  else if (overlay === 'unions') {
    const union = lately.slice(0, ONE_KEY_UNIONS)[index];
    if (union !== undefined) counting.choose(union, at);
  } else if (overlay === 'operators') {
    const operator = duty.store.getState().operators[index];
    if (operator === undefined) return;
    counting.close();
    void duty.set({ operator }).then((error) => {
      if (error !== null) counting.report('operator', error);
    });
  } else if (asking !== null && campaign !== null) {
    const reason = reasonsFor(campaign, asking.outcome)[index];
    if (reason !== undefined) counting.reason(reason.code);
  }
}

/** Escape takes one step back: from what lies over the screen, from listening, from a union's page, from a screen to the booth. */
function leave({ store, counting, checking, go, closeUnion }: Session): void {
  const { screen, unionPlace } = store.getState();
  const { check, asking, cards } = checking.store.getState();
  if (cards !== null) checking.closeCards();
  else if (counting.store.getState().overlay !== 'none') counting.close();
  else if (screen === 'check' && (check.at === 'listening' || asking === 'phone')) checking.stop();
  else if (screen === 'unions' && unionPlace !== null) closeUnion();
  else if (screen === 'check' || screen === 'audience' || screen === 'paper') go('booth');
}
