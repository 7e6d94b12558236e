import type { App, Dialog } from 'electron';
import type { Words } from '../../../preload/contract.ts';
import type { KitDoor } from '../../door.ts';

/** Long enough to finish a write on a tired disk; after it the log is safe anyway, since every tally is on disk. */
const PATIENCE_MS = 10_000;

/**
 * Closes the Kit before the program ends. A Kit that does not come to an end is left after ten seconds: a program
 * without a window that still holds the data would let nobody start again.
 */
export function closeBeforeLeaving(app: Pick<App, 'on' | 'quit' | 'exit'>, kit: Pick<KitDoor, 'close'>): void {
  let leaving = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (leaving) return;
    leaving = true;
    const late = setTimeout(() => app.exit(1), PATIENCE_MS);
    const closed = kit.close().then(
      () => 0,
      () => 1,
    );
    void closed.then((code) => {
      clearTimeout(late);
      app.exit(code);
    });
  });
}

/**
 * Says what happened and what to do, Vietnamese first, and leaves with code 1. Nothing is touched. The line for the
 * terminal also tells `npm start` that the kit came up and spoke for itself: it opens no browser in its place.
 */
export function sayAndLeave(dialog: Pick<Dialog, 'showErrorBox'>, app: Pick<App, 'exit'>, { what, todo }: Words): void {
  process.stderr.write(`✗ ${what.vi} ${todo.vi}\n`);
  dialog.showErrorBox('Trạm Bluezone', `${what.vi}\n${todo.vi}\n\n${what.en}\n${todo.en}`);
  app.exit(1);
}
