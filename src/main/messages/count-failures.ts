import type { FailureCode } from '../../core/base/result.ts';
import type { Bilingual } from '../../core/campaign/campaign.ts';
import type { Entry } from './entry.ts';

/** Failures of counting, of declared figures, and of the booth and its day. */
export const countingFailures = {
  'outcome-unknown': [
    'Đợt vận động này không có kết quả “{outcome}”.',
    'Chọn một kết quả trên màn hình.',
    'This campaign has no outcome “{outcome}”.',
    'Choose one of the outcomes on the screen.',
  ],
  'reason-unknown': [
    'Lý do “{reason}” không đi với kết quả “{outcome}”.',
    'Chọn lại lý do trong danh sách.',
    'Reason “{reason}” does not go with outcome “{outcome}”.',
    'Choose a reason from the list.',
  ],
  'reason-missing': [
    'Kết quả này cần kèm lý do.',
    'Chọn một lý do; chưa rõ thì chọn “Lý do khác” (KHAC).',
    'This outcome needs a reason.',
    'Choose one; if unsure, take “Other” (KHAC).',
  ],
  'count-impossible': [
    'Số “{count}” không đếm được.',
    'Nhập số nguyên từ 1 đến {max}.',
    '“{count}” is not a number of people.',
    'Enter a whole number from 1 to {max}.',
  ],
  'nothing-to-undo': [
    'Máy này không còn lượt nào để hoàn tác.',
    'Không cần làm gì; số liệu không thay đổi.',
    'This machine has nothing left to undo.',
    'Nothing to do; no number has changed.',
  ],
  'undo-below-zero': [
    'Không hoàn tác được: lượt này đã được trừ bớt bằng một điều chỉnh khác.',
    'Hoàn tác điều chỉnh đó trước.',
    'This cannot be taken back: a correction has already subtracted from it.',
    'Take that correction back first.',
  ],
  'day-impossible': [
    '“{day}” không phải là một ngày.',
    'Nhập ngày theo dạng 20/8/2020.',
    '“{day}” is not a day.',
    'Enter a day such as 2020-08-20.',
  ],
  'day-future': [
    'Ngày {day} chưa đến (hôm nay là {today}).',
    'Kiểm tra ngày trên phiếu và đồng hồ của máy.',
    'The day {day} has not come yet (today is {today}).',
    'Check the day on the sheet and the clock of this laptop.',
  ],
  'day-too-early': [
    'Ngày {day} trước ngày ban hành công văn ({first}).',
    'Kiểm tra lại ngày trên phiếu.',
    'The day {day} is before the letter was issued ({first}).',
    'Check the day on the sheet.',
  ],
  'why-missing': [
    'Cần ghi lý do.',
    'Ghi ngắn gọn, tối đa {max} ký tự; không ghi tên người.',
    'A reason is needed.',
    'Write it briefly, at most {max} characters; no names of people.',
  ],
  'minus-too-much': [
    'Chỉ có {counted} lượt “{outcomeVi}” ngày {day} tại “{unionName}”, không trừ được {count}.',
    'Kiểm tra đơn vị, kết quả, lý do và ngày rồi nhập lại.',
    'Only {counted} “{outcomeEn}” were counted on {day} in “{unionName}”; {count} cannot be taken off.',
    'Check union, outcome, reason and day, and enter it again.',
  ],
  'check-unknown': [
    'Không tìm thấy lần kiểm tra này trong sổ.',
    'Đếm lượt này không kèm kiểm tra, hoặc kiểm tra lại.',
    'This check is not in the log.',
    'Count without it, or check again.',
  ],
  'check-attached': [
    'Lần kiểm tra này đã gắn với một lượt khác.',
    'Đếm lượt này không kèm kiểm tra, hoặc kiểm tra lại.',
    'This check already belongs to another tally.',
    'Count without it, or check again.',
  ],
  'text-broken': [
    'Nội dung ở “{where}” quá dài hoặc có ký tự ẩn.',
    'Gõ lại, tối đa {max} ký tự.',
    'The text at “{where}” is too long or has hidden characters.',
    'Type it again, at most {max} characters.',
  ],
  'figure-unknown': [
    'Không có chỉ tiêu “{key}”.',
    'Dùng một trong các chỉ tiêu: {keys}.',
    'There is no figure “{key}”.',
    'Use one of: {keys}.',
  ],
  'figure-impossible': [
    '“{value}” không dùng được cho “{keyVi}”.',
    'Nhập số nguyên từ 0 đến {max}; để trống khi chưa có số.',
    '“{value}” cannot be used for “{keyEn}”.',
    'Enter a whole number from 0 to {max}; leave it empty when there is none yet.',
  ],
  'part-above-whole': [
    '“{partVi}” ({partValue}) lớn hơn “{wholeVi}” ({wholeValue}).',
    'Sửa số nào sai; có thể nhập cả hai số cùng lúc.',
    '“{partEn}” ({partValue}) is larger than “{wholeEn}” ({wholeValue}).',
    'Correct the wrong one; both can be entered together.',
  ],
  'form-unknown': [
    'Đợt vận động này không có hình thức tuyên truyền “{form}”.',
    'Chọn một hình thức trong danh mục.',
    'This campaign has no form of outreach “{form}”.',
    'Choose one from the list.',
  ],
  'warning-gone': ['Cảnh báo này không còn.', 'Không cần làm gì.', 'This warning is gone.', 'Nothing to do.'],
  'operator-bad': [
    'Mã người trực “{operator}” không dùng được.',
    'Dùng chữ viết tắt hoặc số, tối đa 8 ký tự, không có khoảng trắng; không ghi họ tên.',
    'The operator code “{operator}” cannot be used.',
    'Use initials or a number, at most 8 characters, no blanks; no names.',
  ],
  'booth-bad': [
    'Mã bàn “{booth}” không dùng được.',
    'Dùng chữ và số, tối đa 16 ký tự, không có khoảng trắng.',
    'The booth code “{booth}” cannot be used.',
    'Use letters and digits, at most 16 characters, no blanks.',
  ],
  'booth-unknown': [
    'Chưa có bàn “{booth}”.',
    'Khai báo bàn: mã, tên, nơi đặt và đơn vị phụ trách.',
    'There is no booth “{booth}” yet.',
    'Set it up: code, name, place, and the union that runs it.',
  ],
  'shift-open': [
    'Bàn “{booth}” đã mở ngày {day}.',
    'Cứ tiếp tục đếm; cuối ngày thì chốt.',
    'Booth “{booth}” has opened its {day} already.',
    'Go on counting; close it at the end of the day.',
  ],
  'shift-closed': [
    'Bàn “{booth}” đã chốt ngày {day}.',
    'Vẫn đếm thêm được; muốn chốt lại thì mở lại ngày này.',
    'Booth “{booth}” has closed its {day} already.',
    'Counting can go on; open the day again to close it anew.',
  ],
  'shift-not-open': [
    'Máy này chưa mở ngày {day} ở bàn “{booth}”.',
    'Mở ngày rồi chốt.',
    'This laptop has not opened {day} at booth “{booth}”.',
    'Open the day, then close it.',
  ],
  'shift-note-missing': [
    'Số đếm tay ({hand}) khác số của máy ({kit}).',
    'Đếm lại, hoặc ghi lý do lệch rồi chốt. Cả hai số đều được giữ.',
    'The hand count ({hand}) differs from the count of the kit ({kit}).',
    'Count again, or write why they differ and close. Both numbers are kept.',
  ],
} satisfies Partial<Record<FailureCode, Entry>>;

/** Fields that hold a text of a person's own, by the name that a failure gives them. */
export const places: Readonly<Record<string, Bilingual>> = {
  why: { vi: 'lý do', en: 'reason' },
  note: { vi: 'ghi chú', en: 'note' },
  name: { vi: 'tên', en: 'name' },
  direction: { vi: 'công tác chỉ đạo', en: 'direction' },
  outreach: { vi: 'công tác tuyên truyền', en: 'outreach' },
  difficulties: { vi: 'khó khăn, vướng mắc', en: 'difficulties' },
  proposals: { vi: 'kiến nghị, đề xuất', en: 'proposals' },
};
