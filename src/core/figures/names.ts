import type { Bilingual } from '../base/schemas.ts';
import type { DeclaredKey } from './declared.ts';

/** Names of the figures that a union declares itself; a key without a name shows as it is. */
export const DECLARED: Readonly<Record<string, string>> = {
  workers: 'Tổng số đoàn viên, người lao động',
  members: 'Số đoàn viên',
  smartphones: 'Số người có điện thoại thông minh',
  installed_before: 'Đã cài đặt trước đợt',
  installed: 'Cài đặt trong đợt',
  reached: 'Được tuyên truyền',
  grassroots_total: 'Tổng số CĐCS',
  grassroots_active: 'Số CĐCS triển khai',
};

export const declaredLabel = (key: string): string => DECLARED[key] ?? key;

/** Names of declared figures. */
export const figureNames: Readonly<Record<DeclaredKey, Bilingual>> = {
  workers: { vi: 'Tổng số đoàn viên, người lao động', en: 'Workers' },
  members: { vi: 'Đoàn viên', en: 'Members' },
  smartphones: { vi: 'Số người có điện thoại thông minh', en: 'People with a smartphone' },
  installed_before: { vi: 'Đã cài trước đợt', en: 'Installed before the drive' },
  installed: { vi: 'Cài mới trong đợt', en: 'Installed during the drive' },
  reached: { vi: 'Được tuyên truyền', en: 'Informed' },
  grassroots_total: { vi: 'Tổng số công đoàn cơ sở', en: 'Grassroots unions' },
  grassroots_active: { vi: 'Công đoàn cơ sở đã triển khai', en: 'Grassroots unions that took part' },
};
