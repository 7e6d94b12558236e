import { expect, test } from 'vitest';
import { barriers, openBooth } from './kit/booth.ts';
import { anOffice, FRIDAY } from './kit/report-office.ts';

test('an office issues a report by keyboard, sees it as it prints, follows it, and corrects it by naming the old one', async () => {
  const booth = await openBooth({ data: await anOffice(), radio: 'none', now: FRIDAY });
  const { page, press, tabTo, complaints } = booth;
  await booth.chooses('KCN1', 'Công đoàn các khu công nghiệp tỉnh Bình Dương');
  await press('F4');
  await page.getByRole('heading', { name: 'Lập báo cáo' }).waitFor();
  await page.getByText('Đã quá hạn').waitFor();

  await tabTo(/^Rà soát/);
  await press('Enter');
  const signer = page.getByRole('listitem').filter({ hasText: 'Chưa có người ký.' });
  await signer.waitFor();
  await tabTo(/^Mở chỗ sửa: Chưa có người ký/);
  await press('Enter');
  await page.getByRole('heading', { name: 'Mẫu văn bản của đơn vị' }).waitFor();
  await page.getByLabel('Chọn hình thức ký').selectOption({ label: 'KT. CHỦ TỊCH / PHÓ CHỦ TỊCH' });
  expect(await page.getByLabel('Thẩm quyền ký', { exact: true }).inputValue()).toBe('KT. CHỦ TỊCH');
  await tabTo(/^Trang giấy và đoạn văn/);
  await press('Enter');
  await page.getByLabel('Lề trái (mm)').fill('35');
  await page.getByLabel('Người ký', { exact: true }).fill('Nguyễn Thị Hoa');
  await press('Enter');
  await page.getByText('Đã lưu mẫu văn bản.').waitFor();

  await tabTo(/^Xem trước/);
  await press('Enter');
  await page.locator('canvas[data-page="1"]').waitFor();
  await page.getByText('Chữ trên trang 1').waitFor();
  const words = page.locator('section', { hasText: 'Chữ trên trang 1' }).last();
  await expect.poll(() => words.textContent()).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(await words.textContent()).toContain('Kết quả vận động đoàn viên, CNVCLĐ cài đặt ứng dụng Bluezone');
  await tabTo(/^Trang sau/);
  await press('Enter');
  await page.locator('canvas[data-page="2"]').waitFor();
  await press('PageUp');
  await page.locator('canvas[data-page="1"]').waitFor();

  await page
    .getByRole('navigation', { name: 'Các phần của báo cáo' })
    .getByRole('button', { name: 'Ban hành' })
    .focus();
  await press('Enter');
  await page.getByLabel('Số văn bản đi').focus();
  await press('Enter');
  await page.getByText('Báo cáo chưa có số.').waitFor();
  await page.keyboard.type('8');
  await press('Enter');
  const issued = page.getByRole('article', { name: '08/BC-CĐKCN' });
  await issued.getByText('Đã ban hành').waitFor();
  await issued.getByText('Nộp muộn').waitFor();
  await tabTo(/^Ghi đã gửi: Báo cáo số 08\/BC-CĐKCN/);
  await press('Enter');
  await issued.getByText('Đã gửi ngày 28/8/2020').waitFor();

  await page.getByLabel('Số văn bản đi').fill('9');
  await press('Enter');
  await page.getByText('Đơn vị đã ban hành Báo cáo số 08/BC-CĐKCN trong đợt này.').waitFor();
  await page.getByLabel('Thay thế Báo cáo số 08/BC-CĐKCN').focus();
  await press('Space');
  await page.getByLabel('Số văn bản đi').focus();
  await press('Enter');
  const next = page.getByRole('article', { name: '09/BC-CĐKCN' });
  await next.getByText('Thay thế Báo cáo số 08/BC-CĐKCN').waitFor();
  await issued.getByText('Đã được thay thế bằng Báo cáo số 09/BC-CĐKCN').waitFor();
  await next.getByRole('button', { name: /^Lập lại tệp/ }).focus();
  await press('Enter');
  await next.getByText(/^bao-cao-so-09-KCN1.*\.pdf$/).waitFor();
  expect(complaints).toEqual([]);
});

test('the board marks who is late and who changed, notes a report on paper, and leads to the union', async () => {
  const booth = await openBooth({ data: await anOffice(), radio: 'none', now: FRIDAY });
  const { page, press, tabTo, complaints } = booth;
  await booth.chooses('KCN1', 'Công đoàn các khu công nghiệp tỉnh Bình Dương');
  await press('F4');
  await tabTo(/^Đơn vị trực thuộc/);
  await press('Enter');
  const row = (code: string) => page.locator(`tr[data-unit="${code}"]`);
  await row('0101').getByText('Chưa báo cáo, quá hạn').waitFor();
  await row('0102').getByText('Báo cáo đúng hạn, ngày 26/8/2020').waitFor();
  await row('0102')
    .getByText(/Đổi số: Đếm: Đã cài trước/)
    .waitFor();
  expect(await page.locator('tr[data-unit]').first().getAttribute('data-unit')).toBe('0101');
  await tabTo(/^Xếp theo Hạng/);
  await press('Enter');
  expect(await page.locator('tr[data-unit]').first().getAttribute('data-unit')).toBe('0102');

  await tabTo(/^Ghi đã nhận báo cáo: CĐCS Công ty TNHH Gỗ Tân An/);
  await press('Enter');
  await page.getByLabel('Số, ký hiệu trên báo cáo (nếu có)').fill('07/BC-CĐCS');
  await press('Enter');
  await row('0101').getByText('Báo cáo nộp muộn, ngày 28/8/2020').waitFor();
  await row('0101').getByText('07/BC-CĐCS · bản giấy').waitFor();

  await row('0101').getByRole('button', { name: /^Mở / }).focus();
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'CĐCS Công ty TNHH Gỗ Tân An' }).waitFor();
  await press('Escape');
  await row('0101').waitFor();
  expect(complaints).toEqual([]);
});

test('every part of the report is free of barriers, at three sizes of glass and in both languages', async () => {
  const booth = await openBooth({ data: await anOffice(), radio: 'none', now: FRIDAY });
  const { page, press } = booth;
  await booth.chooses('KCN1', 'Công đoàn các khu công nghiệp tỉnh Bình Dương');
  await press('F4');
  const parts = page
    .getByRole('navigation', { name: /^(Các phần của báo cáo|Parts of the report)$/ })
    .getByRole('button');
  const sizes = [
    { width: 1366, height: 768 },
    { width: 1024, height: 600 },
    { width: 1920, height: 1080 },
  ];
  for (const language of ['vi', 'en']) {
    if (language === 'en') {
      await press('F10');
      await page.getByText('English').click();
      await press('F4');
    }
    await parts.first().waitFor();
    const names = await parts.allTextContents();
    expect(names).toHaveLength(7);
    for (const [at, name] of names.entries()) {
      await parts.nth(at).click();
      // What is folded on a form has barriers of its own.
      for (const folded of await page.locator('summary').all()) await folded.click();
      for (const size of language === 'vi' ? sizes : sizes.slice(1, 2)) {
        await page.setViewportSize(size);
        expect(await barriers(page), `${name} ${size.width}`).toEqual([]);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
        expect(sideways, `${name} ${size.width}`).toBe(false);
      }
    }
  }
});
