// What npm, or the disk, says when an installation fails, as a sentence for the person at the machine and what to do.
import { windows } from './base.mjs';

const AGAIN = {
  vi: 'Phần đã tải được giữ lại: chạy lại lệnh này thì đi tiếp từ đó.',
  en: 'What was fetched is kept: run this again and it goes on from there.',
};

const NETWORK = [
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ETIMEDOUT',
  'ERR_SOCKET_TIMEOUT',
  'ESOCKETTIMEDOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTCACHED',
  'EIDLETIMEOUT',
  'FETCH_ERROR',
];
const CERTIFICATE =
  /SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER|VERIFY)|CERT_(HAS_EXPIRED|NOT_YET_VALID|UNTRUSTED)|DEPTH_ZERO_SELF_SIGNED|ERR_TLS_|certificate/;
const PROXY = /\b407\b|tunneling socket|proxy (connection|authentication|responded)/i;
const BROKEN = ['EINTEGRITY', 'Z_DATA_ERROR', 'Z_BUF_ERROR', 'TAR_BAD_ARCHIVE', 'EJSONPARSE', 'TAR_ENTRY_ERROR'];

/** Whether npm met something spoilt among what it keeps from earlier: worth one try with nothing kept. */
export const isBrokenCache = ({ code, text }) =>
  BROKEN.includes(code) || (code === 'ENOENT' && /_cacache/.test(text)) || /Unexpected end of JSON/.test(text);

/** The code in npm's last words: `npm error code E…` since npm 10, `npm ERR! code E…` before. */
export function codeIn(text) {
  const [, code] = /^npm (?:error|ERR!) code (\S+)/m.exec(text) ?? [];
  return code ?? /\b(ENOSPC|EACCES|EROFS|EPERM|ENOTFOUND|ECONNREFUSED|EAI_AGAIN|EINTEGRITY)\b/.exec(text)?.[1] ?? '';
}

const pathIn = (text) => /^npm (?:error|ERR!) (?:path|dest) (.+)$/m.exec(text)?.[1]?.trim();

/**
 * The words for a failure.
 * @param {{code: string, text: string, path?: string, proxy?: string, registry?: string, folder: string}} failure
 *   `text` what npm printed, `proxy` and `registry` as npm is set, `folder` the project's.
 */
export function wordsForInstall({ code, text, path = pathIn(text), proxy, registry, folder }) {
  const where = path ?? folder;
  // A registry that answers with its own failure, or asks to wait, is as good as not there.
  const isNetwork = NETWORK.includes(code) || /^E?(5\d\d|429)$/.test(code);
  if (PROXY.test(text) || (isNetwork && proxy)) return proxyWords(proxy);
  if (CERTIFICATE.test(code) || CERTIFICATE.test(text)) {
    return withAgain({
      vi: 'Mạng này chen chứng thư riêng vào đường tới kho gói, hoặc đồng hồ máy sai ngày. Hãy xem lại ngày giờ; nếu đúng, xin người quản trị mạng tệp chứng thư (.pem) rồi đặt biến NODE_EXTRA_CA_CERTS bằng đường dẫn tệp đó.',
      en: 'This network puts its own certificate before the package registry, or this machine’s date is wrong. Check date and time; if they are right, ask the network’s administrator for the certificate (.pem) and set NODE_EXTRA_CA_CERTS to its path.',
    });
  }
  if (isNetwork) {
    return withAgain({
      vi: `Không tới được kho gói${registry ? ` ${registry}` : ''}: máy chưa có mạng, hoặc mạng này chặn. Hãy nối mạng, mở thử địa chỉ đó bằng trình duyệt. Chỉ lần cài này cần mạng.`,
      en: `The package registry${registry ? ` ${registry}` : ''} cannot be reached: there is no network, or this one blocks it. Connect, and try that address in a browser. Only this installation needs a network.`,
    });
  }
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return withAgain({
        vi: `Hết chỗ trên ổ đĩa khi ghi ${where}. Cần trống khoảng 1,5 GB ở ổ của thư mục này và ổ của thư mục người dùng; hãy dọn bớt tệp không dùng.`,
        en: `The disk is full, at ${where}. Some 1.5 GB must be free on the disk of this folder and on that of your home folder; make room there.`,
      });
    case 'EACCES':
    case 'EROFS':
    case 'EEXIST':
    case 'ENOTDIR':
    case 'EPERM':
    case 'EBUSY':
    case 'ENOTEMPTY':
      return notWritable(code, where, folder);
    case 'E401':
    case 'E403':
    case 'ENEEDAUTH':
      return withAgain({
        vi: `Kho gói${registry ? ` ${registry}` : ''} từ chối máy này (${code}). Máy đang đặt một kho riêng đòi đăng nhập, hoặc mạng chặn; xem “npm config get registry”, dùng kho chung thì “npm config delete registry”.`,
        en: `The package registry${registry ? ` ${registry}` : ''} refuses this machine (${code}). It is set to a private one that wants a login, or the network blocks it; see “npm config get registry”, and “npm config delete registry” for the public one.`,
      });
    case 'E404':
    case 'ETARGET':
    case 'INCOMPLETE':
      return withAgain({
        vi: `Kho gói${registry ? ` ${registry}` : ''} chưa đưa đủ các gói: ${nameIn(text)}. Mạng chập chờn thì chạy lại là được; nếu vẫn thế, kho đang đặt trên máy thiếu gói này: xem “npm config get registry”.`,
        en: `The package registry${registry ? ` ${registry}` : ''} did not give every package: ${nameIn(text)}. On a shaky network running this again is enough; otherwise the registry that this machine is set to lacks it: see “npm config get registry”.`,
      });
    case 'ENOENT-npm':
      return {
        vi: 'Không thấy lệnh npm trên máy. npm đi cùng Node: hãy cài Node (18 trở lên) từ https://nodejs.org, hoặc gói “npm” của hệ điều hành, rồi chạy lại.',
        en: 'There is no npm on this machine. It comes with Node: install Node (18 or newer) from https://nodejs.org, or the system’s package “npm”, and run this again.',
      };
    case 'EUSAGE':
      return {
        vi: 'package.json và package-lock.json không khớp nhau. Nếu vừa sửa package.json, hãy chạy “npm install”; nếu không, lấy lại hai tệp đó từ kho mã (git checkout package.json package-lock.json).',
        en: 'package.json and package-lock.json do not agree. If you changed package.json, run “npm install”; if not, take both files back (git checkout package.json package-lock.json).',
      };
    case 'SIGKILL':
      return withAgain({
        vi: 'npm bị hệ thống dừng giữa chừng, thường vì hết bộ nhớ. Hãy đóng bớt chương trình khác.',
        en: 'The system ended npm half way, mostly because memory ran out. Close other programs.',
      });
    default:
      break;
  }
  if (isBrokenCache({ code, text })) {
    return withAgain({
      vi: 'Gói tải về không khớp với dấu trong package-lock.json, cả khi bỏ bộ nhớ tạm của npm ra ngoài: đường truyền làm hỏng hoặc đổi nội dung. Không có gì được cài. Hãy thử bằng mạng khác.',
      en: 'What is fetched does not match the marks in package-lock.json, even with npm’s cache left aside: something on the way spoils or changes it. Nothing was installed. Try another network.',
    });
  }
  return withAgain({
    vi: `npm dừng với lỗi${code ? ` ${code}` : ''}; lời của npm ở ngay trên.`,
    en: `npm stopped with an error${code ? ` ${code}` : ''}; its own words are above.`,
  });
}

