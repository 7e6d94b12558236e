/**
 * Pictures of every screen for the README, taken from the running kit: a made-up industrial park in the practice
 * world on the fourth day of the week, on a laptop of 1366 × 768, with the same clock and the same people every
 * time. `npm run pictures`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from '../test/e2e/kit/browser.ts';
import { type HostOptions, openHost } from '../test/e2e/kit/host.ts';
import { listensForAWhile } from '../test/e2e/kit/practice.ts';
import { rosterFile } from '../test/e2e/kit/roster.ts';
import { kit } from '../test/kit/cli.ts';

const OUT = path.resolve('docs/pictures');
const NOW = '2020-08-21T06:58:00+07:00';
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

/** Counts the week from the terminal, each line at its own time. */
async function fill(data: string): Promise<void> {
  const roster = path.join(data, '..', rosterFile.name);
  writeFileSync(roster, rosterFile.buffer);
  await must('roster', 'import', roster, ...inPractice(data, '2020-08-18T06:00:00+07:00'));
  for (const [at, union, outcome, people] of week) {
    const now = `2020-08-${at}:00+07:00`;
    await must('tally', '--union', union, '--outcome', outcome, '--count', String(people), ...inPractice(data, now));
  }
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

async function choose(page: Page, typed: string, name: RegExp): Promise<void> {
  await page.keyboard.press('F2');
  await page.keyboard.press('Period');
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
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

const home = mkdtempSync(path.join(tmpdir(), 'tram-pictures-'));
const data = path.join(home, 'tram-bluezone');
mkdirSync(data);
mkdirSync(OUT, { recursive: true });
try {
  await fill(data);
  await visit({ data }, async (page, shoot) => {
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
    await page.keyboard.press('F9');
    await page.getByRole('img', { name: /bluezone/ }).waitFor();
    await shoot('audience');
    await page.keyboard.press('F3');
    await page.locator('input[type=file]').setInputFiles(rosterFile);
    await page.getByRole('cell').first().waitFor();
    await shoot('unions');
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
