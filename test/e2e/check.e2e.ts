import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Booth, barriers, openBooth } from './kit/booth.ts';
import { misfits } from './kit/glass.ts';
import { expects } from './kit/practice.ts';

const MORNING = '2020-08-19T06:31:00+07:00';
const UNION = 'LDLD74';

async function openedBooth(): Promise<Booth> {
  const booth = await openBooth({ now: MORNING });
  await booth.chooses('binh duong', 'Liên đoàn Lao động tỉnh Bình Dương');
  return booth;
}

/** What the kit itself says of the union: counted people, reasons, verdicts. */
const status = (page: Page): Promise<{ counted: object; reasons: object; checks: Record<string, number> }> =>
  page.evaluate(async (union) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('./api/status.get', { method: 'POST', headers, body: JSON.stringify({ union }) });
    return (await answer.json()).value;
  }, UNION);

/** Counts with one key, and hands over what the kit was asked for. */
async function counts({ page, press }: Booth, key: string): Promise<Record<string, unknown>> {
  const [request] = await Promise.all([page.waitForRequest('**/api/tally.add'), press(key)]);
  await page.getByText(/^Đã ghi/).waitFor();
  return request.postDataJSON();
}

const verdict = (page: Page, name: string, timeout = 20_000) =>
  page.getByRole('heading', { name, exact: true }).waitFor({ timeout });

