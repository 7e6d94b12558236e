// Why Electron did not come up, read from what it said last, and what to do about it on this system.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Debian's names of the libraries that a bare system lacks; where the name changed with 64-bit time, both. */
const DEBIAN = {
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libatk-1.0.so.0': ['libatk1.0-0', 'libatk1.0-0t64'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  'libatspi.so.0': ['libatspi2.0-0', 'libatspi2.0-0t64'],
  'libcups.so.2': ['libcups2', 'libcups2t64'],
  'libgtk-3.so.0': ['libgtk-3-0', 'libgtk-3-0t64'],
  'libglib-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libasound.so.2': ['libasound2', 'libasound2t64'],
  'libgbm.so.1': 'libgbm1',
  'libdrm.so.2': 'libdrm2',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libcairo.so.2': 'libcairo2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libexpat.so.1': 'libexpat1',
  'libX11.so.6': 'libx11-6',
  'libxcb.so.1': 'libxcb1',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libudev.so.1': 'libudev1',
};

/** Which family of Linux this is, and whether its package names are those after the change of 64-bit time. */
function system() {
  const file = process.env.KIT_OS_RELEASE ?? '/etc/os-release';
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const value = (key) => new RegExp(`^${key}="?([^"\\n]*)"?$`, 'm').exec(text)?.[1] ?? '';
  const family = `${value('ID')} ${value('ID_LIKE')}`;
  const version = Number.parseFloat(value('VERSION_ID'));
  const ubuntu = /ubuntu/.test(family);
  return {
    debian: /debian|ubuntu/.test(family),
    fedora: /fedora|rhel|suse/.test(family),
    suse: /suse/.test(family),
    wideTime: ubuntu ? version >= 24.04 : version >= 13,
  };
}

const quoted = (path) => `'${path.replaceAll("'", "'\\''")}'`;

/** The words for a Linux session without a screen to draw on. */
export const noDisplay = () => ({
  vi: 'Electron cần màn hình, mà phiên này không có (DISPLAY, WAYLAND_DISPLAY để trống). Hãy chạy trong cửa sổ dòng lệnh của màn hình làm việc, không qua ssh.',
  en: 'Electron needs a display and this session has none (DISPLAY and WAYLAND_DISPLAY are empty). Run it in a terminal of the desktop, not over ssh.',
});

/**
 * The words for an Electron that left while it started.
 * @param {{code: number | null, signal: string | null, error?: Error, said: string, binary: string}} ending
 *   `said` the end of what it wrote to stderr.
 */
export function endingOf({ code, signal, error, said, binary }) {
  if (/Running as root without --no-sandbox/.test(said)) {
    return {
      vi: 'Electron không chạy bằng quyền quản trị (root). Hãy chạy bằng tài khoản người dùng thường, không dùng sudo.',
      en: 'Electron does not run as root. Run it as an ordinary user, without sudo.',
    };
  }
  if (/sandbox/i.test(said) && /SUID|setuid|No usable sandbox|namespace|chrome-sandbox/i.test(said)) {
    const helper = quoted(join(dirname(binary), 'chrome-sandbox'));
    const fix = `sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`;
    return {
      vi: `Hệ thống không cho Electron dựng hộp cát (sandbox) bảo vệ, như Ubuntu 24.04 với người dùng thường. Cho phép tệp phụ trợ một lần: ${fix}`,
      en: `The system refuses Electron its sandbox, as Ubuntu 24.04 does to ordinary users. Allow its helper once: ${fix}`,
    };
  }
  const [, library] = /error while loading shared libraries: ([^\s:]+)/.exec(said) ?? [];
  if (library !== undefined) return lacksLibrary(library);
  if (
    /Missing X server|platform failed to initialize|cannot open display|Unable to open X display|no authorization protocol|Failed to connect to Wayland/i.test(
      said,
    )
  ) {
    return {
      vi: 'Electron không mở được màn hình mà phiên này chỉ tới (DISPLAY, WAYLAND_DISPLAY). Hãy chạy trong cửa sổ dòng lệnh của màn hình làm việc, bằng chính người đã đăng nhập.',
      en: 'Electron cannot open the display that this session points to (DISPLAY, WAYLAND_DISPLAY). Run it in a terminal of the desktop, as the very user who logged in.',
    };
  }
  if (
    /GPU process (isn't usable|launch failed|exited)|gpu_(process|data_manager|init)|eglInitialize|libGL error/i.test(
      said,
    )
  ) {
    return gpu();
  }
  if (code === 0xc0000135) {
    return {
      vi: 'Windows thiếu một thư viện (DLL) mà Electron cần. Electron cần Windows 10 trở lên; hãy cập nhật Windows và cài “Microsoft Visual C++ Redistributable”.',
      en: 'Windows lacks a library (DLL) that Electron needs. Electron needs Windows 10 or newer; update Windows and install “Microsoft Visual C++ Redistributable”.',
    };
  }
  const how = error?.message ?? (signal ? `signal ${signal}` : `exit code ${code}`);
  const last = said.trim().split('\n').at(-1)?.trim();
  const words = last ? `: “${last.slice(0, 200)}”` : '';
  return {
    vi: `Electron tắt ngay khi khởi động (${how})${words}. Hãy xóa thư mục node_modules/electron/dist rồi chạy lại để tải bản mới; vẫn thế thì dùng trình duyệt: npm start -- --browser`,
    en: `Electron left while it started (${how})${words}. Remove node_modules/electron/dist and start again to fetch it anew; if it stays so, use a browser: npm start -- --browser`,
  };
}

function gpu() {
  const fix = {
    win32: {
      vi: 'Hãy cập nhật trình điều khiển màn hình (Windows Update, mục trình điều khiển tùy chọn).',
      en: 'Update the display driver (Windows Update, optional drivers).',
    },
    darwin: { vi: 'Hãy cập nhật macOS rồi khởi động lại máy.', en: 'Update macOS and restart the machine.' },
  }[process.platform];
  const { debian, suse, fedora } = system();
  const install = debian
    ? 'sudo apt-get install libgl1-mesa-dri libegl1'
    : suse
      ? 'sudo zypper install Mesa-dri'
      : fedora
        ? 'sudo dnf install mesa-dri-drivers'
        : 'Mesa (libGL, DRI)';
  const { vi, en } = fix ?? {
    vi: `Hãy cài hoặc cập nhật trình điều khiển màn hình: ${install}`,
    en: `Install or update the display driver: ${install}`,
  };
  return {
    vi: `Trình điều khiển màn hình (GPU) của máy làm Electron dừng. ${vi}`,
    en: `This machine's display driver (GPU) stops Electron. ${en}`,
  };
}

function lacksLibrary(library) {
  const { debian, suse, fedora, wideTime } = system();
  const [narrow, wide] = [DEBIAN[library] ?? []].flat();
  const debianName = wideTime ? (wide ?? narrow) : narrow;
  const fix =
    debian && debianName
      ? `sudo apt-get install ${debianName}`
      : debian
        ? `apt-file search ${library}`
        : suse || fedora
          ? `sudo ${suse ? 'zypper' : 'dnf'} install '${library}()(64bit)'`
          : library;
  return {
    vi: `Máy thiếu thư viện ${library} mà Electron cần. Hãy cài: ${fix}`,
    en: `This machine lacks the library ${library} that Electron needs. Install it: ${fix}`,
  };
}
