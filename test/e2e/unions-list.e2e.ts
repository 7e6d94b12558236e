import { describe, expect, test } from 'vitest';
import { openBooth } from './kit/booth.ts';
import { anOffice, asks, MORNING, opens, picks, TAN_AN } from './kit/office.ts';
import { letIn, rosterFile } from './kit/roster.ts';

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
