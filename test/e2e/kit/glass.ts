import type { Locator, Page } from 'playwright-core';

/** Text that is cut off or runs out of its box, and things to press smaller than a finger (48 CSS pixels). */
export const misfits = (page: Page): Promise<string[]> =>
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
export const inView = (thing: Locator): Promise<boolean> =>
  thing.evaluate((element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 0 && top >= 0 && bottom <= window.innerHeight;
  });
