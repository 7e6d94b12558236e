import { describe, expect, test } from 'vitest';
import { type Asked, aCheck, background, event, listening, pass, refused, silent, unclear } from '../kit/a-check.ts';

describe('comparing codes', () => {
  test('keeps each code in its place while it is looked at, whatever order the kit tells them in', () => {
    const { checking, push } = aCheck();
    checking.start();
    push('check.progress', listening(['AAAAAA***', 'BBBBBB***']));
    push('check.progress', listening(['BBBBBB***', 'CCCCCC***', 'AAAAAA***']));
    expect(checking.store.getState().places).toEqual(['AAAAAA***', 'BBBBBB***', 'CCCCCC***']);
  });

  test('says "khớp" for the code of the place, once, and only for one that is still offered', () => {
    const { checking, push, asked } = aCheck();
    checking.start();
    push('check.progress', listening(['AAAAAA***', 'BBBBBB***']));
    push('check.progress', listening(['BBBBBB***']));
    checking.match(0);
    expect(asked('check.confirm')).toEqual([]);
    checking.match(1);
    checking.match(1);
    expect(asked('check.confirm').map(({ input }) => input)).toEqual([{ code: 'BBBBBB***' }]);
  });

  test('shows the pass in the place of the unclear verdict, and nothing of the codes stays', () => {
    const { checking, ends, push } = aCheck();
    ends(unclear);
    checking.match(0);
    push('check.ended', { ended: 'verdict', result: pass });
    expect(checking.store.getState()).toMatchObject({ check: { at: 'ended', result: pass }, asking: null, places: [] });
  });

  test('forgets the codes and the iPhone when the kit does, and the verdict stands', () => {
    for (const result of [unclear, background]) {
      const { checking, ends, push, asked } = aCheck();
      ends(result);
      push('check.forgotten', {});
      expect(checking.store.getState()).toMatchObject({
        check: { at: 'ended', result: { verdict: result.verdict, event, codes: [], canRead: false } },
        places: [],
      });
      checking.match(0);
      checking.read();
      expect([...asked('check.confirm'), ...asked('check.read')]).toEqual([]);
    }
  });

  test('takes no verdict that nobody asked for once one stands', () => {
    const { checking, ends, push } = aCheck();
    ends(unclear);
    push('check.ended', { ended: 'verdict', result: pass });
    expect(checking.store.getState().check).toEqual({ at: 'ended', result: unclear });
  });
});

describe('asking the iPhone', () => {
  test('tells why there was no answer, and the verdict stands as it was', async () => {
    const { checking, ends, answer } = aCheck();
    ends(background);
    checking.read();
    expect(checking.store.getState().asking).toBe('phone');
    await answer('check.read', refused);
    expect(checking.store.getState()).toMatchObject({
      asking: null,
      refused: { code: 'phone-unread' },
      check: { result: background },
    });
  });

  test('is not asked where the kit does not offer it', () => {
    const { checking, ends, asked } = aCheck();
    ends(silent);
    checking.read();
    expect(asked('check.read')).toEqual([]);
  });

  test('leaves the phone of somebody who was counted meanwhile, and takes no answer of it for the next', async () => {
    const { checking, ends, asked, answer, push } = aCheck();
    ends(background);
    checking.read();
    checking.settling()();
    expect(asked('check.stop')).toHaveLength(1);
    await answer('check.read', refused);
    push('check.ended', { ended: 'verdict', result: pass });
    expect(checking.store.getState()).toMatchObject({ check: { at: 'rest' }, refused: null });
  });
});

describe('stopping', () => {
  test('is ordered once when the screen is left while the iPhone is asked: a second order would end the next check', () => {
    const { checking, ends, asked } = aCheck();
    ends(background);
    checking.read();
    checking.abandon();
    expect(asked('check.stop')).toHaveLength(1);
  });

  test('ends the listening on the glass, though the message of its end was missed', async () => {
    const { checking, push, answer } = aCheck();
    checking.start();
    push('check.progress', listening([]));
    checking.stop();
    await answer('check.stop', { ok: true, value: {} } as never);
    expect(checking.store.getState().check).toEqual({ at: 'rest' });
  });

  test('leaves the next check alone when its answer comes late', async () => {
    const { checking, push, answer } = aCheck();
    checking.start();
    push('check.progress', listening([]));
    checking.stop();
    push('check.ended', { ended: 'stopped' });
    checking.start();
    push('check.progress', listening([]));
    await answer('check.stop', refused);
    expect(checking.store.getState().check).toMatchObject({ at: 'listening' });
  });
});

describe('two checks, one soon after the other', () => {
  const nameOf = (asked: readonly Asked[]) => String(asked.at(-1)?.input.check);

  test('are told apart: the first is stopped by its name, and the second starts when that is answered', async () => {
    const { checking, push, asked, answer } = aCheck();
    checking.start();
    push('check.progress', listening([]));
    const first = nameOf(asked('check.start'));
    checking.abandon();
    checking.start();
    expect(asked('check.stop').map(({ input }) => input.check)).toEqual([first]);
    expect(asked('check.start')).toHaveLength(1);
    await answer('check.stop', { ok: true, value: {} } as never);
    expect(asked('check.start')).toHaveLength(2);
    expect(nameOf(asked('check.start'))).not.toBe(first);
  });

  test('never show the second phone the verdict of the first that comes late', () => {
    const { checking, push, asked } = aCheck();
    checking.start();
    push('check.progress', listening([]));
    const check = nameOf(asked('check.start'));
    checking.abandon();
    checking.start();
    push('check.progress', { ...listening([]), check });
    push('check.ended', { check, ended: 'verdict', result: pass });
    expect(checking.store.getState().check).toEqual({ at: 'starting' });
  });
});

describe('a radio that does something else', () => {
  test('is ended first, and the check starts when it has answered', async () => {
    const { checking, asked, settled } = aCheck();
    let over = () => {};
    checking.occupy(() => new Promise<void>((resolve) => (over = resolve)));
    checking.start();
    await settled();
    expect(asked('check.start')).toEqual([]);
    expect(checking.store.getState().check).toEqual({ at: 'starting' });
    over();
    await settled();
    expect(asked('check.start')).toHaveLength(1);
  });

  test('holds no check back once it is over, and starts none that was left meanwhile', async () => {
    const { checking, asked, settled } = aCheck();
    checking.occupy(async () => {})();
    checking.start();
    expect(asked('check.start')).toHaveLength(1);
    const left = aCheck();
    left.checking.occupy(async () => {});
    left.checking.start();
    left.checking.abandon();
    await settled();
    expect(left.asked('check.start')).toEqual([]);
  });
});
