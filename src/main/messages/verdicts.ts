import type { VerdictReason } from '../../core/check/verdict.ts';
import type { Entry } from './entry.ts';

/** What a verdict means and one next step, by its reason. */
export const verdictReasons: Readonly<Record<VerdictReason, Entry>> = {
  'near-signal': [
    'Điện thoại trước mặt đang phát tín hiệu Bluezone.',
    'Nhắc giữ Bluetooth luôn bật, rồi mời người tiếp theo.',
    'The phone in front of you is advertising Bluezone.',
    'Remind them to leave Bluetooth on; next person, please.',
  ],
  'code-confirmed': [
    'Mã trên màn hình điện thoại khớp với tín hiệu laptop nghe được.',
    'Nhắc giữ Bluetooth luôn bật, rồi mời người tiếp theo.',
    'The code on the phone’s screen matches the signal that the laptop hears.',
    'Remind them to leave Bluetooth on; next person, please.',
  ],
  'gatt-confirmed': [
    'Chiếc iPhone trước mặt đã trả lời đúng như Bluezone.',
    'Nhắc không vuốt tắt ứng dụng và giữ Bluetooth luôn bật, rồi mời người tiếp theo.',
    'The iPhone in front of you answered as Bluezone does.',
    'Remind them not to swipe the app away and to leave Bluetooth on; next person, please.',
  ],
  'two-near': [
    'Có tín hiệu Bluezone nhưng hai máy ở gần như nhau.',
    'So mã với màn hình “Người dùng quanh bạn” trên điện thoại, hoặc mời các máy khác lùi lại một mét rồi kiểm tra lại.',
    'Bluezone is on the air, but two phones are equally near.',
    'Compare the code with the phone’s screen “Người dùng quanh bạn”, or ask the others to step back one metre and check again.',
  ],
  'two-places': [
    'Cùng một tín hiệu Bluezone đang đến từ hai chỗ, nên không biết máy nào là thật.',
    'Tắt rồi bật lại Bluetooth trên điện thoại, đợi một phút và kiểm tra lại.',
    'The same Bluezone signal comes from two places, so nobody can say which is the phone.',
    'Switch the phone’s Bluetooth off and on, wait a minute, and check again.',
  ],
  'no-strength': [
    'Laptop nghe được Bluezone nhưng không đo được độ mạnh, nên không biết là máy nào. Đây không phải lỗi của điện thoại.',
    'So mã với màn hình “Người dùng quanh bạn” trên điện thoại; nếu được, dùng laptop hoặc USB Bluetooth khác.',
    'The laptop hears Bluezone but cannot measure its strength, so it cannot tell whose it is. The phone is not at fault.',
    'Compare the code with the phone’s screen “Người dùng quanh bạn”; if you can, use another laptop or Bluetooth adapter.',
  ],
  far: [
    'Laptop nghe được Bluezone nhưng yếu: điện thoại để còn xa, tín hiệu là của máy khác, hoặc laptop nghe kém.',
    'Mở ứng dụng, đặt điện thoại sát vào laptop, giữ yên rồi kiểm tra lại. Nhiều máy cùng bị yếu thì hiệu chỉnh laptop.',
    'The laptop hears Bluezone, but weakly: the phone is too far, the signal is another phone’s, or the laptop hears badly.',
    'Open the app, lay the phone against the laptop, hold still, and check again. If many phones are weak, calibrate the laptop.',
  ],
  partial: [
    'Laptop mới nghe được một phần tín hiệu Bluezone.',
    'Mở ứng dụng, giữ máy yên và kiểm tra lại.',
    'The laptop has heard only a part of the Bluezone signal.',
    'Open the app, hold the phone still, and check again.',
  ],
  'old-version': [
    'Điện thoại đang chạy bản Bluezone cũ.',
    'Cập nhật Bluezone trong App Store hoặc CH Play rồi kiểm tra lại.',
    'The phone runs an old version of Bluezone.',
    'Update Bluezone in the App Store or Google Play and check again.',
  ],
  silent: [
    'Đã nghe đủ lâu mà chưa thấy tín hiệu Bluezone.',
    'Mở ứng dụng Bluezone, bật Bluetooth, đồng ý các quyền rồi kiểm tra lại.',
    'Listened long enough without hearing Bluezone.',
    'Open the app, switch Bluetooth on, grant the permissions, and check again.',
  ],
  'no-adapter': [
    'Máy tính này không có Bluetooth.',
    'Cắm một USB Bluetooth 4.0 trở lên. Đếm bằng tay vẫn dùng được.',
    'This computer has no Bluetooth.',
    'Plug in a Bluetooth 4.0 (or newer) USB adapter. Counting by hand works.',
  ],
  'powered-off': [
    'Bluetooth của máy tính đang tắt.',
    'Bật Bluetooth trong phần cài đặt của máy tính, rồi kiểm tra lại.',
    'The computer’s Bluetooth is switched off.',
    'Switch it on in the computer’s settings and check again.',
  ],
  'no-permission': [
    'Hệ điều hành chưa cho Trạm dùng Bluetooth.',
    'Cấp quyền Bluetooth cho Trạm Bluezone trong phần quyền riêng tư của máy tính, rồi mở lại.',
    'The system does not let the kit use Bluetooth.',
    'Allow Bluetooth for the kit in the computer’s privacy settings, then reopen it.',
  ],
  taken: [
    'Một chương trình khác đang giữ Bluetooth.',
    'Đóng chương trình đó rồi kiểm tra lại.',
    'Another program holds Bluetooth.',
    'Close it and check again.',
  ],
  unsupported: [
    'Bluetooth của máy tính này không nghe được BLE.',
    'Cắm một USB Bluetooth 4.0 trở lên. Đếm bằng tay vẫn dùng được.',
    'This computer’s Bluetooth cannot hear BLE.',
    'Plug in a Bluetooth 4.0 (or newer) USB adapter. Counting by hand works.',
  ],
  'radio-failed': [
    'Bluetooth của máy tính không chạy được.',
    'Tắt rồi bật lại Bluetooth, hoặc rút và cắm lại USB. Đếm bằng tay vẫn dùng được.',
    'The computer’s Bluetooth does not run.',
    'Switch it off and on, or unplug the adapter and plug it in again. Counting by hand works.',
  ],
  'radio-restarted': [
    'Bluetooth vừa bị ngắt giữa chừng nên chưa thể kết luận.',
    'Kiểm tra lại từ đầu.',
    'Bluetooth was interrupted, so there is no verdict.',
    'Check again from the start.',
  ],
  'no-packets': [
    'Bluetooth của máy tính không nghe được gói nào, kể cả của thiết bị khác.',
    'Tắt rồi bật lại Bluetooth của máy tính; đây chưa phải lỗi của điện thoại.',
    'The computer heard no Bluetooth at all, from any device.',
    'Switch the computer’s Bluetooth off and on; this is not the phone’s fault.',
  ],
  'fell-silent': [
    'Bluetooth của máy tính đang nghe thì bỗng không nghe được gì nữa.',
    'Tắt rồi bật lại Bluetooth của máy tính và kiểm tra lại; đây chưa phải lỗi của điện thoại.',
    'The computer was listening and suddenly heard nothing any more.',
    'Switch the computer’s Bluetooth off and on and check again; this is not the phone’s fault.',
  ],
  'too-short': [
    'Nghe chưa đủ để kết luận: thời gian quá ngắn, hoặc quanh đây quá ít thiết bị để biết laptop có nghe tốt.',
    'Để thêm một điện thoại bật Bluetooth gần laptop, giữ máy cần kiểm tra tại chỗ và kiểm tra lại, khoảng 45 giây.',
    'Not enough was heard for a verdict: too short, or too few devices around to know that the laptop hears well.',
    'Put another phone with Bluetooth on near the laptop, keep the one to be checked in place, and check again, about 45 seconds.',
  ],
  'iphone-background': [
    'Có dấu hiệu của một iPhone đang để ứng dụng chạy nền.',
    'Mở Bluezone trên iPhone cho hiện lên màn hình, rồi kiểm tra lại.',
    'There is a hint of an iPhone with the app in the background.',
    'Bring Bluezone to the front on the iPhone and check again.',
  ],
  'no-radio': [
    'Trạm đang chạy không có Bluetooth.',
    'Đếm bằng tay vẫn dùng được. Muốn kiểm tra, mở lại với Bluetooth hoặc vào chế độ luyện tập.',
    'The kit runs without Bluetooth.',
    'Counting by hand works. To check, reopen with Bluetooth or enter practice mode.',
  ],
};
