import type { FailureCode } from '../../core/base/result.ts';
import type { Entry } from './entry.ts';

/** Failures of the roster: of reading its file, and of changing it. */
export const rosterFailures = {
  'roster-missing': [
    'Không thấy tệp {file}.',
    'Kiểm tra lại tên tệp và thư mục.',
    'There is no file {file}.',
    'Check the name and the folder.',
  ],
  'roster-unreadable': [
    'Không đọc được tệp danh sách ({why}).',
    'Mở tệp bằng Excel, lưu lại dạng .xlsx rồi nhập lại.',
    'The roster file cannot be read ({why}).',
    'Open it in Excel, save as .xlsx, and import again.',
  ],
  'roster-encoding': [
    'Tệp không phải mã Unicode (UTF-8), chữ tiếng Việt sẽ bị hỏng.',
    'Trong Excel chọn “CSV UTF-8” hoặc .xlsx khi lưu, rồi nhập lại. Danh sách cũ giữ nguyên.',
    'The file is not Unicode (UTF-8); Vietnamese letters would be broken.',
    'Save it as “CSV UTF-8” or .xlsx and import again. The roster is unchanged.',
  ],
  'roster-columns': [
    'Dòng tiêu đề thiếu cột: {columns}.',
    'Dòng đầu cần có các cột ma, ten (và cap, ma_cap_tren, ma_tinh, tong_lao_dong, doan_vien, co_smartphone).',
    'The heading row lacks: {columns}.',
    'The first row needs the columns ma, ten (and cap, ma_cap_tren, ma_tinh, tong_lao_dong, doan_vien, co_smartphone).',
  ],
  'roster-empty': [
    'Tệp không có dòng nào.',
    'Kiểm tra xem đã chọn đúng tệp, đúng trang tính chưa.',
    'The file has no rows.',
    'Check that it is the right file and sheet.',
  ],
  'roster-too-large': [
    'Tệp quá lớn ({size} MB; tối đa {max} MB).',
    'Chia danh sách thành nhiều tệp theo công đoàn cấp trên.',
    'The file is too large ({size} MB; at most {max} MB).',
    'Split the roster by upper union.',
  ],
  'roster-refused': [
    'Không dòng nào của tệp vào danh sách.',
    'Sửa các dòng đã nêu rồi nhập lại; với dòng mà ở đây mới hơn tệp, thêm --conflicts take. Danh sách giữ nguyên.',
    'No row of the file went into the roster.',
    'Correct the rows that are named and import again; for rows that are newer here than in the file, add --conflicts take. The roster is unchanged.',
  ],
  'roster-changed': [
    'Danh sách đã thay đổi từ khi xem trước.',
    'Xem trước lại rồi áp dụng. Chưa có dòng nào được nhập.',
    'The roster has changed since the preview.',
    'Preview again, then apply. No row has gone in.',
  ],
  'roster-preview-gone': [
    'Bản xem trước này không còn.',
    'Chọn lại tệp để xem trước. Chưa có dòng nào được nhập.',
    'This preview is gone.',
    'Choose the file again. No row has gone in.',
  ],
  'row-rejected': ['Chưa đổi được “{code}”: {what}', '{todo}', '“{code}” was not changed: {whatEn}', '{todoEn}'],
} satisfies Partial<Record<FailureCode, Entry>>;
