import type { Bilingual } from '../../core/campaign/campaign.ts';
import type { Absence } from '../../core/radio/absence.ts';

/** Systems that have a fix of their own; on any other the general next step stands. */
type System = 'win32' | 'darwin' | 'linux';

type Fixes = Readonly<Record<Exclude<Absence, 'no-radio'>, Readonly<Partial<Record<System, Bilingual>>>>>;

/** What to do about a missing radio on this system, in place of the general next step. How each is found: docs/radio.md. */
const fixes: Fixes = {
  'no-adapter': {
    win32: {
      vi: 'Cắm một USB Bluetooth 4.0 trở lên. Nếu máy vốn có Bluetooth, mở Device Manager xem mục Bluetooth có bị tắt (Disable) không. Đếm bằng tay vẫn dùng được.',
      en: 'Plug in a Bluetooth 4.0 (or newer) USB adapter. If the laptop should have one, look in Device Manager whether it is disabled. Counting by hand works.',
    },
    linux: {
      vi: 'Cắm một USB Bluetooth 4.0 trở lên; Trạm tự nhận ra, không cần mở lại. Đếm bằng tay vẫn dùng được.',
      en: 'Plug in a Bluetooth 4.0 (or newer) USB adapter; the kit finds it without being reopened. Counting by hand works.',
    },
  },
  'powered-off': {
    win32: {
      vi: 'Mở Settings > Bluetooth & devices, bật Bluetooth và tắt chế độ máy bay, rồi kiểm tra lại.',
      en: 'Open Settings > Bluetooth & devices, switch Bluetooth on and airplane mode off, then check again.',
    },
    darwin: {
      vi: 'Bấm biểu tượng Bluetooth trên thanh menu (hoặc Control Center) và bật lên, rồi kiểm tra lại.',
      en: 'Click the Bluetooth symbol in the menu bar (or Control Center), switch it on, then check again.',
    },
    linux: {
      vi: 'Bật Bluetooth trong phần cài đặt, tắt chế độ máy bay hoặc gạt công tắc trên thân máy. Trong terminal: “rfkill unblock bluetooth”, rồi “bluetoothctl power on”.',
      en: 'Switch Bluetooth on in the settings, airplane mode off, or flip the switch on the case. In a terminal: “rfkill unblock bluetooth”, then “bluetoothctl power on”.',
    },
  },
  'no-permission': {
    win32: {
      vi: 'Mở Settings > Privacy & security > Radios, cho phép ứng dụng dùng Bluetooth, rồi mở lại Trạm.',
      en: 'Open Settings > Privacy & security > Radios, let apps use Bluetooth, then reopen the kit.',
    },
    darwin: {
      vi: 'Mở System Settings > Privacy & Security > Bluetooth, bật cho Trạm Bluezone (hoặc Terminal), rồi mở lại Trạm.',
      en: 'Open System Settings > Privacy & Security > Bluetooth, allow the kit (or Terminal), then reopen the kit.',
    },
    linux: {
      vi: 'Bật dịch vụ bluetooth để Trạm nghe qua hệ thống (“systemctl start bluetooth”), hoặc nhờ người quản trị máy cấp quyền cap_net_raw. Đếm bằng tay vẫn dùng được.',
      en: 'Start the bluetooth service, so that the kit can listen through the system (“systemctl start bluetooth”), or ask who administers the laptop for cap_net_raw. Counting by hand works.',
    },
  },
  taken: {
    win32: {
      vi: 'Đóng cửa sổ Trạm Bluezone khác và các chương trình dò Bluetooth, rồi kiểm tra lại.',
      en: 'Close any other window of the kit and other Bluetooth scanners, then check again.',
    },
    darwin: {
      vi: 'Đóng cửa sổ Trạm Bluezone khác và các chương trình dò Bluetooth, rồi kiểm tra lại.',
      en: 'Close any other window of the kit and other Bluetooth scanners, then check again.',
    },
    linux: {
      vi: 'Đóng cửa sổ Trạm Bluezone khác, phần cài đặt Bluetooth đang mở và các chương trình dò Bluetooth, rồi kiểm tra lại.',
      en: 'Close any other window of the kit, an open Bluetooth settings page and other scanners, then check again.',
    },
  },
  unsupported: {
    win32: {
      vi: 'Cần Windows 10 bản 1703 trở lên và Bluetooth 4.0 trở lên. Cắm một USB Bluetooth 4.0, hoặc dùng laptop khác. Đếm bằng tay vẫn dùng được.',
      en: 'This needs Windows 10 version 1703 or newer and Bluetooth 4.0 or newer. Plug in a Bluetooth 4.0 USB adapter or use another laptop. Counting by hand works.',
    },
  },
  'radio-failed': {
    win32: {
      vi: 'Tắt rồi bật lại Bluetooth trong Settings; chưa được thì khởi động lại máy. Đếm bằng tay vẫn dùng được.',
      en: 'Switch Bluetooth off and on in Settings; if that does not help, restart the computer. Counting by hand works.',
    },
    darwin: {
      vi: 'Tắt rồi bật lại Bluetooth trong Control Center; chưa được thì khởi động lại máy. Đếm bằng tay vẫn dùng được.',
      en: 'Switch Bluetooth off and on in Control Center; if that does not help, restart the Mac. Counting by hand works.',
    },
    linux: {
      vi: 'Rút và cắm lại USB Bluetooth, hoặc chạy “systemctl restart bluetooth”; chưa được thì khởi động lại máy. Đếm bằng tay vẫn dùng được.',
      en: 'Unplug the adapter and plug it in again, or run “systemctl restart bluetooth”; if that does not help, restart the computer. Counting by hand works.',
    },
  },
};

/** The fix for this reason on this system, or `null` where the general next step says all there is to say. */
export function fixFor(reason: string, platform: NodeJS.Platform = process.platform): Bilingual | null {
  if (!Object.hasOwn(fixes, reason)) return null;
  const bySystem = fixes[reason as keyof Fixes];
  return bySystem[platform as System] ?? null;
}