test('two phones side by side: the code on the phone makes a pass, and the person is counted on that check', async () => {
  const booth = await openedBooth();
  const { page, press, host, complaints } = booth;
  await expects(booth, 'side-by-side');
  await press('NumpadMultiply');
  await verdict(page, 'CÓ TÍN HIỆU, KHÔNG RÕ MÁY NÀO');
  const offered = page.getByRole('button', { name: /^[0-9A-E*]{6}\*\*\* Khớp$/ });
  const code = ((await offered.first().locator('code').textContent()) ?? '').slice(0, 6);
  await press('Digit7');
  await verdict(page, 'ĐẠT');
  expect(await offered.count()).toBe(0);
  // It goes by itself, and no key pretends to decide that.
  await page.getByText('Kết luận này đi kèm lượt tới').waitFor();
  expect(await page.getByRole('button', { name: /^Gắn vào lượt tới/ }).count()).toBe(0);
  expect(await counts(booth, 'Digit1')).toMatchObject({ outcome: 'installed', check: { seq: expect.any(Number) } });
  await page.getByRole('heading', { name: 'Đặt điện thoại sát máy tính' }).waitFor();
  expect(await status(page)).toMatchObject({ counted: { installed: 1 } });
  expect((await status(page)).checks).toEqual({ pass: 1 });
  // The next worker has no check of their own.
  expect(await counts(booth, 'Digit2')).toMatchObject({ outcome: 'already', check: null });
  const files = readdirSync(host.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const written = files.map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1')).join('');
  expect(written).toContain('code-confirmed');
  expect(code.length).toBe(6);
  expect(written).not.toContain(code);
  expect(complaints).toEqual([]);
});

test('two phones can be told apart while the check still listens', async () => {
  const booth = await openedBooth();
  const { page, press } = booth;
  await expects(booth, 'side-by-side');
  await press('NumpadMultiply');
  await page.getByRole('button', { name: /Khớp$/ }).nth(1).waitFor();
  await page.getByText('Có máy khác ở gần: mời các máy khác lùi lại một mét.').waitFor();
  await press('Numpad8');
  await verdict(page, 'ĐẠT');
});

test('a phone that is not seen: the cards, the kind of phone, the reason, and one person counted with it', async () => {
  const booth = await openedBooth();
  const { page, press } = booth;
  await expects(booth, 'no-app');
  await press('NumpadMultiply');
  await verdict(page, 'CHƯA THẤY TÍN HIỆU', 300_000);
  await press('Digit6');
  const cards = page.getByRole('dialog', { name: 'Thử lần lượt theo số' });
  await cards.getByText('Mở Bluezone và đồng ý mọi quyền ứng dụng hỏi.').waitFor();
  // Round to Android: the buttons of that phone stand there as they are on it.
  await press('ArrowRight');
  await cards.getByText(/“Cấp quyền truy cập vị trí”/).waitFor();
  const numbered = cards.getByRole('listitem');
  const place = (await numbered.allInnerTexts()).findIndex((text) => text.includes('Máy không phát được Bluetooth LE'));
  expect(await counts(booth, `Digit${place + 1}`)).toMatchObject({
    outcome: 'unable',
    reason: 'KHONG_BLE',
    check: { seq: expect.any(Number) },
  });
  await cards.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Đặt điện thoại sát máy tính' }).waitFor();
  expect(await status(page)).toMatchObject({ counted: { unable: 1 }, reasons: { KHONG_BLE: 1 } });
});

test('a laptop that loses its Bluetooth says so, counts nobody for it, and listens again from the cards', async () => {
  const booth = await openedBooth();
  const { page, press } = booth;
  await expects(booth, 'radio-lost');
  await press('NumpadMultiply');
  await verdict(page, 'KHÔNG KẾT LUẬN');
  await press('Digit6');
  await page.getByText('Không tính lỗi cho điện thoại').first().waitFor();
  await press('Digit1', 'Digit2');
  await page.getByRole('dialog').waitFor();
  await press('NumpadMultiply');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('progressbar').waitFor();
  await press('Escape');
  expect(await status(page)).toMatchObject({ counted: { installed: 0, unable: 0 }, checks: {} });
});

test('an iPhone in the background passes when it answers, and has not failed when it does not', async () => {
  const booth = await openedBooth();
  const { page, press } = booth;
  await expects(booth, 'iphone-mute');
  await press('NumpadMultiply');
  const ask = page.getByRole('button', { name: 'Hỏi iPhone xác nhận' });
  await ask.waitFor();
  await press('Digit7');
  await page.getByText(/Điều đó không có nghĩa là máy chưa đạt/).waitFor();
  await page.getByRole('progressbar').waitFor();
  await press('Escape');
  await expects(booth, 'iphone-background');
  await press('NumpadMultiply');
  await ask.waitFor();
  await press('Digit7');
  await verdict(page, 'ĐẠT');
  expect(await status(page)).toMatchObject({ checks: { pass: 1 } });
});

test('the guided minute ends in a gate of this laptop, which can be forgotten', async () => {
  const { page, press, tabTo } = await openedBooth();
  await press('F10');
  await page.getByText('Laptop này chưa hiệu chỉnh').waitFor();
  await tabTo(/^Hiệu chỉnh, một phút/);
  await press('Enter');
  await page.getByText('Đặt điện thoại đang mở Bluezone sát laptop, giữ yên.').waitFor();
  await page.getByText('Mang điện thoại đó ra xa ít nhất hai mét.').waitFor({ timeout: 300_000 });
  await page.getByText('Hiệu chỉnh xong.').waitFor({ timeout: 300_000 });
  await page.getByText(/^Ngưỡng gần: Android −4\d dBm, iPhone −3\d dBm$/).waitFor();
  await tabTo(/^Về ngưỡng chung/);
  await press('Enter');
  await page.getByText('Ngưỡng gần: Android −50 dBm, iPhone −38 dBm').waitFor();
});

test('the beacon is sent and stopped, and the laptop’s ears are tried, from the keyboard', async () => {
  const { page, press, tabTo } = await openedBooth();
  await press('F10');
  await tabTo(/^Phát 60 giây/);
  await press('Enter');
  await page.getByText('Đang phát, tự dừng sau tối đa 60 giây.').waitFor();
  await tabTo(/^Dừng/);
  await press('Enter');
  await page.getByText(/^Đã phát .* giây và đã dừng\.$/).waitFor();
  await tabTo(/^Nghe thử 5 giây/);
  await press('Enter');
  await page.getByText(/^Mọi thiết bị: [1-9]/).waitFor({ timeout: 300_000 });
});

test('a worker who comes during the calibration is checked at once', async () => {
  const { page, press, tabTo } = await openedBooth();
  await press('F10');
  await tabTo(/^Hiệu chỉnh, một phút/);
  await press('Enter');
  await page.getByText(/^Máy mạnh nhất/).waitFor();
  await press('F8');
  await page.locator('[data-verdict]').waitFor({ timeout: 300_000 });
  await press('F10');
  await page.getByText('Laptop này chưa hiệu chỉnh').waitFor();
});

test('the pill of the radio leads to the laptop’s own tools', async () => {
  const { page, press, tabTo } = await openedBooth();
  await tabTo(/^Luyện tập với điện thoại giả/);
  await press('Enter');
  await page.getByRole('dialog', { name: 'Bluetooth' }).waitFor();
  await tabTo(/^Thử và hiệu chỉnh/);
  await press('Enter');
  await page.getByRole('heading', { name: 'Bluetooth của laptop' }).waitFor();
});

describe('what a check asks', () => {
  const scenes: readonly (readonly [string, (booth: Booth) => Promise<void>])[] = [
    [
      'codes while it listens',
      async (booth) => {
        await expects(booth, 'side-by-side');
        await booth.press('NumpadMultiply');
        await booth.page.getByRole('button', { name: /Khớp$/ }).nth(1).waitFor();
      },
    ],
    ['codes after the verdict', async ({ page }) => verdict(page, 'CÓ TÍN HIỆU, KHÔNG RÕ MÁY NÀO')],
    [
      'the cards',
      async ({ page, press }) => {
        await press('Digit6');
        await page.getByRole('dialog').waitFor();
      },
    ],
    [
      'the cards of an old version',
      async (booth) => {
        await booth.press('Escape');
        await expects(booth, 'old-version');
        await booth.press('NumpadMultiply');
        await verdict(booth.page, 'BẢN CŨ');
        await booth.press('Digit6');
        await booth.page
          .getByRole('button', { name: /^Đây là lý do/ })
          .first()
          .waitFor();
      },
    ],
    [
      'the iPhone that may be asked',
      async (booth) => {
        await booth.press('Escape');
        await expects(booth, 'iphone-mute');
        await booth.press('NumpadMultiply');
        await booth.page.getByRole('button', { name: 'Hỏi iPhone xác nhận' }).waitFor();
        await booth.press('Digit7');
        await booth.page.getByText(/Chưa đọc được xác nhận/).waitFor();
      },
    ],
    [
      'the laptop’s own Bluetooth',
      async ({ page, press, tabTo }) => {
        await press('F10');
        await tabTo(/^Hiệu chỉnh, một phút/);
        await press('Enter');
        await page.getByRole('progressbar').waitFor();
      },
    ],
  ];

  test('is open to readers of screens and fits three kinds of glass', async () => {
    const booth = await openedBooth();
    const wrong: string[] = [];
    for (const [scene, reach] of scenes) {
      await reach(booth);
      wrong.push(...(await barriers(booth.page)).map((barrier) => `${scene}: ${barrier}`));
      for (const [width, height] of [
        [1920, 1080],
        [1024, 600],
        [1366, 768],
      ] as const) {
        await booth.page.setViewportSize({ width, height });
        wrong.push(...(await misfits(booth.page)).map((misfit) => `${scene} at ${width}: ${misfit}`));
      }
    }
    expect(wrong).toEqual([]);
  });
});
