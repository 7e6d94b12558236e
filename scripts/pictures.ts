/**
 * Pictures of every screen for the README, taken from the running kit: a made-up industrial park in the practice
 * world on the fourth day of the week, on a laptop of 1366 × 768, with the same clock and the same people every
 * time. `npm run pictures`; with names, only these: `npm run pictures -- check-codes cards`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Visit } from '../src/core/visits.ts';
import { openBrowser } from '../test/e2e/kit/browser.ts';
import { type HostOptions, openHost } from '../test/e2e/kit/host.ts';
import { listensForAWhile } from '../test/e2e/kit/practice.ts';
import { rosterFile } from '../test/e2e/kit/roster.ts';
import { kit } from '../test/kit/cli.ts';

const OUT = path.resolve('docs/pictures');
const NOW = '2020-08-21T06:58:00+07:00';
const wanted = process.argv.slice(2);
const LAPTOP = { width: 1366, height: 768 };

/** Day and hour, union, outcome, people. */
const week: readonly (readonly [string, string, string, number])[] = [
  ['18T07:10', '0101', 'installed', 61],
  ['18T07:12', '0101', 'already', 84],
  ['18T07:30', '0102', 'installed', 140],
  ['19T06:40', '0101', 'installed', 97],
  ['19T06:41', '0101', 'reactivated', 12],
  ['19T06:55', '0102', 'already', 210],
  ['20T17:05', '0101', 'installed', 58],
  ['20T17:20', '0102', 'installed', 96],
  ['21T06:31', '0102', 'installed', 44],
  ['21T06:35', '0102', 'already', 71],
  ['21T06:40', '0101', 'already', 112],
  ['21T06:44', '0101', 'reached', 21],
  ['21T06:45', '0101', 'declined', 3],
  ['21T06:50', '0101', 'installed', 34],
  ['21T06:52', '0101', 'reactivated', 8],
  ['21T06:55', '0101', 'already', 1],
  ['21T06:56', '0101', 'installed', 1],
];

/** What the first company declared the evening before, and then lowered without a word. */
const declared = ['workers=650', 'smartphones=580', 'installed_before=180', 'installed=250', 'reached=610'];

/** Counts the week from the terminal, each line at its own time. */
async function fill(data: string): Promise<void> {
  const roster = path.join(data, '..', rosterFile.name);
  writeFileSync(roster, rosterFile.buffer);
  await must('roster', 'import', roster, ...inPractice(data, '2020-08-18T06:00:00+07:00'));
  for (const [at, union, outcome, people] of week) {
    const now = `2020-08-${at}:00+07:00`;
    await must('tally', '--union', union, '--outcome', outcome, '--count', String(people), ...inPractice(data, now));
  }
  await must('figures', '--union', '0101', ...declared, ...inPractice(data, '2020-08-20T16:30:00+07:00'));
  await must('figures', '--union', '0101', 'reached=590', ...inPractice(data, '2020-08-20T17:00:00+07:00'));
  await must('figures', '--union', '0102', 'reached=1100', ...inPractice(data, '2020-08-20T17:10:00+07:00'));
  const paper = ['--union', '0102', '--on', '20/8/2020', '--symbol', '03/BC-CĐCS'];
  await must('report', 'received', ...paper, ...inPractice(data, '2020-08-20T17:30:00+07:00'));
}

const inPractice = (data: string, now: string) => ['--practice', '--data', data, '--now', now];

async function must(...args: string[]): Promise<void> {
  const { code, error } = await kit(...args);
  if (code !== 0) throw new Error(`kit ${args.join(' ')}: ${error}`);
}

/** Opens the screens on a host, and hands over the page and a camera. */
async function visit(
  options: HostOptions,
  tour: (page: Page, shoot: (name: string) => Promise<void>) => Promise<void>,
) {
  const host = await openHost({ ...options, now: NOW });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: LAPTOP, reducedMotion: 'reduce' });
    await page.goto(host.url);
    await page.getByRole('navigation').waitFor();
    await page.evaluate(() => document.fonts.ready);
    await tour(page, async (name) => {
      if (wanted.length > 0 && !wanted.includes(name)) return;
      // A pointer that rests on a control would colour it.
      await page.mouse.move(0, 0);
      await page.screenshot({ path: path.join(OUT, `${name}.png`) });
      process.stdout.write(`docs/pictures/${name}.png\n`);
    });
  } finally {
    await browser.close();
    await host.close();
  }
}

