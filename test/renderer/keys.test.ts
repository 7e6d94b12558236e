import { describe, expect, test } from 'vitest';
import campaign from '../../src/main/campaign/bluezone-2020.json' with { type: 'json' };
import {
  answerKeys,
  boothKeys,
  capOf,
  type KeyContext,
  type KeyPress,
  pickOf,
  readKey,
  screenKeys,
} from '../../src/renderer/keys.ts';

const booth: KeyContext = {
  screen: 'booth',
  overlay: 'none',
  outcomes: campaign.outcomes,
  withReasons: ['unable', 'declined'],
  canCheck: true,
};

const press = (code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  code,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  inText: false,
  ...more,
});

describe('the keys of the booth', () => {
  test('counts with every key that the campaign names, on the digit row and on the number pad', () => {
    for (const { code, keys } of campaign.outcomes) {
      for (const key of keys) expect(readKey(press(key), booth)).toEqual({ do: 'count', outcome: code });
    }
  });

  test('counts while a check is on the glass, and on no other screen', () => {
    expect(readKey(press('Numpad1'), { ...booth, screen: 'check' })).toEqual({ do: 'count', outcome: 'installed' });
    for (const screen of ['audience', 'unions', 'report', 'settings'] as const) {
      expect(readKey(press('Numpad1'), { ...booth, screen })).toBeNull();
    }
  });

  test('leaves letters, digits and the dot to a field that is being typed in', () => {
    for (const code of ['Digit1', 'Period', 'Backspace', 'NumpadMultiply', 'KeyZ']) {
      expect(readKey(press(code, { inText: true }), booth)).toBeNull();
    }
    expect(readKey(press('KeyZ', { inText: true, ctrlKey: true }), booth)).toBeNull();
  });

  test('leaves a key to the Vietnamese input method while it composes', () => {
    expect(readKey(press('Digit1', { isComposing: true }), booth)).toBeNull();
    expect(readKey(press('Escape', { isComposing: true }), booth)).toBeNull();
  });

  test('never counts a key that is held together with another', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey', 'shiftKey'] as const) {
      expect(readKey(press('Digit1', { [held]: true }), booth)).toBeNull();
    }
  });

  test('asks why with Shift where the campaign has reasons, on the two screens that count', () => {
    expect(readKey(press('Digit5', { shiftKey: true }), booth)).toEqual({ do: 'ask', outcome: 'declined' });
    expect(readKey(press('Digit5', { shiftKey: true }), { ...booth, screen: 'report' })).toBeNull();
    expect(readKey(press('Digit5', { shiftKey: true }), { ...booth, overlay: 'unions' })).toBeNull();
  });

  test('counts nothing and picks nothing while the words about the radio are read', () => {
    const over: KeyContext = { ...booth, overlay: 'radio' };
    expect(readKey(press('NumpadAdd'), over)).toBeNull();
    expect(readKey(press('Escape'), over)).toEqual({ do: 'leave' });
  });

  test('undoes with Backspace and with Ctrl+Z where the count can be seen', () => {
    expect(readKey(press('Backspace'), booth)).toEqual({ do: 'undo' });
    expect(readKey(press('KeyZ', { ctrlKey: true }), booth)).toEqual({ do: 'undo' });
    expect(readKey(press('KeyZ', { ctrlKey: true }), { ...booth, screen: 'settings' })).toBeNull();
    expect(readKey(press('KeyZ', { ctrlKey: true, shiftKey: true }), booth)).toBeNull();
  });

  test('opens the lately counted unions with the dot, then switches with one digit', () => {
    expect(readKey(press('Period'), booth)).toEqual({ do: 'unions' });
    expect(readKey(press('NumpadDecimal'), booth)).toEqual({ do: 'unions' });
    const over: KeyContext = { ...booth, overlay: 'unions' };
    expect(readKey(press('Digit3'), over)).toEqual({ do: 'pick', index: 2 });
    expect(readKey(press('Numpad9'), over)).toEqual({ do: 'pick', index: 8 });
  });

  test('reaches ten reasons with one digit each and counts nothing while they are open', () => {
    const over: KeyContext = { ...booth, overlay: 'reasons' };
    expect(readKey(press('Digit1'), over)).toEqual({ do: 'pick', index: 0 });
    expect(readKey(press('Numpad0'), over)).toEqual({ do: 'pick', index: 9 });
    expect(readKey(press('NumpadAdd'), over)).toBeNull();
    expect(readKey(press('Backspace'), over)).toBeNull();
  });

  test('turns the reasons to what puts each of them right, and back', () => {
    expect(readKey(press('ArrowRight'), { ...booth, overlay: 'reasons' })).toEqual({ do: 'turn', by: 1 });
    expect(readKey(press('ArrowLeft'), { ...booth, overlay: 'reasons' })).toEqual({ do: 'turn', by: -1 });
    expect(readKey(press('ArrowRight'), { ...booth, overlay: 'operators' })).toBeNull();
  });

  test('starts a check from every screen with the star and with F8', () => {
    for (const screen of ['booth', 'check', 'audience', 'unions', 'report', 'settings'] as const) {
      const place: KeyContext = { ...booth, screen };
      expect(readKey(press('NumpadMultiply'), place)).toEqual({ do: 'check' });
      expect(readKey(press('Digit8', { shiftKey: true }), place)).toEqual({ do: 'check' });
      expect(readKey(press('F8', { inText: true }), place)).toEqual({ do: 'check' });
    }
  });

  test('starts no check for a campaign whose app cannot be heard', () => {
    const deaf: KeyContext = { ...booth, canCheck: false };
    expect(readKey(press('F8'), deaf)).toBeNull();
    expect(readKey(press('NumpadMultiply'), deaf)).toBeNull();
  });

  test('changes screens with function keys even from a field', () => {
    expect(readKey(press(screenKeys.report, { inText: true }), booth)).toEqual({ do: 'go', screen: 'report' });
    expect(readKey(press(screenKeys.audience), booth)).toEqual({ do: 'go', screen: 'audience' });
    expect(readKey(press('Escape', { inText: true }), booth)).toEqual({ do: 'leave' });
  });

  test.each([
    ['Equal', 'batch'],
    ['NumpadEnter', 'batch'],
    ['Minus', 'minus'],
    ['NumpadSubtract', 'minus'],
    ['Comma', 'attach'],
    ['Semicolon', 'operators'],
  ])('reads %s as %s where people are counted, and nowhere else', (code, wanted) => {
    expect(readKey(press(code), booth)).toEqual({ do: wanted });
    expect(readKey(press(code), { ...booth, screen: 'check' })).toEqual({ do: wanted });
    expect(readKey(press(code), { ...booth, screen: 'paper' })).toBeNull();
    expect(readKey(press(code), { ...booth, overlay: 'batch' })).toBeNull();
    expect(readKey(press(code, { inText: true }), booth)).toBeNull();
    expect(readKey(press(code, { shiftKey: true }), booth)).toBeNull();
  });

  test('lets an outcome of the campaign have a key that the booth would use otherwise', () => {
    const outcomes = [{ code: 'asked', keys: ['Comma'] }];
    expect(readKey(press('Comma'), { ...booth, outcomes })).toEqual({ do: 'count', outcome: 'asked' });
  });

  test("reaches the paper sheet and the booth's day with Shift and the key of their neighbour", () => {
    expect(readKey(press('F2', { shiftKey: true, inText: true }), booth)).toEqual({ do: 'go', screen: 'paper' });
    expect(readKey(press('F4', { shiftKey: true }), { ...booth, screen: 'report' })).toEqual({
      do: 'go',
      screen: 'shift',
    });
    expect(readKey(press('F3', { shiftKey: true }), booth)).toBeNull();
  });

  test('gives no screen and no outcome a letter, nor a key that another has', () => {
    const keys = [
      ...Object.values(screenKeys),
      ...Object.values(boothKeys).flat(),
      ...campaign.outcomes.flatMap((outcome) => outcome.keys),
    ];
    expect(keys.filter((key) => key.startsWith('Key'))).toEqual([]);
    const own = [...keys, 'Period', 'NumpadDecimal', 'Backspace', 'NumpadMultiply', 'Escape'];
    expect(new Set(own).size).toBe(own.length);
  });
});

