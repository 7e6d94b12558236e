import type { RowFault } from '../../core/roster/row.ts';
import type { Entry } from './entry.ts';

/** Why a row of a roster did not go in. */
export const rows: Readonly<Record<RowFault, Entry>> = {
  'code-missing': ['Thiếu mã công đoàn.', 'Điền cột ma.', 'No union code.', 'Fill in the column ma.'],
  'code-bad': [
    'Mã “{code}” không dùng được.',
    'Mã dài tối đa 32 ký tự, không có khoảng trắng và các dấu / \\ " \' < > *.',
    'Code “{code}” cannot be used.',
    'At most 32 characters, no spaces and none of / \\ " \' < > *.',
  ],
  'code-duplicate': [
    'Mã “{code}” đã có ở dòng {first}.',
    'Giữ một dòng cho mỗi công đoàn.',
    'Code “{code}” stands in row {first} already.',
    'Keep one row for each union.',
  ],
  'name-missing': ['“{code}” thiếu tên.', 'Điền cột ten.', '“{code}” has no name.', 'Fill in the column ten.'],
  'name-bad': [
    'Tên của “{code}” quá dài.',
    'Rút gọn còn tối đa {max} ký tự.',
    'The name of “{code}” is too long.',
    'Shorten it to at most {max} characters.',
  ],
  'level-unknown': [
    'Chưa rõ cấp của “{code}”.',
    'Điền cột cap: 1 trung ương, 2 tỉnh/ngành, 3 cấp trên trực tiếp cơ sở, 4 cơ sở, 5 trong cơ sở.',
    'The level of “{code}” is not clear.',
    'Fill in cap: 1 central, 2 province or sector, 3 upper, 4 grassroots, 5 inside one.',
  ],
  'parent-self': [
    '“{code}” là cấp trên của chính mình.',
    'Sửa cột ma_cap_tren.',
    '“{code}” is its own superior.',
    'Correct the column ma_cap_tren.',
  ],
  'parent-missing': [
    'Cấp trên “{parent}” của “{code}” không có trong danh sách.',
    'Thêm dòng cho cấp trên, hoặc sửa cột ma_cap_tren.',
    'The superior “{parent}” of “{code}” is not in the roster.',
    'Add a row for it, or correct ma_cap_tren.',
  ],
  'parent-refused': [
    'Cấp trên “{parent}” của “{code}” ở dòng {other} không được nhận.',
    'Sửa dòng {other} trước; dòng này sẽ vào theo.',
    'Row {other}, the superior “{parent}” of “{code}”, was refused.',
    'Mend row {other} first; this one will then go in.',
  ],
  'parent-cycle': [
    '“{code}” nằm trong một vòng cấp trên khép kín.',
    'Sửa cột ma_cap_tren của các dòng trong vòng.',
    '“{code}” lies on a circle of superiors.',
    'Correct ma_cap_tren of the rows on the circle.',
  ],
  'too-deep': [
    '“{code}” nằm sâu hơn {max} cấp.',
    'Kiểm tra lại cột ma_cap_tren.',
    '“{code}” lies more than {max} levels deep.',
    'Check the column ma_cap_tren.',
  ],
  'part-above-whole': [
    'Cột {column} của “{code}” ({part}) lớn hơn tổng số lao động ({whole}).',
    'Sửa số nào sai.',
    'Column {column} of “{code}” ({part}) is larger than its workers ({whole}).',
    'Correct the wrong one.',
  ],
  'date-bad': [
    'Cột {column} của “{code}” không phải là ngày.',
    'Ghi theo dạng 20/8/2020.',
    'Column {column} of “{code}” is not a day.',
    'Write it like 2020-08-20.',
  ],
  'dates-reversed': [
    '“{code}” ngừng hoạt động trước khi thành lập.',
    'Sửa cột tu_ngay hoặc den_ngay.',
    '“{code}” ends before it begins.',
    'Correct tu_ngay or den_ngay.',
  ],
  'end-missing': [
    '“{code}” có đơn vị tiếp nhận ({successor}) nhưng chưa có ngày ngừng hoạt động.',
    'Điền cột den_ngay.',
    '“{code}” has a successor ({successor}) but no last day.',
    'Fill in the column den_ngay.',
  ],
  'successor-missing': [
    'Đơn vị tiếp nhận “{successor}” của “{code}” không có trong danh sách.',
    'Thêm dòng cho đơn vị tiếp nhận, hoặc sửa cột ma_tiep_nhan.',
    'The successor “{successor}” of “{code}” is not in the roster.',
    'Add a row for it, or correct ma_tiep_nhan.',
  ],
  'successor-refused': [
    'Đơn vị tiếp nhận “{successor}” của “{code}” ở dòng {other} không được nhận.',
    'Sửa dòng {other} trước; dòng này sẽ vào theo.',
    'Row {other}, the successor “{successor}” of “{code}”, was refused.',
    'Mend row {other} first; this one will then go in.',
  ],
  'owner-missing': [
    'Đơn vị chịu số liệu “{owner}” của “{code}” không có trong danh sách.',
    'Ghi “x”, hoặc mã của đơn vị mà số liệu được tính vào.',
    'The union “{owner}” that the numbers of “{code}” belong to is not in the roster.',
    'Write “x”, or the code of the union whose numbers they are.',
  ],
  'owner-refused': [
    'Đơn vị chịu số liệu “{owner}” của “{code}” ở dòng {other} không được nhận.',
    'Sửa dòng {other} trước; dòng này sẽ vào theo.',
    'Row {other}, the union “{owner}” that the numbers of “{code}” belong to, was refused.',
    'Mend row {other} first; this one will then go in.',
  ],
  'province-unknown': [
    'Mã tỉnh “{province}” của “{code}” không có.',
    'Dùng mã hai chữ số của Tổng cục Thống kê, ví dụ 01.',
    'Province code “{province}” of “{code}” does not exist.',
    'Use the two-digit GSO code, such as 01.',
  ],
  'number-bad': [
    'Cột {column} của “{code}” không phải số người.',
    'Nhập số nguyên, hoặc để trống khi chưa có.',
    'Column {column} of “{code}” is not a number of people.',
    'Enter a whole number, or leave it empty.',
  ],
  formula: [
    'Cột {column} chứa công thức, hoặc bắt đầu bằng dấu = + - @.',
    'Chép và dán lại dưới dạng giá trị, bỏ dấu ở đầu.',
    'Column {column} holds a formula, or begins with = + - @.',
    'Copy it and paste it as a value, without the mark at its beginning.',
  ],
  'broken-text': [
    'Cột {column} có ký tự hỏng hoặc ẩn.',
    'Gõ lại ô này.',
    'Column {column} has broken or hidden characters.',
    'Type this cell again.',
  ],
};

/** A new code that only capital letters tell from another one. */
export const twinWords: Entry = [
  'Mã mới “{code}” chỉ khác mã “{like}” ở chữ hoa, chữ thường.',
  'Nếu là cùng một đơn vị, sửa mã trong tệp cho giống rồi chọn lại tệp.',
  'The new code “{code}” differs from “{like}” by capital letters only.',
  'If they are one union, write the code in the file the same way and choose the file again.',
];
