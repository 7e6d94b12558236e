import type { FailureCode } from '../../core/base/result.ts';
import type { Entry } from './entry.ts';
/** Failures of issuing a report and of its life. */
export const reportFailures = {
  'report-number-missing': [
    'Báo cáo chưa có số.',
    'Lấy số ở sổ văn bản đi của văn thư rồi nhập vào, ví dụ 12.',
    'The report has no number.',
    'Take one from the office’s register and enter it, such as 12.',
  ],
  'report-number-bad': [
    '“{number}” không phải là số văn bản.',
    'Chỉ nhập phần số, ví dụ 12 hoặc 12a; ký hiệu do Trạm ghi.',
    '“{number}” is not the number of a document.',
    'Enter the number alone, such as 12 or 12a; the kit writes the symbol.',
  ],
  'report-number-taken': [
    'Số {number} năm {year} đã dùng cho một báo cáo khác của đơn vị này.',
    'Nhập số tiếp theo trong sổ văn bản đi, ví dụ {next}.',
    'Number {number} of {year} already stands on another report of this union.',
    'Enter the next number of the register, such as {next}.',
  ],
  'report-date-missing': [
    'Báo cáo chưa có ngày ban hành.',
    'Nhập ngày ký, ví dụ 28/8/2020.',
    'The report has no date.',
    'Enter the day of signing, such as 2020-08-28.',
  ],
  'report-date-bad': [
    'Ngày ban hành {day} không hợp lý: báo cáo tính đến ngày {asOf}, hôm nay là {today}.',
    'Nhập ngày từ ngày chốt số liệu đến hôm nay.',
    'The date {day} cannot be: the figures are of {asOf} and today is {today}.',
    'Enter a day from the cut-off until today.',
  ],
  'report-signer-missing': [
    'Báo cáo chưa có người ký.',
    'Nhập họ và tên người ký ở phần Mẫu văn bản.',
    'The report has no signer.',
    'Enter the signer’s name in the form of documents.',
  ],
  'report-place-missing': [
    'Báo cáo chưa có địa danh.',
    'Nhập địa danh ở phần Mẫu văn bản, ví dụ Bình Dương.',
    'The report has no place of issue.',
    'Enter it in the form of documents, such as Bình Dương.',
  ],
  'report-blocked': [
    'Chưa ban hành được: còn {count} lỗi phải sửa. Lỗi đầu tiên: {first}',
    'Mở phần Rà soát, sửa từng lỗi rồi ban hành lại.',
    'It cannot be issued: {count} things must be corrected. The first: {firstEn}',
    'Open the checklist, correct each one, and issue again.',
  ],
  'report-replaces-missing': [
    'Đơn vị đã ban hành Báo cáo số {symbol} trong đợt này.',
    'Nếu báo cáo mới đính chính báo cáo đó, chọn “thay thế Báo cáo số {symbol}”.',
    'This union has already issued report {symbol} in this campaign.',
    'If the new one corrects it, choose that it replaces {symbol}.',
  ],
  'report-replaced': [
    'Báo cáo số {symbol} đã được thay thế bằng một báo cáo khác.',
    'Thay thế báo cáo đang có hiệu lực.',
    'Report {symbol} has been replaced by another one already.',
    'Replace the one that stands.',
  ],
  'report-unknown': [
    'Không tìm thấy báo cáo này trong sổ.',
    'Mở lại danh sách báo cáo của đơn vị rồi chọn.',
    'This report is not in the log.',
    'Open the list of the union’s reports and choose.',
  ],
  'report-damaged': [
    'Bản chụp của Báo cáo số {symbol} không khớp với dấu kiểm của nó.',
    'Không dùng tệp nào lập từ bản này. Lấy lại từ bản sao lưu và gọi người hỗ trợ.',
    'The snapshot of report {symbol} does not match its digest.',
    'Use no file made from it. Take it from a backup and call for support.',
  ],
  'report-step-order': [
    'Báo cáo đang ở bước “{stateVi}” nên chưa thể “{stepVi}”.',
    'Đi lần lượt: ban hành, gửi, duyệt, khóa.',
    'The report is “{state}”, so it cannot become “{step}” now.',
    'Go in order: issued, sent, approved, locked.',
  ],
  'report-day-bad': [
    'Ngày {day} không hợp lý: phải từ {from} đến {today}.',
    'Nhập lại ngày, ví dụ 28/8/2020.',
    'The day {day} cannot be: it must lie between {from} and {today}.',
    'Enter the day again, such as 2020-08-28.',
  ],
  'form-part-unknown': [
    'Mẫu văn bản không có phần “{part}”.',
    'Chọn một trong: {parts}.',
    'The form of documents has no part “{part}”.',
    'Choose one of: {parts}.',
  ],
  'form-word-unknown': [
    'Câu có chỗ điền “{word}” mà Trạm không biết điền gì.',
    'Viết thẳng nội dung, hoặc dùng một trong: {known}.',
    'The sentence names “{word}”, and the kit does not know what to put there.',
    'Write it out, or use one of: {known}.',
  ],
  'form-measure-bad': [
    '{partVi}: không dùng được “{value}”.',
    'Nhập một số từ {low} đến {high}, ví dụ {low}.',
    '{partEn}: “{value}” cannot be used.',
    'Enter a number from {low} to {high}, such as {low}.',
  ],
  'form-list-long': [
    '{partVi}: {count} dòng, nhiều hơn {max} dòng mà mẫu chứa được. Chưa có gì được lưu.',
    'Gộp bớt các dòng rồi lưu lại.',
    '{partEn}: {count} lines, more than the {max} that a form holds. Nothing was saved.',
    'Put some of them on one line and save again.',
  ],
  'form-file-taken': [
    'Đã có {file}, và đó không phải tệp mẫu văn bản (.json). Trạm để nguyên.',
    'Ghi một tên tệp khác, có đuôi .json.',
    '{file} is there already, and is no form (.json). It was left as it is.',
    'Give another name that ends in .json.',
  ],
  'template-unreadable': [
    'Không đọc được tệp mẫu {file}.',
    'Kiểm tra tên tệp; tệp mẫu là tệp .json do Trạm lưu ra. Mẫu đang dùng vẫn nguyên.',
    'The form file {file} cannot be read.',
    'Check its name; a form is a .json file that the kit has saved. The form in use is unchanged.',
  ],
} as const satisfies Partial<Record<FailureCode, Entry>>;
