import type { Bilingual } from '../../core/campaign.ts';
import type { FailureCode } from '../../core/outcome.ts';
import { countingFailures } from './counting.ts';
import type { Entry } from './entry.ts';
import { reportFailures } from './reports.ts';

/** What happened and what to do, by failure code. An absent radio speaks through its own reason. Nothing here asks anybody to delete data. */
export const failures: Readonly<Record<Exclude<FailureCode, 'radio-absent'>, Entry>> = {
  ...countingFailures,
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
  'campaign-invalid': [
    'Tệp đợt vận động sai ở “{place}”: {why}.',
    'Dùng đúng tệp do đơn vị tổ chức gửi.',
    'The campaign file is wrong at “{place}”: {why}.',
    'Use the file that the organiser sent.',
  ],
  'data-read-only': [
    'Không ghi được vào thư mục dữ liệu {folder}.',
    'Bỏ chế độ chỉ đọc, hoặc hỏi người quản trị máy về quyền ghi. Dữ liệu đang có vẫn nguyên vẹn.',
    'The data folder {folder} cannot be written.',
    'Lift the write protection or ask who administers the laptop. The data is unchanged.',
  ],
  'data-no-folder': [
    'Không mở được thư mục dữ liệu {folder}.',
    'Kiểm tra đường dẫn và ổ đĩa; cắm lại ổ nếu dữ liệu nằm trên ổ rời.',
    'The data folder {folder} cannot be opened.',
    'Check the path and the drive; plug it in again if it is removable.',
  ],
  'data-full': [
    'Ổ đĩa đã đầy nên lượt vừa rồi chưa được ghi.',
    'Chép bớt tệp khác trong máy sang nơi khác rồi đếm lại lượt này. Các lượt trước vẫn còn đủ.',
    'The disk is full; the last count was not written.',
    'Move other files elsewhere, then count it again. All earlier counts are kept.',
  ],
  'data-full-open': [
    'Ổ đĩa chứa {folder} đã đầy nên chưa mở được.',
    'Chép bớt tệp khác trong máy sang nơi khác rồi mở lại. Số liệu đã ghi vẫn còn đủ.',
    'The disk that holds {folder} is full, so it cannot be opened.',
    'Move other files elsewhere and open it again. All counts are kept.',
  ],
  'data-newer': [
    'Dữ liệu này do phiên bản mới hơn tạo ra (mức {version}; bản này đọc đến {known}).',
    'Cài phiên bản mới của Trạm Bluezone rồi mở lại. Dữ liệu không bị động đến.',
    'This data was made by a newer version (level {version}; this one reads up to {known}).',
    'Install the newer version and open it again. The data was not touched.',
  ],
  'data-foreign': [
    'Tệp dữ liệu trong {folder} không phải của Trạm Bluezone hoặc phần đầu tệp đã hỏng.',
    'Chọn thư mục dữ liệu khác, hoặc chép bản sao lưu vào một thư mục mới. Tệp này được giữ nguyên.',
    'The data file in {folder} is not one of this kit, or its beginning is damaged.',
    'Choose another data folder, or copy a backup into a new one. The file was left as it is.',
  ],
  'data-in-use': [
    'Trạm Bluezone đang mở dữ liệu này ở một cửa sổ khác.',
    'Dùng cửa sổ đang mở, hoặc đóng nó rồi thử lại.',
    'The kit has this data open in another window.',
    'Use that window, or close it and try again.',
  ],
  'data-damaged': [
    'Tệp dữ liệu trong {folder} bị hỏng một phần.',
    'Đừng xóa gì. Chép cả thư mục sang nơi an toàn và mở bản sao lưu gần nhất; gọi người hỗ trợ.',
    'The data file in {folder} is damaged in part.',
    'Keep everything. Copy the whole folder to a safe place and open the latest backup; call for support.',
  ],
  'data-io': [
    'Ổ đĩa báo lỗi khi đọc hoặc ghi thư mục {folder}.',
    'Thử lại; nếu lặp lại, chuyển sang máy khác và đếm tiếp, giữ nguyên thư mục này.',
    'The disk reported an error in {folder}.',
    'Try again; if it repeats, go on with another laptop and keep this folder as it is.',
  ],
  'backup-unproven': [
    'Bản sao lưu {file} không tự chứng minh được là đủ và đúng.',
    'Dữ liệu đang dùng không bị động đến. Dùng bản sao lưu khác, hoặc sao lưu lại.',
    'The backup {file} does not prove itself complete and right.',
    'The data in use was not touched. Take another backup, or make a new one.',
  ],
  'backup-missing': [
    'Không thấy bản sao lưu {file}.',
    'Kiểm tra lại đường dẫn hoặc cắm lại ổ chứa bản sao lưu.',
    'There is no backup {file}.',
    'Check the path, or plug in the drive that holds it.',
  ],
  'backup-forked': [
    'Bản sao lưu {file} có sự kiện khác với sổ đang dùng, cùng mang tên máy {machine}.',
    'Không có gì bị thay đổi. Gọi người hỗ trợ và giữ cả hai tệp.',
    'The backup {file} holds other events than this log under the same machine name {machine}.',
    'Nothing was changed. Call for support and keep both files.',
  ],
  'demo-real-data': [
    'Thư mục {folder} đã có số liệu thật.',
    'Chọn một thư mục trống khác bằng --data, hoặc thêm --practice.',
    'The folder {folder} holds real data.',
    'Choose an empty one with --data, or add --practice.',
  ],
  'radio-none': [
    'Bluetooth đang tắt trong Trạm nên không kiểm tra được.',
    'Đếm bằng tay vẫn dùng được. Muốn kiểm tra, mở lại với Bluetooth hoặc vào chế độ luyện tập.',
    'The kit runs without Bluetooth, so it cannot check.',
    'Counting by hand works. To check, reopen with Bluetooth or enter practice mode.',
  ],
  'check-running': [
    'Đang có một lần kiểm tra.',
    'Đợi kết luận hoặc bấm dừng, rồi kiểm tra máy tiếp theo.',
    'A check is already running.',
    'Wait for its verdict or stop it, then check the next phone.',
  ],
  'check-stopped': [
    'Lần kiểm tra đã dừng trước khi có kết luận.',
    'Kiểm tra lại khi sẵn sàng.',
    'The check was stopped before a verdict.',
    'Check again when ready.',
  ],
  'code-unknown': [
    'Mã này không còn trong các mã đang nghe được.',
    'Kiểm tra lại, rồi so mã đang hiện trên laptop với màn hình điện thoại.',
    'This code is not among those that are heard.',
    'Check again, then compare the code on the laptop with the phone’s screen.',
  ],
  'phone-none': [
    'Lúc này không có chiếc iPhone nào ở gần để hỏi xác nhận.',
    'Giữ iPhone sát laptop, mời các máy khác lùi lại, rồi kiểm tra lại.',
    'There is no iPhone near that could be asked.',
    'Hold the iPhone close to the laptop, ask the others to step back, and check again.',
  ],
  'phone-unread': [
    'Chưa đọc được xác nhận từ chiếc iPhone này. Điều đó không có nghĩa là máy chưa đạt.',
    'Mở Bluezone trên iPhone cho hiện lên màn hình, giữ máy sát laptop rồi kiểm tra lại.',
    'This iPhone did not answer the confirmation. That does not mean that it fails.',
    'Bring Bluezone to the front on the iPhone, hold it close to the laptop, and check again.',
  ],
  'calibration-no-phone': [
    'Chưa thấy điện thoại nào đang mở Bluezone đặt sát laptop.',
    'Mở Bluezone trên một điện thoại đã chắc chắn đạt, đặt sát laptop và hiệu chỉnh lại.',
    'No phone with Bluezone open lies close to the laptop.',
    'Open Bluezone on a phone that is known to pass, lay it against the laptop, and calibrate again.',
  ],
  'calibration-no-strength': [
    'Bluetooth của laptop này không đo được độ mạnh của tín hiệu.',
    'Cắm một USB Bluetooth khác, hoặc dùng laptop khác để kiểm tra.',
    'This laptop’s Bluetooth does not measure the strength of a signal.',
    'Plug in another Bluetooth adapter, or check with another laptop.',
  ],
  'calibration-two-phones': [
    'Có hai điện thoại cùng ở gần nên không biết máy nào là máy đặt mẫu.',
    'Cất các điện thoại khác ra xa hai mét rồi hiệu chỉnh lại.',
    'Two phones are near, so nobody can say which one lies on the mark.',
    'Take the other phones two metres away and calibrate again.',
  ],
  'calibration-not-away': [
    'Điện thoại đặt mẫu chưa được mang đi xa.',
    'Hiệu chỉnh lại; khi màn hình nhắc, mang điện thoại ra xa ít nhất hai mét.',
    'The phone on the mark was not carried away.',
    'Calibrate again; when the screen says so, carry the phone at least two metres away.',
  ],
  'calibration-crowd-near': [
    'Quanh laptop có điện thoại khác ở gần quá, không phân biệt được với máy đặt mẫu.',
    'Cất điện thoại của người trực bàn ra xa một mét, mời hàng chờ lùi lại, rồi hiệu chỉnh lại.',
    'Other phones are so near that they cannot be told from the one on the mark.',
    'Put the staff’s own phones a metre away, ask the queue to step back, and calibrate again.',
  ],
  'beacon-unsupported': [
    'Máy tính này không phát được tín hiệu thử.',
    'Dùng một laptop Linux khác để phát, hoặc thử bằng một điện thoại đã chắc chắn đạt. Việc nghe và đếm không bị ảnh hưởng.',
    'This computer cannot send the test signal.',
    'Send it from another laptop with Linux, or try with a phone that is known to pass. Listening and counting are not affected.',
  ],
  'report-folder': [
    'Không lưu được báo cáo vào {folder} ({why}).',
    'Chọn thư mục khác, hoặc đóng tệp đang mở trong Word, Excel rồi làm lại. Tệp cũ vẫn nguyên.',
    'The report cannot be saved in {folder} ({why}).',
    'Choose another folder, or close the file in Word or Excel and try again. The earlier file is unchanged.',
  ],
  'report-format': [
    'Bản này chưa làm được định dạng “{format}”.',
    'Chọn docx hoặc xlsx.',
    'This version does not make “{format}”.',
    'Choose docx or xlsx.',
  ],
  'report-future': [
    'Thời điểm tính đến {asOf} chưa tới.',
    'Chọn thời điểm đã qua, hoặc bỏ trống để tính đến bây giờ.',
    'The cut-off {asOf} has not come yet.',
    'Choose a moment that has passed, or leave it out for now.',
  ],
  'port-taken': [
    'Không mở được cổng {port} trên máy này.',
    'Bỏ tùy chọn --port để Trạm tự chọn cổng, hoặc chọn số từ 1024 đến 65535 chưa dùng.',
    'Port {port} cannot be opened on this machine.',
    'Leave --port out, or choose a free number from 1024 to 65535.',
  ],
  'file-unknown': [
    'Trạm không tạo tệp này trong phiên làm việc hiện tại.',
    'Lập lại báo cáo rồi lưu.',
    'The kit did not make this file in this session.',
    'Make the report again and save it.',
  ],
  unexpected: [
    'Có lỗi ngoài dự kiến. Những lượt đã hiện trên màn hình đều đã được ghi.',
    'Thử lại; nếu vẫn lỗi, mở lại Trạm Bluezone và báo người hỗ trợ.',
    'Something unexpected went wrong. Every count that the screen showed is on disk.',
    'Try again; if it stays, reopen the kit and tell support.',
  ],
};

/** Why a folder did not take a document. */
export const whys: Readonly<Record<string, Bilingual>> = {
  missing: { vi: 'không có thư mục này', en: 'there is no such folder' },
  'read-only': { vi: 'không được phép ghi', en: 'it may not be written' },
  full: { vi: 'ổ đĩa đầy', en: 'the disk is full' },
  busy: { vi: 'tệp đang mở ở chương trình khác', en: 'another program has the file open' },
  other: { vi: 'ổ đĩa báo lỗi', en: 'the disk reported an error' },
};