function proxyWords(proxy) {
  const named = proxy ? ` (${proxy.replace(/\/\/[^/@]*@/, '//')})` : '';
  return withAgain({
    vi: `Máy đang đặt đi qua proxy${named}, và proxy không cho qua. Mạng này có proxy thì hỏi người quản trị địa chỉ đúng và đặt lại: npm config set https-proxy http://MÁY:CỔNG. Không có thì bỏ đi: npm config delete proxy, npm config delete https-proxy, và bỏ biến HTTP_PROXY, HTTPS_PROXY.`,
    en: `This machine goes through a proxy${named}, which lets nothing through. If this network has one, ask for its address and set it: npm config set https-proxy http://HOST:PORT. If not, take it away: npm config delete proxy, npm config delete https-proxy, and the variables HTTP_PROXY and HTTPS_PROXY.`,
  });
}

function notWritable(code, where, folder) {
  const cache = /_cacache|[\\/]\.npm([\\/]|$)|npm-cache/.test(where);
  if (cache) {
    return withAgain({
      vi: `npm không ghi được vào bộ nhớ tạm của mình, ${where} (${code}): có lần npm chạy bằng quyền quản trị và để lại tệp không phải của bạn.${windows ? '' : ' Lấy lại quyền: sudo chown -R "$(id -u):$(id -g)" ~/.npm.'}`,
      en: `npm cannot write its cache, ${where} (${code}): it once ran as administrator and left files that are not yours.${windows ? '' : ' Take them back: sudo chown -R "$(id -u):$(id -g)" ~/.npm.'}`,
    });
  }
  const busy = windows || code === 'EBUSY' || code === 'ENOTEMPTY';
  if (busy) {
    return withAgain({
      vi: `Không thay được ${where} (${code}): có chương trình đang giữ tệp trong đó. Hãy đóng Trạm, trình soạn thảo và phần mềm quét vi-rút đang quét thư mục này.`,
      en: `${where} cannot be replaced (${code}): a program holds files in it. Close the kit, your editor, and a virus scanner at work in this folder.`,
    });
  }
  return withAgain({
    vi: `Không được ghi vào ${where} (${code}). Thư mục của Trạm phải là của người đang dùng: chép ${folder} vào thư mục của mình rồi chạy ở đó, hoặc lấy lại quyền: sudo chown -R "$(id -u):$(id -g)" "${folder}". Đừng chạy bằng sudo.`,
    en: `${where} cannot be written (${code}). The kit’s folder must belong to who uses it: copy ${folder} into your own folder and run there, or take it back: sudo chown -R "$(id -u):$(id -g)" "${folder}". Do not run this with sudo.`,
  });
}

const nameIn = (text) => /['“]?((?:@[\w.-]+\/)?[\w.-]+@\d[\w.-]*)/.exec(text)?.[1] ?? text.trim().slice(0, 200);

const withAgain = ({ vi, en }) => ({ vi: `${vi} ${AGAIN.vi}`, en: `${en} ${AGAIN.en}` });
