import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Booth, barriers, openBooth } from './kit/booth.ts';
import { listensForAWhile } from './kit/practice.ts';
import { letIn, rosterFile } from './kit/roster.ts';

const MORNING = '2020-08-19T06:31:00+07:00';

/** Every screen and what lies over it, reached as an operator reaches it. */
const scenes: readonly (readonly [string, (booth: Booth) => Promise<void>])[] = [
  ['the booth', async ({ press }) => press('F2')],
  ['the choice of union', async ({ press }) => press('F2', 'Period')],
  ['the reasons', async ({ press }) => press('F2', 'Digit4')],
  [
    'a verdict',
    async ({ press, page }) => {
      await press('F8');
      await page.locator('[data-verdict]').waitFor();
    },
  ],
  ['a check that listens', async ({ page }) => listensForAWhile(page)],
  ['the screen for the queue', async ({ press }) => press('F9')],
  [
    'the roster with refused rows',
    async ({ press, page }) => {
      await press('F3');
      await page.locator('input[type=file]').setInputFiles(rosterFile);
      await page.getByRole('columnheader').first().waitFor();
    },
  ],
  [
    'the report',
    async ({ press, page }) => {
      await press('F4');
      await page.getByRole('table').first().waitFor();
    },
  ],
  ['the settings', async ({ press }) => press('F10')],
];

/** Text that is cut off or runs out of its box, and things to press smaller than a finger (48 CSS pixels). */
const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const name = (element: Element) => `${element.tagName} ${element.textContent?.trim().slice(0, 40)}`;
    if (document.documentElement.scrollWidth > window.innerWidth) found.push('the page is wider than the glass');
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (box.width === 0 || style.visibility === 'hidden' || element.closest('svg') !== null) continue;
      if (
        style.overflowX === 'visible' &&
        element.scrollWidth > element.clientWidth + 1 &&
        style.display !== 'inline'
      ) {
        found.push(`runs out of its box: ${name(element)}`);
      }
      if (element.matches('button, [role=option]') && (box.height < 47.5 || box.width < 47.5)) {
        found.push(`smaller than a finger: ${name(element)} ${Math.round(box.width)}×${Math.round(box.height)}`);
      }
    }
    return found;
  });

/** All of it stands on the glass, not below its edge. */
const inView = (thing: Locator): Promise<boolean> =>
  thing.evaluate((element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 0 && top >= 0 && bottom <= window.innerHeight;
  });

async function withLongUnion(booth: Booth): Promise<void> {
  const { page, press, chooses } = booth;
  await press('F3');
  await page.locator('input[type=file]').setInputFiles(rosterFile);
  await letIn(page);
  await chooses('0106', /Nguyễn Hoàng Thịnh Phát/);
  await press('Digit1', 'Digit2');
}

describe('every screen', () => {
  test.each(['vi', 'en'])(
    'is open to readers of screens and keyboards, and fits a cheap laptop, a big screen and a narrow window (%s)',
    async (language) => {
      const booth = await openBooth({ now: MORNING });
      const { page } = booth;
      await page.evaluate((value) => localStorage.setItem('tram-bluezone.language', value), language);
      await page.reload();
      await page.getByRole('navigation').waitFor();
      await withLongUnion(booth);
      const wrong: string[] = [];
      for (const [scene, reach] of scenes) {
        await reach(booth);
        wrong.push(...(await barriers(page)).map((barrier) => `${scene}: ${barrier}`));
        for (const [width, height] of [
          [1920, 1080],
          [900, 700],
          [1024, 600],
          [1366, 768],
        ] as const) {
          await page.setViewportSize({ width, height });
          wrong.push(...(await misfits(page)).map((misfit) => `${scene} at ${width}: ${misfit}`));
          const line = page.locator('main footer [role=status]');
          if ((await line.count()) > 0 && !(await inView(line)))
            wrong.push(`${scene} at ${width}: the line is out of view`);
        }
        await page.keyboard.press('Escape');
      }
      expect(wrong).toEqual([]);
    },
  );

  test('keeps what a key did and what failed in view on the lowest glass, and the failure until it is read', async () => {
    const { page, press, chooses, shows } = await openBooth({ now: MORNING });
    await page.setViewportSize({ width: 1024, height: 600 });
    await chooses('binh duong', 'Liên đoàn Lao động tỉnh Bình Dương');
    expect(await inView(page.getByText('Đang đếm cho:'))).toBe(true);
    await press('Backspace');
    await page.getByRole('alert').waitFor();
    expect(await inView(page.getByRole('alert'))).toBe(true);
    await press('Digit1');
    await shows('Cài mới tại bàn', 1);
    expect(await inView(page.getByText('Đã ghi: Cài mới'))).toBe(true);
    expect(await inView(page.getByRole('alert'))).toBe(true);
    expect(await inView(page.getByRole('button', { name: /^Hoàn tác lượt Cài mới/ }))).toBe(true);
    await page.getByRole('button', { name: 'Đã hiểu' }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await shows('Cài mới tại bàn', 1);
  });

  test('wears the band of the practice world, and no band in the real one', async () => {
    const practice = await openBooth({ radio: 'practice' });
    for (const key of ['F2', 'F9', 'F3', 'F4', 'F10']) {
      await practice.press(key);
      expect(await practice.page.getByText('LUYỆN TẬP', { exact: true }).count(), key).toBe(1);
    }
    const real = await openBooth({ radio: 'none' });
    expect(await real.page.getByText('LUYỆN TẬP', { exact: true }).count()).toBe(0);
    await real.press('F10');
    await real.page.getByRole('button', { name: 'Vào luyện tập' }).click();
    await real.page.getByText('LUYỆN TẬP', { exact: true }).waitFor();
  });
});
