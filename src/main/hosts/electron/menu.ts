import type { Menu } from 'electron';

/**
 * No menu bar where windows carry it: its accelerators reload the page or close the booth under a hand that
 * counts by keyboard. macOS needs one, or copy, paste and quit have no keys.
 */
export function plainMenu(
  menu: Pick<typeof Menu, 'setApplicationMenu' | 'buildFromTemplate'>,
  platform: NodeJS.Platform,
): void {
  menu.setApplicationMenu(
    platform === 'darwin'
      ? menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null,
  );
}
