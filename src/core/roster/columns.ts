import { done, failed, type Result } from '../base/result.ts';
import { searchKey } from '../base/text.ts';

const columns = [
  'ma',
  'ten',
  'cap',
  'ma_cap_tren',
  'ma_tinh',
  'tong_lao_dong',
  'doan_vien',
  'co_smartphone',
  'tu_ngay',
  'den_ngay',
  'ma_tiep_nhan',
  'bao_cao_phoi_hop',
] as const;
export type RosterColumn = (typeof columns)[number];
export const rosterColumns: readonly RosterColumn[] = columns;

/** Headings that offices write for the same thing, as search keys. */
const headings: Readonly<Record<RosterColumn, readonly string[]>> = {
  ma: ['ma', 'ma don vi', 'ma cong doan', 'ma cd', 'ma cdcs', 'ma so', 'code'],
  ten: ['ten', 'ten don vi', 'ten cong doan', 'ten cdcs', 'don vi', 'cong doan', 'name'],
  cap: ['cap', 'cap cong doan', 'level'],
  ma_cap_tren: ['ma cap tren', 'cap tren', 'ma don vi cap tren', 'ma cong doan cap tren', 'truc thuoc', 'parent'],
  ma_tinh: ['ma tinh', 'tinh', 'ma tinh thanh', 'ma tinh thanh pho', 'province'],
  tong_lao_dong: ['tong lao dong', 'tong so lao dong', 'so lao dong', 'lao dong', 'tong so nld', 'workers'],
  doan_vien: ['doan vien', 'so doan vien', 'tong so doan vien', 'tong doan vien', 'members'],
  co_smartphone: [
    'co smartphone',
    'so nguoi co smartphone',
    'co dien thoai thong minh',
    'so nguoi co dien thoai thong minh',
    'smartphone',
    'smartphones',
  ],
  tu_ngay: ['tu ngay', 'ngay thanh lap', 'hieu luc tu', 'from'],
  den_ngay: ['den ngay', 'het ngay', 'ngay giai the', 'ngay ngung hoat dong', 'hieu luc den', 'to'],
  ma_tiep_nhan: ['ma tiep nhan', 'don vi tiep nhan', 'ma don vi tiep nhan', 'sap nhap vao', 'successor'],
  bao_cao_phoi_hop: ['bao cao phoi hop', 'phoi hop', 'don vi phoi hop', 'ma don vi so huu so lieu', 'owner'],
};

export type RosterColumns = Partial<Record<RosterColumn, number>>;

/** Finds the columns by their headings, in any order. Code and name must be there. */
export function readColumns(header: readonly string[]): Result<RosterColumns> {
  const found: RosterColumns = {};
  header.forEach((heading, index) => {
    const key = searchKey(heading);
    const column = columns.find((candidate) => headings[candidate].includes(key));
    if (column !== undefined) found[column] ??= index;
  });
  const missing = (['ma', 'ten'] as const).filter((column) => found[column] === undefined);
  return missing.length > 0 ? failed('roster-columns', { columns: missing.join(', ') }) : done(found);
}
