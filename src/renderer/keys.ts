import type { CampaignOutcome } from '../core/campaign/campaign.ts';

/** The screens, in the order of the rail. */
export const screens = ['booth', 'paper', 'shift', 'check', 'audience', 'unions', 'report', 'settings'] as const;
export type Screen = (typeof screens)[number];

/** What lies over the booth while it is answered. */
export type Overlay = 'none' | 'unions' | 'reasons' | 'radio' | 'cards' | 'batch' | 'minus' | 'operators';

/**
 * Function keys only: Vietnamese input methods swallow letters. F1, F5, F11 and F12 stay the browser's, and
 * F6 and F7 mean something in some of them. With Shift: what belongs to the screen of that key and is used less.
 */
export const screenKeys: Readonly<Record<Screen, string>> = {
  booth: 'F2',
  paper: 'Shift+F2',
  shift: 'Shift+F4',
  unions: 'F3',
  report: 'F4',
  check: 'F8',
  audience: 'F9',
  settings: 'F10',
};

/** The part of a KeyboardEvent that decides. `code` is the place of the key, whatever input method is on. */
export interface KeyPress {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  /** The focus is in a field that takes text. */
  readonly inText: boolean;
}

export interface KeyContext {
  readonly screen: Screen;
  readonly overlay: Overlay;
  readonly outcomes: readonly Pick<CampaignOutcome, 'code' | 'keys'>[];
  /** Outcomes that the campaign has reasons for. */
  readonly withReasons: readonly string[];
  /** The campaign's app can be heard. */
  readonly canCheck: boolean;
  /** What the check on the glass can be answered with. */
  readonly offers?: CheckOffers;
}

/** What a check that listens, or its verdict, still lets the operator say. */
export interface CheckOffers {
  /** Places of codes to compare, filled or not. */
  readonly codes: number;
  readonly canRead: boolean;
  /** There are cards for this verdict. */
  readonly cards: boolean;
}

/**
 * Digits that answer a check; those that the campaign counts with stay the campaign's. Asking the iPhone shares its
 * digit with the first code: where codes compete nobody can be asked, and they come up more than a second later.
 */
export const answerKeys = { cards: 'Digit6', read: 'Digit7', codes: ['Digit7', 'Digit8', 'Digit9'] };

/** Keys beside those that a campaign gives its outcomes, by place. Enter itself presses what has the focus. */
export const boothKeys = {
  /** A number of people at once. */
  batch: ['Equal', 'NumpadEnter'],
  /** People taken off again, with a reason. */
  minus: ['Minus', 'NumpadSubtract'],
  /** The last check's verdict goes with the next person. */
  attach: ['Comma'],
  /** Who counts from now on. */
  operators: ['Semicolon'],
} as const;
type BoothCommand = keyof typeof boothKeys;

export type Command =
  | { readonly do: 'go'; readonly screen: Screen }
  | { readonly do: 'check' }
  | { readonly do: 'unions' }
  | { readonly do: 'pick'; readonly index: number }
  | { readonly do: 'count'; readonly outcome: string }
  | { readonly do: 'ask'; readonly outcome: string }
  | { readonly do: 'undo' }
  | { readonly do: 'match'; readonly index: number }
  | { readonly do: 'read' }
  | { readonly do: 'cards' }
  | { readonly do: 'turn'; readonly by: 1 | -1 }
  | { readonly do: BoothCommand }
  | { readonly do: 'leave' };

/** What a key means where the operator is, or `null` when it is not the kit's. */
export function readKey(press: KeyPress, context: KeyContext): Command | null {
  if (press.isComposing || press.altKey || press.metaKey) return null;
  const { code } = press;
  if (press.ctrlKey) {
    const undo = code === 'KeyZ' && !press.shiftKey && !press.inText && counts(context);
    return undo ? { do: 'undo' } : null;
  }
  if (code === 'Escape') return { do: 'leave' };
  const goal = screens.find((screen) => screenKeys[screen] === (press.shiftKey ? `Shift+${code}` : code));
  if (goal !== undefined) return go(goal, context);
  if (press.inText) return null;
  if (context.canCheck && (code === 'NumpadMultiply' || (code === 'Digit8' && press.shiftKey))) return { do: 'check' };
  const answer = press.shiftKey ? null : answerTo(code, context);
  if (answer !== null) return answer;
  const outcome = counts(context) ? context.outcomes.find(({ keys }) => keys.includes(code))?.code : undefined;
  if (press.shiftKey) {
    return outcome !== undefined && context.withReasons.includes(outcome) ? { do: 'ask', outcome } : null;
  }
  if (context.overlay !== 'none') {
    const index = pickOf(code);
    return index === null ? null : { do: 'pick', index };
  }
  if (!counts(context)) return null;
  if (code === 'Period' || code === 'NumpadDecimal') return { do: 'unions' };
  if (code === 'Backspace') return { do: 'undo' };
  // A campaign may have given one of these places to an outcome: people come first.
  if (outcome !== undefined) return { do: 'count', outcome };
  const command = (Object.keys(boothKeys) as BoothCommand[]).find((name) =>
    boothKeys[name].some((place) => place === code),
  );
  return command === undefined ? null : { do: command };
}

/** Counting keys work where the count can be seen, and while nothing lies over it. */
const counts = ({ screen, overlay }: KeyContext): boolean =>
  (screen === 'booth' || screen === 'check') && overlay === 'none';

function answerTo(code: string, { screen, overlay, outcomes, offers }: KeyContext): Command | null {
  if (overlay === 'cards' || overlay === 'reasons') return turned(code);
  if (offers === undefined || screen !== 'check' || overlay !== 'none' || !isFree(code, outcomes)) return null;
  const digit = code.replace('Numpad', 'Digit');
  if (digit === answerKeys.cards) return offers.cards ? { do: 'cards' } : null;
  if (digit === answerKeys.read && offers.canRead) return { do: 'read' };
  const index = answerKeys.codes.indexOf(digit);
  return index >= 0 && index < offers.codes ? { do: 'match', index } : null;
}

/** The arrows turn the cards to the next kind of phone, and the reasons to what puts each of them right. */
function turned(code: string): Command | null {
  if (code === 'ArrowRight') return { do: 'turn', by: 1 };
  return code === 'ArrowLeft' ? { do: 'turn', by: -1 } : null;
}

/** No outcome of the campaign is counted with this key. */
export const isFree = (code: string, outcomes: KeyContext['outcomes']): boolean =>
  !outcomes.some(({ keys }) => keys.includes(code) || keys.includes(code.replace('Digit', 'Numpad')));

function go(screen: Screen, { canCheck }: KeyContext): Command | null {
  if (screen !== 'check') return { do: 'go', screen };
  return canCheck ? { do: 'check' } : null;
}

/** Unions that one digit after the switch key can reach. */
export const ONE_KEY_UNIONS = 9;

/** The place in a numbered list that a digit picks: 1 is the first, 0 the tenth. */
export function pickOf(code: string): number | null {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  return digit === undefined ? null : (Number(digit) + 9) % 10;
}

const marks: Readonly<Record<string, string>> = {
  Add: '+',
  Subtract: '−',
  Minus: '−',
  Equal: '=',
  Comma: ',',
  Semicolon: ';',
  Multiply: '*',
  Divide: '/',
  Decimal: '.',
  Period: '.',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** What is printed on a key cap; the digit row and the number pad read alike. */
export function capOf(code: string): string {
  const place = code.replace(/^(?:Digit|Numpad|Key)/, '').replace(/^Shift\+/, '⇧');
  return marks[place] ?? place;
}
