import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBrowser } from '../test/e2e/kit/browser.ts';
import { openHost } from '../test/e2e/kit/host.ts';
import { rosterFile } from '../test/e2e/kit/roster.ts';
import { barriers } from '../test/e2e/kit/booth.ts';
import { kit } from '../test/kit/cli.ts';
const home = mkdtempSync(path.join(tmpdir(), 'life-look-'));
const data = path.join(home, 'tram');
mkdirSync(data);
const roster = path.join(home, rosterFile.name);
writeFileSync(roster, rosterFile.buffer);
const at = (now: string) => ['--data', data, '--now', now];
const must = async (...args: string[]) => { const end = await kit(...args); if (end.code !== 0) console.log(args.join(' '), end.error); };
await must('roster', 'import', roster, ...at('2020-08-18T06:00:00+07:00'));
for (const [day, u, o, n] of [['18','0101','installed',61],['19','0102','installed',140],['20','0101','already',84],['21','0102','installed',96],['24','0101','reached',12],['25','0101','installed',58]] as const)
  await must('tally','--union',u,'--outcome',o,'--count',String(n),...at(`2020-08-${day}T07:00:00+07:00`));
await must('figures','--union','KCN1','installed=400','reached=900',...at('2020-08-26T07:00:00+07:00'));
await must('report','received','--union','0102','--on','26/8/2020','--symbol','03/BC-CĐCS',...at('2020-08-26T09:00:00+07:00'));
await must('tally','--union','0102','--outcome','already','--count','5',...at('2020-08-27T07:00:00+07:00'));
await must('report','form','--union','KCN1','signer=Nguyễn Thị Hoa',...at('2020-08-27T07:00:00+07:00'));
await must('report','issue','--union','KCN1','--number','8','--date','27/8/2020',...at('2020-08-27T16:00:00+07:00'));
await must('tally','--union','0101','--outcome','installed','--count','7',...at('2020-08-28T07:00:00+07:00'));
const host = await openHost({ data, radio: 'none', now: '2020-08-28T08:00:00+07:00' });
const browser = await openBrowser();
const context = await browser.newContext({ reducedMotion: 'reduce' });
let first = true;
const lang = process.argv[2] ?? 'vi';
for (const [w, h] of [[1366, 768], [1024, 600], [1920, 1080]] as const) {
  if (process.argv[3] && !process.argv[3].includes(String(w))) continue;
  const page = await context.newPage(); await page.setViewportSize({ width: w, height: h });
  page.on('console', (m) => { if (m.type() === 'error' || m.type() === 'warning') console.log('console', m.text()); });
  page.on('pageerror', (e) => console.log('pageerror', e.message));
  await page.goto(first ? host.url : host.url.replace(/enter.*/, '')); first = false;
  if (lang === 'en') { await page.evaluate(() => localStorage.setItem('tram-bluezone.language', 'en')); await page.reload(); }
  await page.getByRole('navigation').first().waitFor();
  await page.keyboard.press('F2'); await page.keyboard.press('Period'); await page.keyboard.type('KCN1'); await page.keyboard.press('Enter');
  await page.waitForTimeout(600);
  await page.keyboard.press('F4');
  await page.waitForTimeout(800);
  const parts = await page.locator('nav').nth(1).getByRole('button').all();
  for (const [i, part] of parts.entries()) {
    await part.click();
    await page.waitForTimeout(i === 3 ? 4000 : 500);
    await page.screenshot({ path: `/tmp/life-pics/${lang}-${w}-${i}.png`, fullPage: false });
    const wrong = await barriers(page);
    if (wrong.length) console.log(w, i, wrong.join('\n'));
    if (w === 1366) { const m = page.locator('main'); const hgt = await m.evaluate((e) => e.scrollHeight); await page.setViewportSize({ width: w, height: Math.min(hgt + 20, 2600) }); await page.waitForTimeout(200); await page.screenshot({ path: `/tmp/life-pics/${lang}-full-${i}.png` }); await page.setViewportSize({ width: w, height: h }); }
  }
  await page.close();
}
await browser.close();
await host.close();
