import type { Locator, Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Booth, barriers, openBooth } from './kit/booth.ts';
import { letIn, rosterFile } from './kit/roster.ts';

const MORNING = '2020-08-19T06:31:00+07:00';
const TAN_AN = 'CĐCS Công ty TNHH Gỗ Tân An';

const parts = (page: Page) => page.getByRole('navigation', { name: 'Các phần của đơn vị' });
const part = (page: Page, name: string) => parts(page).getByRole('button', { name }).click();

/** An office with the made-up industrial park in its list. */
async function anOffice(now = MORNING): Promise<Booth> {
  const booth = await openBooth({ now });
  await booth.press('F3');
  await booth.page.locator('input[type=file]').setInputFiles(rosterFile);
  await letIn(booth.page);
  return booth;
}

/** A file that was saved at a moment of its own is picked. */
async function picks(page: Page, name: string, text: string, savedAt: string): Promise<void> {
  await page.locator('input[type=file]').waitFor({ state: 'attached' });
  await page.evaluate(
    ([fileName, content, saved]) => {
      const field = document.querySelector<HTMLInputElement>('input[type=file]');
      if (field === null) throw new Error('no field for a file');
      const picked = new DataTransfer();
      picked.items.add(new File([content], fileName, { type: 'text/csv', lastModified: Date.parse(saved) }));
      field.files = picked.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [name, text, savedAt] as const,
  );
}

/** Opens the page of a union from the list by keyboard: search, Enter. */
async function opens({ page, press }: Booth, typed: string, name: string): Promise<void> {
  await press('F3');
  if ((await parts(page).count()) > 0) await press('F3');
  await page.getByRole('textbox', { name: 'Tìm công đoàn' }).fill(typed);
  await press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Asks the kit as another window of the same kit does. */
const asks = (page: Page, name: string, input: object): Promise<void> =>
  page.evaluate(
    async ([request, body]) => {
      const answer = await fetch(`./api/${request}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const reply = (await answer.json()) as { ok: boolean };
      if (!reply.ok) throw new Error(`${request}: ${JSON.stringify(reply)}`);
    },
    [name, input] as const,
  );

async function reloads(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('navigation').waitFor();
}

const row = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });

describe('a list of unions', () => {
  test('is looked at before it goes in: new, changed, refused and doubtful rows, and what a person changed here stays', async () => {
    const office = await openBooth({ now: MORNING });
    const { page } = office;
    await office.press('F3');
    await picks(page, rosterFile.name, rosterFile.buffer.toString(), '2020-08-01T00:00:00Z');
    await letIn(page);
    await opens(office, '0101', TAN_AN);
    await page.getByRole('button', { name: 'Sửa số lao động' }).click();
    await page.getByRole('textbox', { name: 'Lao động' }).fill('700');
    await page.getByRole('textbox', { name: 'Lý do' }).fill('công ty báo lại');
    await page.getByRole('button', { name: 'Ghi thay đổi' }).click();
    await page.getByText('Đã ghi thay đổi.').waitFor();
    await office.press('Escape');
    const lines = [
      'ma,ten,cap,ma_cap_tren,ma_tinh,tong_lao_dong,doan_vien,co_smartphone',
      '0101,CĐCS Công ty TNHH Gỗ Tân An,4,KCN1,74,650,600,580',
      '0102,CĐCS Công ty cổ phần May Sao Mai,4,KCN1,74,1300,1150,900',
      '0107,CĐCS Công ty Mới,4,KCN1,74,10,,',
      'kcn1,Công đoàn các KCN,3,LDLD74,74,,,',
      '0108,CĐCS Công ty Sai,4,KCN1,74,nhiều,,',
      '0109,CĐ bộ phận Xưởng 1,5,0108,74,,,',
    ];
    await picks(page, 'moi.csv', lines.join('\r\n'), '2020-08-10T00:00:00Z');
    await page.getByRole('heading', { name: 'Xem trước moi.csv' }).waitFor();
    const preview = page.getByRole('region', { name: 'Xem trước moi.csv' });
    const sum = (name: string) => page.locator(`[data-sum=${name}] dd`).textContent();
    const names = ['added', 'changed', 'unchanged', 'conflicting', 'rejected'];
    expect(await Promise.all(names.map(sum))).toEqual(['2', '1', '0', '1', '2']);
    expect(await preview.getByRole('row').filter({ hasText: TAN_AN }).textContent()).toMatch(
      /Có người sửa ở đây[\s\S]*Lao động: 700 → 650/,
    );
    await page.getByRole('button', { name: /^không nhận/ }).click();
    await page.getByText('Cấp trên “0108” của “0109” ở dòng 6 không được nhận.').waitFor();
    await page.getByRole('button', { name: /^cần xem mã/ }).click();
    await page.getByText('Mã mới “kcn1” chỉ khác mã “KCN1” ở chữ hoa, chữ thường.').waitFor();
    await page.getByRole('button', { name: /^thay đổi/ }).click();
    await page.getByText('Lao động: 1.200 → 1.300').waitFor();
    await letIn(page, 'moi.csv');
    await page.getByText('Đã giữ nguyên 1 dòng xung đột.').waitFor();
    await opens(office, '0101', TAN_AN);
    expect(await page.getByText('700', { exact: true }).count()).toBe(1);
  });

  test('that changed since the preview is looked at again, and nothing went in meanwhile', async () => {
    const office = await anOffice();
    const { page } = office;
    const text = `${rosterFile.buffer.toString()}0107,CĐCS Công ty Mới,4,KCN1,74,10,,\r\n`;
    const file = { name: 'moi.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('heading', { name: 'Xem trước moi.csv' }).waitFor();
    await asks(page, 'union.change', { union: '0102', workers: 5_000, why: 'báo lại' });
    await page.getByRole('button', { name: 'Nhập vào danh sách' }).click();
    await page.getByText('Danh sách đã thay đổi từ khi xem trước.').waitFor();
    await page.getByRole('button', { name: 'Xem trước lại' }).click();
    await page.getByRole('heading', { name: 'Xem trước moi.csv' }).waitFor();
    await letIn(page, 'moi.csv');
  });
});

describe('a union', () => {
  test('that was renamed is found by its former name, and the history says who and why', async () => {
    const office = await anOffice();
    const { page, press } = office;
    await asks(page, 'settings.set', { operator: 'ab' });
    await opens(office, 'tan an', TAN_AN);
    await page.getByRole('button', { name: 'Đổi tên' }).click();
    await page.getByRole('textbox', { name: 'Tên', exact: true }).fill('CĐCS Công ty cổ phần Gỗ Việt');
    await press('Enter');
    await page.getByText('Cần ghi lý do.').waitFor();
    await page.getByRole('textbox', { name: 'Lý do' }).fill('công ty đổi tên');
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'CĐCS Công ty cổ phần Gỗ Việt' }).waitFor();
    await part(page, 'Lịch sử');
    const line = page.getByRole('row').filter({ hasText: 'công ty đổi tên' });
    expect(await line.textContent()).toMatch(/AB[\s\S]*Gỗ Việt/);
    await press('Escape');
    await opens(office, 'go tan an', 'CĐCS Công ty cổ phần Gỗ Việt');
    await page.getByText(`Tên cũ: ${TAN_AN}`).waitFor();
  });

  test('says zero and not reported apart, and is refused in words beside the field', async () => {
    const office = await anOffice();
    const { page, press } = office;
    await opens(office, 'tan an', TAN_AN);
    await part(page, 'Số tự báo cáo');
    const reached = page.getByRole('textbox', { name: 'Được tuyên truyền' });
    const installed = page.getByRole('textbox', { name: 'Cài mới trong đợt' });
    expect([await installed.inputValue(), await installed.getAttribute('placeholder')]).toEqual(['', 'chưa báo cáo']);
    await reached.fill('12O');
    await press('Enter');
    await page.getByText('“12O” không dùng được cho “Được tuyên truyền”.').waitFor();
    expect(await reached.evaluate((field) => field === document.activeElement)).toBe(true);
    await reached.fill('120');
    await installed.fill('0');
    await press('Enter');
    await page.getByText('Đã lưu 2 thay đổi.').waitFor();
    expect(await row(page, 'Cài mới trong đợt').textContent()).toContain('0số của đơn vị này');
    expect(await row(page, 'Đã cài trước đợt').textContent()).toContain('chưa báo cáo');
    await page.getByRole('button', { name: 'Rút lại “Cài mới trong đợt”, ghi là chưa báo cáo' }).click();
    await page.getByText('sẽ ghi là chưa báo cáo').waitFor();
    await page.getByRole('button', { name: 'Lưu 1 thay đổi' }).click();
    await page.getByText('Đã lưu 1 thay đổi.').waitFor();
    expect(await row(page, 'Cài mới trong đợt').textContent()).toMatch(/Trước đó: 0[\s\S]*chưa báo cáo/);
    // The park above sums what is known, and says of how many.
    await part(page, 'Thông tin');
    await page.getByRole('button', { name: /^Công đoàn các khu công nghiệp/ }).click();
    await page.getByRole('heading', { level: 1, name: /^Công đoàn các khu công nghiệp/ }).waitFor();
    await part(page, 'Số tự báo cáo');
    await page.getByText('1/4 đơn vị đã báo').waitFor();
    expect(await row(page, 'Được tuyên truyền').textContent()).toContain('120');
  });

  test('keeps the reason of a warning that somebody took upon themselves, until the number changes', async () => {
    const office = await anOffice();
    const { page, press } = office;
    await asks(page, 'settings.set', { operator: 'ab' });
    await opens(office, 'tan an', TAN_AN);
    await part(page, 'Số tự báo cáo');
    const reached = page.getByRole('textbox', { name: 'Được tuyên truyền' });
    const says = async (number: string) => {
      await reached.fill(number);
      await press('Enter');
      await page.getByText('Đã lưu 1 thay đổi.').waitFor();
    };
    await says('600');
    await says('550');
    await page.getByText('“Được tuyên truyền” giảm từ 600 xuống 550 mà chưa ghi lý do.').waitFor();
    await part(page, 'Cảnh báo');
    await page.getByRole('textbox', { name: /^Lý do chấp nhận/ }).fill('đếm lại theo ca');
    await page.getByRole('button', { name: /^Chấp nhận cảnh báo/ }).click();
    await page.getByText(/“đếm lại theo ca” — AB/).waitFor();
    await reloads(page);
    await opens(office, 'tan an', TAN_AN);
    await part(page, 'Cảnh báo');
    await page.getByText(/“đếm lại theo ca” — AB/).waitFor();
    await part(page, 'Số tự báo cáo');
    await says('500');
    await page.getByRole('button', { name: /^Chấp nhận cảnh báo/ }).waitFor();
  });

  test('writes down outreach with people reached, and difficulties in words', async () => {
    const office = await anOffice();
    const { page } = office;
    await opens(office, 'tan an', TAN_AN);
    await part(page, 'Tuyên truyền');
    await page.getByRole('textbox', { name: 'Tờ rơi: Số lượng' }).fill('1.500');
    await page.getByRole('textbox', { name: 'Tờ rơi: Số người tiếp cận' }).fill('640');
    await page.getByRole('textbox', { name: 'Khó khăn, vướng mắc' }).fill('Nhiều điện thoại cũ\nThiếu mạng');
    await page.getByRole('button', { name: 'Lưu 3 thay đổi' }).click();
    await page.getByText('Đã lưu 3 thay đổi.').waitFor();
    await reloads(page);
    await opens(office, 'tan an', TAN_AN);
    await part(page, 'Tuyên truyền');
    expect(await page.getByRole('textbox', { name: 'Tờ rơi: Số lượng' }).inputValue()).toBe('1500');
    expect(await page.getByRole('textbox', { name: 'Khó khăn, vướng mắc' }).inputValue()).toContain('Thiếu mạng');
    expect(await row(page, /^Tờ rơi/).textContent()).toMatch(/1\.500[\s\S]*640 người/);
  });

  test('shows its live totals move when another window counts, over a denominator that is chosen and named', async () => {
    const office = await anOffice();
    const { page } = office;
    await opens(office, 'KCN1', 'Công đoàn các khu công nghiệp tỉnh Bình Dương');
    await part(page, 'Số đếm');
    const cells = async () => (await page.locator('[data-outcome=installed] td').allTextContents()).join(' ');
    await page.locator('[data-outcome=installed]').waitFor();
    expect(await cells()).toBe('0 0 0');
    const other = await page.context().newPage();
    onTestFinished(() => other.close());
    await other.goto(page.url());
    await other.getByRole('navigation').waitFor();
    await asks(other, 'tally.add', { union: '0101', outcome: 'installed', count: 58 });
    await page.locator('[data-outcome=installed] td').getByText('58').first().waitFor();
    expect(await cells()).toBe('58 58 0');
    await page.getByText('1 trong 4 công đoàn cơ sở').waitFor();
    expect(await page.locator('[data-bar="6"]').textContent()).toMatch(/6 giờ\s*58/);
    expect(await page.getByRole('rowheader', { name: /^(1[89]|2[0-5])\/8$/ }).count()).toBe(8);
    await asks(other, 'tally.minus', { union: '0101', outcome: 'installed', count: 8, why: 'đếm lặp', day: null });
    await page.locator('[data-outcome=installed] td').getByText('50').first().waitFor();
    await page.getByRole('combobox', { name: 'Mẫu số' }).selectOption('roster.smartphones');
    await page.getByText('Mẫu số: Số người có điện thoại thông minh, theo danh sách công đoàn').waitFor();
    await page.getByText('Tử số: Cài mới + Đã cài + Kích hoạt lại').waitFor();
    // A line that was taken back is struck through, and said so.
    await asks(other, 'tally.undo', {});
    await opens(office, 'tan an', TAN_AN);
    await part(page, 'Lịch sử');
    const undone = page.getByRole('row').filter({ hasText: 'đếm lặp' });
    expect(await undone.textContent()).toContain('đã hoàn tác');
    expect(await undone.locator('s').count()).toBe(1);
  });

  test('is worked through by keyboard alone, and Escape goes one step back', async () => {
    const office = await anOffice();
    const { page, press, tabTo } = office;
    await press('F2', 'F3');
    await page.getByRole('textbox', { name: 'Tìm công đoàn' }).focus();
    await page.keyboard.type('sao mai');
    await page.getByText(/^Hiện 1 trong 1 /).waitFor();
    await press('ArrowDown', 'Enter');
    await page.getByRole('heading', { level: 1, name: /May Sao Mai/ }).waitFor();
    for (const name of ['Số đếm', 'Số tự báo cáo', 'Tuyên truyền', 'Cảnh báo', 'Lịch sử', 'Thông tin']) {
      await tabTo(new RegExp(`^${name}`));
      await press('Enter');
      await parts(page).locator('[aria-current=page]', { hasText: name }).waitFor();
    }
    await press('Escape');
    await page.getByRole('heading', { level: 1, name: 'Danh sách công đoàn' }).waitFor();
    await page.locator('[data-union="0102"]:focus').waitFor();
    expect(await page.getByRole('textbox', { name: 'Tìm công đoàn' }).inputValue()).toBe('sao mai');
  });
});

test.each(['vi', 'en'])(
  'every part of a union is open to readers of screens and fits every glass (%s)',
  async (language) => {
    const office = await anOffice();
    const { page, press } = office;
    await asks(page, 'declared.set', { union: '0106', figures: { workers: 900, reached: 950, installed: 700 } });
    await asks(page, 'declared.set', { union: '0106', figures: { reached: 910 } });
    await asks(page, 'tally.add', { union: '0106', outcome: 'unable', reason: 'HDH_CU', count: 3 });
    await asks(page, 'union.change', { union: '0106', to: '20/8/2020', successor: '0101', why: 'sáp nhập' });
    await page.evaluate((value) => localStorage.setItem('tram-bluezone.language', value), language);
    await page.reload();
    await page.getByRole('navigation').waitFor();
    await press('F3');
    await page.getByRole('textbox').fill('0106');
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: /Nguyễn Hoàng Thịnh Phát/ }).waitFor();
    const wrong: string[] = [];
    const names = await page.locator('nav button[aria-current]').first().locator('..').locator('button').all();
    for (const name of names) {
      await name.click();
      await page.locator('main h2, main table').first().waitFor();
      const scene = await name.textContent();
      for (const [width, height] of [
        [1920, 1080],
        [1024, 600],
        [1366, 768],
      ] as const) {
        await page.setViewportSize({ width, height });
        wrong.push(...(await barriers(page)).map((barrier) => `${scene} at ${width}: ${barrier}`));
        const wide = await page.evaluate(() => {
          const main = document.querySelector('main');
          return main !== null && main.scrollWidth > main.clientWidth;
        });
        if (wide) wrong.push(`${scene} at ${width}: wider than the glass`);
      }
    }
    expect(wrong).toEqual([]);
  },
);