/** A booth at the gate, two operators, and a day that was opened in the morning. */
const opensTheDay = (page: Page) =>
  page.evaluate(async () => {
    const ask = (name: string, body: object) =>
      fetch(`./api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    await ask('booth.set', { code: 'B01', name: 'Cổng A', place: 'KCN Sóng Thần 1', union: 'KCN1' });
    await ask('settings.set', { booth: 'B01', operator: 'NVA' });
    await ask('shift.open', { operators: ['NVA', 'TTB'] });
  });

/** What a booth does beside one key for one person. Nothing here is written: the numbers of the other pictures stay. */
async function boothShots(page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  await page.keyboard.press('Equal');
  await page.keyboard.type('125');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Digit2');
  await page.getByRole('button', { name: 'Ghi 125 lượt' }).waitFor();
  await shoot('batch');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Minus');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Digit1');
  await page.keyboard.type('đếm trùng hai người');
  await shoot('minus');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F2');
  await page.getByLabel('Ngày trên phiếu').fill('20/8/2020');
  await page.getByLabel('Cài mới tại bàn').fill('31');
  await shoot('paper');
  await page.keyboard.press('Shift+F4');
  await page.getByRole('button', { name: /^Đúng .* chốt ngày/ }).waitFor();
  await shoot('shift');
  await page.keyboard.press('F2');
}

async function choose(page: Page, typed: string, name: RegExp): Promise<void> {
  await page.keyboard.press('F2');
  await page.keyboard.press('Period');
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Brings this visitor of the practice booth, and listens. */
async function comes(page: Page, visit: Visit): Promise<void> {
  await page.keyboard.press('F2');
  await page.getByRole('navigation').getByRole('button', { name: 'Kiểm tra' }).click();
  await page.getByLabel('Máy đến bàn (luyện tập)').selectOption(visit);
  await page.getByRole('main').focus();
  await page.keyboard.press('NumpadMultiply');
}

/** The report from its checklist to the board: a form that lacks its signer, a page as it prints, a number, who is late. */
async function reportParts(page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  const open = (name: string) =>
    page.getByRole('navigation', { name: 'Các phần của báo cáo' }).getByRole('button', { name }).click();
  await open('Rà soát');
  await page.getByText('Chưa có người ký.').waitFor();
  await shoot('report-check');
  await open('Mẫu văn bản');
  await page.getByLabel('Người ký', { exact: true }).fill('Nguyễn Thị Hoa');
  await page.getByLabel('Địa danh').fill('Bình Dương');
  await page.keyboard.press('Enter');
  await page.getByText('Đã lưu mẫu văn bản.').waitFor();
  await open('Xem trước');
  await page.locator('canvas[data-page="1"]').waitFor();
  await shoot('report-preview');
  await open('Ban hành');
  await page.getByLabel('Số văn bản đi').fill('8');
  await page.keyboard.press('Enter');
  await page.getByRole('article').getByText('Đã ban hành').waitFor();
  await shoot('report-issued');
  await page.getByRole('button', { name: 'Chọn đơn vị' }).click();
  await page.keyboard.type('KCN1');
  await page.keyboard.press('Enter');
  await open('Đơn vị trực thuộc');
  await page.getByText('Báo cáo đúng hạn').first().waitFor();
  await shoot('report-board');
}

/** The page of one union, part by part. */
async function ofUnion(page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  await page.keyboard.press('F3');
  await page.getByRole('textbox', { name: 'Tìm công đoàn' }).fill('go tan an');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Gỗ Tân An/ }).waitFor();
  await page.getByRole('button', { name: 'Đổi tên' }).waitFor();
  await shoot('union');
  const parts = [
    ['Số đếm', 'union-totals'],
    ['Số tự báo cáo', 'union-declared'],
    ['Tuyên truyền', 'union-outreach'],
    ['Cảnh báo', 'union-findings'],
    ['Lịch sử', 'union-history'],
  ] as const;
  for (const [part, picture] of parts) {
    await page.getByRole('navigation', { name: 'Các phần của đơn vị' }).getByRole('button', { name: part }).click();
    await page.getByRole('table').or(page.locator('[data-finding]')).first().waitFor();
    await shoot(picture);
  }
}

const home = mkdtempSync(path.join(tmpdir(), 'tram-pictures-'));
const data = path.join(home, 'tram-bluezone');
mkdirSync(data);
mkdirSync(OUT, { recursive: true });
try {
  await fill(data);
  await visit({ data }, async (page, shoot) => {
    await opensTheDay(page);
    await page.reload();
    await page.getByRole('navigation').waitFor();
    await choose(page, 'sao mai', /May Sao Mai/);
    await choose(page, 'go tan an', /Gỗ Tân An/);
    await page.getByRole('button', { name: /^Cài mới tại bàn 35/ }).waitFor();
    await shoot('booth');
    await page.keyboard.press('Digit4');
    await page.getByRole('dialog').waitFor();
    await shoot('reasons');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Period');
    await page.getByRole('option').first().waitFor();
    await shoot('switch');
    await page.keyboard.press('Escape');
    await boothShots(page, shoot);
    await page.keyboard.press('F9');
    await page.getByRole('img', { name: /bluezone/ }).waitFor();
    await shoot('audience');
    await page.keyboard.press('F3');
    await page.locator('input[type=file]').setInputFiles(rosterFile);
    await page.getByRole('heading', { name: /^Xem trước/ }).waitFor();
    await shoot('unions');
    await ofUnion(page, shoot);
    await page.keyboard.press('F4');
    await page.getByRole('heading', { name: 'Lập báo cáo' }).waitFor();
    await shoot('report');
    await reportParts(page, shoot);
    await page.keyboard.press('F10');
    await page.getByRole('heading', { name: 'Thư mục dữ liệu' }).waitFor();
    await shoot('settings');
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
  });
  await visit({ radio: 'none' }, async (page, shoot) => {
    await page.keyboard.press('F2');
    await page.getByRole('navigation').getByRole('button', { name: 'Kiểm tra' }).click();
    await page.getByRole('button', { name: 'Vào chế độ luyện tập' }).waitFor();
    await shoot('no-bluetooth');
  });
} finally {
  rmSync(home, { recursive: true, force: true });
}
