import type { FailureCode } from '../../core/base/result.ts';
import type { Entry } from './entry.ts';

/** Failures of checks, of calibration, and of what else the radio is asked for. */
export const radioFailures = {
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
  'practice-only': [
    'Chỉ chọn được máy đến bàn trong chế độ luyện tập.',
    'Vào chế độ luyện tập ở màn hình Thiết lập rồi chọn lại.',
    'Who comes to the booth can be chosen in practice only.',
    'Enter practice mode on the settings screen and choose again.',
  ],
  'beacon-unsupported': [
    'Máy tính này không phát được tín hiệu thử.',
    'Dùng một laptop Linux khác để phát, hoặc thử bằng một điện thoại đã chắc chắn đạt. Việc nghe và đếm không bị ảnh hưởng.',
    'This computer cannot send the test signal.',
    'Send it from another laptop with Linux, or try with a phone that is known to pass. Listening and counting are not affected.',
  ],
} satisfies Partial<Record<FailureCode, Entry>>;
