import type { Page } from 'playwright-core';
import type { Visit } from '../../src/core/practice/visits.ts';
import { listensForAWhile } from '../../test/e2e/kit/practice.ts';
import type { Shoot } from './camera.ts';

/** Checks of several phones, the cards that help, and the laptop's calibration. */
export async function ofChecking(page: Page, shoot: Shoot): Promise<void> {
  await page.keyboard.press('F8');
  await page.getByRole('heading', { name: 'ĐẠT' }).waitFor();
  await shoot('check-pass');
  await listensForAWhile(page);
  await shoot('check-listening');
  await page.keyboard.press('Escape');
  await comes(page, 'side-by-side');
  await page.getByRole('heading', { name: 'CÓ TÍN HIỆU, KHÔNG RÕ MÁY NÀO' }).waitFor();
  await shoot('check-codes');
  await comes(page, 'iphone-background');
  await page.getByRole('button', { name: 'Hỏi iPhone xác nhận' }).waitFor();
  await shoot('check-iphone');
  await page.keyboard.press('Escape');
  await comes(page, 'no-app');
  await page.getByRole('heading', { name: 'CHƯA THẤY TÍN HIỆU' }).waitFor({ timeout: 60_000 });
  await page.keyboard.press('Digit6');
  await page.keyboard.press('ArrowRight');
  await page.getByText('“Bật vị trí”').waitFor();
  await shoot('cards');
  await page.keyboard.press('F10');
  await page.getByRole('button', { name: 'Hiệu chỉnh, một phút' }).click();
  await page.getByText(/^Máy mạnh nhất: −4/).waitFor();
  await page.getByRole('button', { name: 'Dừng' }).evaluate((button) => button.scrollIntoView({ block: 'end' }));
  await shoot('calibration');
  await page.getByRole('button', { name: 'Dừng' }).click();
}

/** A laptop that has no Bluetooth. */
export async function withoutBluetooth(page: Page, shoot: Shoot): Promise<void> {
  await page.keyboard.press('F2');
  await page.getByRole('navigation').getByRole('button', { name: 'Kiểm tra' }).click();
  await page.getByRole('button', { name: 'Vào chế độ luyện tập' }).waitFor();
  await shoot('no-bluetooth');
}

/** Brings this visitor of the practice booth, and listens. */
async function comes(page: Page, visit: Visit): Promise<void> {
  await page.keyboard.press('F2');
  await page.getByRole('navigation').getByRole('button', { name: 'Kiểm tra' }).click();
  await page.getByLabel('Máy đến bàn (luyện tập)').selectOption(visit);
  await page.getByRole('main').focus();
  await page.keyboard.press('NumpadMultiply');
}
