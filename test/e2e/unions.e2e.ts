import { describe, expect, onTestFinished, test } from 'vitest';
import { barriers } from './kit/booth.ts';
import { anOffice, asks, opens, part, parts, reloads, row, TAN_AN } from './kit/office.ts';

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
