import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { kitJson } from './cli.ts';
import { freshFolder } from './folder.ts';

export const ROSTER = `ma,ten,cap,ma_cap_tren,ma_tinh,tong_lao_dong,doan_vien,co_smartphone
T1,Công đoàn các KCN tỉnh Bình Dương,3,LDLD74,74,1.200,1000,900
C1,CĐCS Công ty TNHH Một,4,T1,74,600,500,450
C2,CĐCS Công ty Hai,4,T1,74,=1+1,,
`;

export async function boothWithRoster(): Promise<{ data: string[]; folder: string }> {
  const folder = freshFolder();
  const file = path.join(folder, 'danh-sach.csv');
  writeFileSync(file, ROSTER);
  const data = ['--data', path.join(folder, 'data'), '--now', '2020-08-18T06:30:00+07:00'];
  await kitJson('roster', 'import', file, ...data);
  return { data, folder };
}
