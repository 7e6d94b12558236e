import type { Page } from 'playwright-core';

/** Made-up companies of a made-up industrial park; two rows are wrong on purpose, one name is as long as names get. */
export const roster = [
  'ma,ten,cap,ma_cap_tren,ma_tinh,tong_lao_dong,doan_vien,co_smartphone',
  'KCN1,Công đoàn các khu công nghiệp tỉnh Bình Dương,3,LDLD74,74,,,',
  '0101,CĐCS Công ty TNHH Gỗ Tân An,4,KCN1,74,640,600,580',
  '0102,CĐCS Công ty cổ phần May Sao Mai,4,KCN1,74,1200,1150,900',
  '0103,CĐCS Công ty TNHH Điện tử Minh Phát,4,KCN1,74,2400,2300,2250',
  '0104,CĐCS Công ty TNHH Giày Phước Thành,4,KCN99,74,300,280,200',
  '0105,CĐCS Công ty TNHH Bao bì Thuận Phát,4,KCN1,74,-5,80,70',
  '0106,Công đoàn cơ sở Công ty trách nhiệm hữu hạn một thành viên Sản xuất - Thương mại - Dịch vụ Xuất nhập khẩu Linh kiện điện tử và Thiết bị viễn thông Nguyễn Hoàng Thịnh Phát Việt Nam chi nhánh số 2,4,KCN1,74,800,760,700',
].join('\r\n');

/** The roster as a file that a person picks. */
export const rosterFile = {
  name: 'danh-sach-kcn.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\ufeff${roster}\r\n`),
};

/** Looks at what the file that was chosen would do, and lets it go in. */
export async function letIn(page: Page, file = rosterFile.name): Promise<void> {
  await page
    .getByRole('button', { name: 'Nhập vào danh sách' })
    .or(page.getByRole('button', { name: 'Import into the list' }))
    .click();
  await page.getByRole('heading', { name: new RegExp(`(Đã nhập|Imported) ${file}`) }).waitFor();
}
