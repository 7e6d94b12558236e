import type { Bilingual } from '../../core/campaign.ts';
import type { FormDeviation, FormKey } from '../../core/office-form.ts';
import type { FailureCode } from '../../core/outcome.ts';
import type { ReportState } from '../../core/report-life.ts';
import type { Entry } from './entry.ts';

/** Names of the parts of an office's form. */
export const formNames: Readonly<Record<FormKey, Bilingual>> = {
  superior: { vi: 'Cơ quan cấp trên', en: 'Superior' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issuer' },
  name: { vi: 'Tên trong câu', en: 'Name in running text' },
  place: { vi: 'Địa danh', en: 'Place' },
  typeCode: { vi: 'Viết tắt loại văn bản', en: 'Code of the type' },
  symbol: { vi: 'Ký hiệu', en: 'Symbol' },
  authority: { vi: 'Thẩm quyền ký', en: 'Authority' },
  post: { vi: 'Chức vụ người ký', en: 'Post' },
  signer: { vi: 'Người ký', en: 'Signer' },
  department: { vi: 'Ban của cấp trên nhận báo cáo', en: 'Department above that receives it' },
  receiver: { vi: 'Ban của đơn vị nhận báo cáo cấp dưới', en: 'Own department for reports from below' },
  addressees: { vi: 'Kính gửi', en: 'Addressees' },
  recipients: { vi: 'Nơi nhận', en: 'Recipients' },
  abstract: { vi: 'Trích yếu', en: 'Abstract' },
  opening: { vi: 'Câu mở đầu', en: 'Opening sentence' },
  closing: { vi: 'Câu kết', en: 'Closing sentence' },
  marginTop: { vi: 'Lề trên (mm)', en: 'Top margin (mm)' },
  marginBottom: { vi: 'Lề dưới (mm)', en: 'Bottom margin (mm)' },
  marginLeft: { vi: 'Lề trái (mm)', en: 'Left margin (mm)' },
  marginRight: { vi: 'Lề phải (mm)', en: 'Right margin (mm)' },
  bodySize: { vi: 'Cỡ chữ nội dung', en: 'Type size of the text (points)' },
  bodyLines: { vi: 'Giãn dòng (lần dòng đơn)', en: 'Line spacing (times single)' },
  noteSize: { vi: 'Cỡ chữ ghi chú của bảng', en: 'Type size of notes on tables (points)' },
};

/** States of a report's life (domain notes, appendix B). */
export const stateNames: Readonly<Record<ReportState, Bilingual>> = {
  issued: { vi: 'Đã ban hành', en: 'issued' },
  sent: { vi: 'Đã gửi', en: 'sent' },
  approved: { vi: 'Đã duyệt', en: 'approved' },
  locked: { vi: 'Đã khóa', en: 'locked' },
};

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
    '“{value}” không dùng được cho lề, cỡ chữ hoặc giãn dòng này.',
    'Nhập một số từ {low} đến {high}, ví dụ {low}.',
    '“{value}” is no size for this margin, type or spacing.',
    'Enter a number from {low} to {high}, such as {low}.',
  ],
} as const satisfies Partial<Record<FailureCode, Entry>>;

/** Where a form leaves Decree 30. */
export const deviations: Readonly<Record<FormDeviation, Entry>> = {
  'place-missing': [
    'Chưa có địa danh.',
    'Ghi tên tỉnh, huyện nơi đơn vị đóng trụ sở.',
    'There is no place of issue.',
    'Write the province or district of the office.',
  ],
  spaces: [
    'Ký hiệu có dấu cách.',
    'Nghị định 30 viết liền, ví dụ BC-LĐLĐ.',
    'The symbol has a space in it.',
    'Decree 30 writes it without, such as BC-LĐLĐ.',
  ],
  'symbol-odd': [
    'Ký hiệu bỏ trống hoặc có dấu lạ.',
    'Chỉ dùng chữ cái, chữ số và dấu gạch nối.',
    'The symbol is empty or has odd marks.',
    'Use letters, digits and hyphens only.',
  ],
  file: [
    'Nơi nhận chưa có dòng “Lưu”.',
    'Thêm một dòng, ví dụ Lưu: VT, TG.',
    'The recipients have no line “Lưu” (file copy).',
    'Add one, such as Lưu: VT, TG.',
  ],
  'recipients-none': [
    'Chưa có nơi nhận.',
    'Ghi ít nhất “Như trên” và “Lưu: VT”.',
    'There are no recipients.',
    'Write at least “Như trên” and “Lưu: VT”.',
  ],
  'addressees-none': [
    'Chưa có nơi kính gửi.',
    'Báo cáo gửi cấp trên có dòng “Kính gửi”.',
    'There is nobody to send it to.',
    'A report to the union above names it after “Kính gửi”.',
  ],
  'issuer-lower': [
    'Tên cơ quan ban hành không viết hoa.',
    'Nghị định 30 viết in hoa, đậm.',
    'The issuer is not in capitals.',
    'Decree 30 writes it in capitals.',
  ],
  titles: [
    'Trước tên người ký có học hàm, học vị.',
    'Nghị định 30 chỉ ghi họ và tên.',
    'There is an academic title before the signer’s name.',
    'Decree 30 writes the name alone.',
  ],
  range: [
    'Khổ lề hoặc cỡ chữ ngoài khoảng quy định.',
    'Xem phụ lục I Nghị định 30 và chỉnh lại.',
    'A margin or a size of type is outside its range.',
    'See annex I of Decree 30.',
  ],
  state: [
    'Quốc hiệu hoặc tiêu ngữ khác với quy định.',
    'Để trống để dùng đúng mẫu.',
    'The name of the state or its motto differs.',
    'Leave it empty to have the right one.',
  ],
  'end-mark': [
    'Câu kết chưa có dấu “./.”.',
    'Thêm “./.” ở cuối câu.',
    'The closing sentence does not end with “./.”.',
    'Add it at the end.',
  ],
};