describe('the keys that answer a check', () => {
  const all = { codes: 3, canRead: false, cards: true };
  const check: KeyContext = { ...booth, screen: 'check', offers: all };

  test('say which code is on the phone, one digit each, on the digit row and on the number pad', () => {
    expect(readKey(press('Digit7'), check)).toEqual({ do: 'match', index: 0 });
    expect(readKey(press('Numpad8'), check)).toEqual({ do: 'match', index: 1 });
    expect(readKey(press('Digit9'), check)).toEqual({ do: 'match', index: 2 });
    expect(readKey(press('Digit9'), { ...check, offers: { ...all, codes: 2 } })).toBeNull();
  });

  test('ask the iPhone, and open the cards, while the counting keys go on counting', () => {
    const asking: KeyContext = { ...check, offers: { codes: 0, canRead: true, cards: true } };
    expect(readKey(press('Digit7'), asking)).toEqual({ do: 'read' });
    expect(readKey(press('Numpad6'), asking)).toEqual({ do: 'cards' });
    expect(readKey(press('Digit6'), { ...check, offers: { ...all, cards: false } })).toBeNull();
    expect(readKey(press('Digit1'), asking)).toEqual({ do: 'count', outcome: 'installed' });
  });

  test('answer nothing on another screen, in a field, with Shift, or under a question', () => {
    expect(readKey(press('Digit7'), { ...check, screen: 'booth' })).toBeNull();
    expect(readKey(press('Digit7', { inText: true }), check)).toBeNull();
    expect(readKey(press('Digit7', { shiftKey: true }), check)).toBeNull();
    expect(readKey(press('Digit7'), { ...check, overlay: 'radio' })).toEqual({ do: 'pick', index: 6 });
  });

  test('give way to a campaign that counts with these digits', () => {
    const outcomes = [{ code: 'seventh', keys: ['Digit7', 'Numpad7'] }];
    expect(readKey(press('Digit7'), { ...check, outcomes })).toEqual({ do: 'count', outcome: 'seventh' });
    expect(readKey(press('Digit8'), { ...check, outcomes })).toEqual({ do: 'match', index: 1 });
  });

  test('pick a card, turn the cards to the next kind of phone, or listen again; none of them counts by itself', () => {
    const over: KeyContext = { ...check, overlay: 'cards' };
    expect(readKey(press('Digit2'), over)).toEqual({ do: 'pick', index: 1 });
    expect(readKey(press('ArrowRight'), over)).toEqual({ do: 'turn', by: 1 });
    expect(readKey(press('ArrowLeft'), over)).toEqual({ do: 'turn', by: -1 });
    expect(readKey(press('NumpadMultiply'), over)).toEqual({ do: 'check' });
    expect(readKey(press('NumpadAdd'), over)).toBeNull();
    expect(readKey(press('ArrowRight'), check)).toBeNull();
  });

  test('are digits that this campaign does not count with', () => {
    const counting = campaign.outcomes.flatMap(({ keys }) => keys);
    for (const key of [answerKeys.cards, answerKeys.read, ...answerKeys.codes]) expect(counting).not.toContain(key);
  });
});

describe('a key cap', () => {
  test('shows what is printed on the key', () => {
    expect(['Digit1', 'Numpad1', 'NumpadAdd', 'NumpadDivide', 'Period', 'F9'].map(capOf)).toEqual([
      '1',
      '1',
      '+',
      '/',
      '.',
      'F9',
    ]);
  });

  test('picks the tenth place with zero and no place with another key', () => {
    expect([pickOf('Digit1'), pickOf('Digit0'), pickOf('F1'), pickOf('NumpadAdd')]).toEqual([0, 9, null, null]);
  });
});
