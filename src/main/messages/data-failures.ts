import type { FailureCode } from '../../core/base/result.ts';
import type { Entry } from './entry.ts';

/** Failures of the data folder and its disk, of backups, and of a folder that must not mix with another. */
export const dataFailures = {
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
  'data-doubtful': [
    'Bản sao lưu vừa làm không khớp với sổ đếm: tệp dữ liệu có thể đã hỏng một phần.',
    'Đếm tiếp được. Khi vãn người, đóng Trạm rồi mở lại: Trạm tự kiểm tra toàn bộ, phục hồi và nói rõ kết quả.',
    'The backup just made does not agree with the log: the data file may be damaged in part.',
    'Counting can go on. When the queue is short, close the kit and open it again: it checks everything, recovers and says what it found.',
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
} satisfies Partial<Record<FailureCode, Entry>>;
