import type { FailureCode } from '../../core/base/result.ts';
import { countingFailures } from './count-failures.ts';
import { dataFailures } from './data-failures.ts';
import { documentFailures } from './document-failures.ts';
import type { Entry } from './entry.ts';
import { radioFailures } from './radio-failures.ts';
import { reportFailures } from './report-failures.ts';
import { rosterFailures } from './roster-failures.ts';

/** What happened and what to do, by failure code. An absent radio speaks through its own reason. Nothing here asks anybody to delete data. */
export const failures: Readonly<Record<Exclude<FailureCode, 'radio-absent'>, Entry>> = {
  ...countingFailures,
  ...rosterFailures,
  ...dataFailures,
  ...radioFailures,
  ...documentFailures,
  ...reportFailures,
  'bad-input': [
    'Yêu cầu chưa đúng ({where}).',
    'Kiểm tra lại rồi thử lần nữa.',
    'The request is not right ({where}).',
    'Check it and try again.',
  ],
  'unknown-request': [
    'Không có lệnh “{name}”.',
    'Mở lại Trạm Bluezone; nếu vẫn vậy, cài lại đúng phiên bản.',
    'There is no request “{name}”.',
    'Reopen the kit; if it stays, install the right version again.',
  ],
  'union-unknown': [
    'Danh sách chưa có công đoàn mã “{union}”.',
    'Chọn lại trong danh sách, hoặc nhập danh sách có mã này.',
    'The roster has no union with code “{union}”.',
    'Choose from the roster, or import one that has this code.',
  ],
  'union-closed': [
    'Công đoàn “{union}” đã ngừng hoạt động sau ngày {to}.',
    'Chọn công đoàn tiếp nhận: {successor}. Số đã đếm trước đây vẫn giữ nguyên.',
    'Union “{union}” closed after {to}.',
    'Choose the union that took it over: {successor}. What was counted before stays.',
  ],
  'campaign-invalid': [
    'Tệp đợt vận động sai ở “{place}”: {why}.',
    'Dùng đúng tệp do đơn vị tổ chức gửi.',
    'The campaign file is wrong at “{place}”: {why}.',
    'Use the file that the organiser sent.',
  ],
  'world-left': [
    'Trạm vừa chuyển giữa làm thật và luyện tập ở một cửa sổ khác.',
    'Việc này chưa được ghi. Xem màn hình đang ở chế độ nào rồi làm lại.',
    'Another window has just switched between real work and practice.',
    'This was not written down. See which mode the screen is in, and do it again.',
  ],
  'port-taken': [
    'Không mở được cổng {port} trên máy này.',
    'Bỏ tùy chọn --port để Trạm tự chọn cổng, hoặc chọn số từ 1024 đến 65535 chưa dùng.',
    'Port {port} cannot be opened on this machine.',
    'Leave --port out, or choose a free number from 1024 to 65535.',
  ],
  unexpected: [
    'Có lỗi ngoài dự kiến. Những lượt đã hiện trên màn hình đều đã được ghi.',
    'Thử lại; nếu vẫn lỗi, mở lại Trạm Bluezone và báo người hỗ trợ.',
    'Something unexpected went wrong. Every count that the screen showed is on disk.',
    'Try again; if it stays, reopen the kit and tell support.',
  ],
};
