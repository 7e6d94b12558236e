import type { FailureCode } from '../../core/base/result.ts';
import type { Bilingual } from '../../core/campaign/campaign.ts';
import type { Entry } from './entry.ts';

/** Failures of making a document and of saving it. */
export const documentFailures = {
  'report-folder': [
    'Không lưu được tệp vào {folder} ({why}).',
    'Chọn thư mục khác, hoặc đóng tệp đang mở trong Word, Excel rồi làm lại. Tệp cũ vẫn nguyên.',
    'The file cannot be saved in {folder} ({why}).',
    'Choose another folder, or close the file in Word or Excel and try again. The earlier file is unchanged.',
  ],
  'report-format': [
    'Bản này chưa làm được định dạng “{format}”.',
    'Chọn trong: docx, xlsx, pdf, csv, json.',
    'This version does not make “{format}”.',
    'Choose among: docx, xlsx, pdf, csv, json.',
  ],
  'report-future': [
    'Thời điểm tính đến {asOf} chưa tới.',
    'Chọn thời điểm đã qua, hoặc bỏ trống để tính đến bây giờ.',
    'The cut-off {asOf} has not come yet.',
    'Choose a moment that has passed, or leave it out for now.',
  ],
  'report-incomplete': [
    'Báo cáo đã phát hành còn thiếu: {missing}.',
    'Điền phần còn thiếu trong mục Mẫu văn bản hoặc khi phát hành, rồi lập lại. Chưa có tệp nào được ghi.',
    'The issued report still lacks: {missing}.',
    'Fill it in under the form or when issuing, then make it again. No file was written.',
  ],
  'report-sums': [
    'Số liệu không khớp: {where}.',
    'Chưa có tệp nào được ghi. Chạy lệnh kiểm tra dữ liệu (verify) và báo người hỗ trợ, kèm câu này.',
    'The figures do not agree: {where}.',
    'No file was written. Run verify and tell support, with this sentence.',
  ],
  'template-invalid': [
    'Mẫu văn bản có phần không dùng được: {field}.',
    'Sửa hoặc bỏ phần đó trong tệp mẫu rồi thử lại. Mẫu đang dùng vẫn nguyên.',
    'The form has a field that cannot be used: {field}.',
    'Correct or remove that field and try again. The form in use is unchanged.',
  ],
  'template-empty': [
    'Tệp {file} không có phần nào mà đơn vị này lấy được.',
    'Kiểm tra xem đã chọn đúng tệp mẫu chưa; tên, địa chỉ nhận, người ký của đơn vị khác không bao giờ được lấy. Mẫu đang dùng vẫn nguyên.',
    'The file {file} holds no part that this union can take.',
    'Check that it is the right form; another union’s name, addressees and signer are never taken. The form in use is unchanged.',
  ],
  'file-unknown': [
    'Trạm không tạo tệp này trong phiên làm việc hiện tại.',
    'Lập lại báo cáo rồi lưu.',
    'The kit did not make this file in this session.',
    'Make the report again and save it.',
  ],
} satisfies Partial<Record<FailureCode, Entry>>;

/** Why a folder did not take a document. */
export const whys: Readonly<Record<string, Bilingual>> = {
  missing: { vi: 'không có thư mục này', en: 'there is no such folder' },
  'read-only': { vi: 'không được phép ghi', en: 'it may not be written' },
  full: { vi: 'ổ đĩa đầy', en: 'the disk is full' },
  busy: { vi: 'tệp đang mở ở chương trình khác', en: 'another program has the file open' },
  other: { vi: 'ổ đĩa báo lỗi', en: 'the disk reported an error' },
};
