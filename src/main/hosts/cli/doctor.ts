import { existsSync, statfsSync } from 'node:fs';
import path from 'node:path';
import type { Result } from '../../../core/base/result.ts';
import type { RadioView } from '../../../preload/contract/kit.ts';
import type { Words } from '../../../preload/contract.ts';
import type { KitDoor } from '../../door.ts';
import { isSynced } from '../../files/paths.ts';
import { wordsFor } from '../../messages/index.ts';
import { wordsForSynced } from '../../messages/synced.ts';

/** One thing that was looked at, with what it means and what to do. */
export interface Finding {
  readonly name: 'version' | 'clock' | 'disk' | 'folder' | 'data' | 'radio';
  readonly state: 'ok' | 'warn' | 'bad';
  readonly words: Words;
}

interface Examined {
  readonly dataRoot: string;
  readonly version: string;
  readonly now: number;
  /** Opens the Kit, as a booth would. */
  readonly open: () => Promise<Result<KitDoor>>;
}

/** A day of counting needs a few megabytes; with backups, this is comfortable. */
const FREE_LOW_BYTES = 200 * 1024 * 1024;
/** The letter's own date: a laptop that believes it is earlier has lost its clock. */
const EARLIEST = Date.parse('2020-08-17T00:00:00+07:00');
const RADIO_WAIT_MS = 4_000;

const say = (viWhat: string, enWhat: string, viTodo = 'Không cần làm gì.', enTodo = 'Nothing to do.'): Words => ({
  what: { vi: viWhat, en: enWhat },
  todo: { vi: viTodo, en: enTodo },
});

/** Looks at everything that a morning at the gate depends on, and says for each what to do. */
export async function examine({ dataRoot, version, now, open }: Examined): Promise<Finding[]> {
  const findings: Finding[] = [
    { name: 'version', state: 'ok', words: say(`Trạm Bluezone ${version}.`, `Version ${version}.`) },
    clockFinding(now),
    ...diskFinding(dataRoot),
    folderFinding(dataRoot),
  ];
  const opened = await open();
  if (!opened.ok) return [...findings, { name: 'data', state: 'bad', words: wordsFor(opened.error) }];
  const door = opened.value;
  try {
    const verified = await door.request('log.verify', {});
    findings.push(
      verified.ok && (verified.value as { ok: boolean }).ok
        ? {
            name: 'data',
            state: 'ok',
            words: say(`Sổ và tổng số khớp nhau (${dataRoot}).`, `Log and totals agree (${dataRoot}).`),
          }
        : {
            name: 'data',
            state: 'bad',
            words: say(
              'Sổ và tổng số không khớp.',
              'Log and totals do not agree.',
              'Giữ nguyên thư mục, chạy lệnh verify và gọi người hỗ trợ.',
              'Keep the folder as it is, run verify, and call for support.',
            ),
          },
    );
    findings.push(await radioFinding(door));
  } finally {
    await door.close();
  }
  return findings;
}

function clockFinding(now: number): Finding {
  if (now >= EARLIEST) return { name: 'clock', state: 'ok', words: say('Đồng hồ hợp lý.', 'The clock is plausible.') };
  return {
    name: 'clock',
    state: 'bad',
    words: say(
      'Đồng hồ của máy chạy sai ngày.',
      'The clock of this laptop is wrong.',
      'Chỉnh lại ngày giờ trước khi đếm.',
      'Set date and time before counting.',
    ),
  };
}

/** Free room on the disk that holds the folder, or the nearest folder above that is there. */
function diskFinding(dataRoot: string): Finding[] {
  let folder = path.resolve(dataRoot);
  while (!existsSync(folder) && path.dirname(folder) !== folder) folder = path.dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const megabytes = Math.floor(free / 1024 / 1024);
  if (free >= FREE_LOW_BYTES) {
    return [{ name: 'disk', state: 'ok', words: say(`Ổ đĩa còn trống ${megabytes} MB.`, `${megabytes} MB free.`) }];
  }
  return [
    {
      name: 'disk',
      state: 'warn',
      words: say(
        `Ổ đĩa chỉ còn trống ${megabytes} MB.`,
        `Only ${megabytes} MB free.`,
        'Chép bớt tệp khác sang nơi khác trước khi đếm.',
        'Move other files elsewhere before counting.',
      ),
    },
  ];
}

function folderFinding(dataRoot: string): Finding {
  if (!isSynced(dataRoot)) {
    return {
      name: 'folder',
      state: 'ok',
      words: say('Thư mục dữ liệu nằm trên máy này.', 'The data folder is local.'),
    };
  }
  return { name: 'folder', state: 'warn', words: wordsForSynced(dataRoot) };
}

async function radioFinding(door: KitDoor): Promise<Finding> {
  const about = await door.request('kit.about', {});
  let radio: RadioView = about.ok ? (about.value as { radio: RadioView }).radio : { state: 'off' };
  const settled = (view: RadioView): boolean => view.state === 'ready' || view.state === 'absent';
  if (!settled(radio)) {
    radio = await new Promise<RadioView>((resolve) => {
      const timer = setTimeout(() => finish(radio), RADIO_WAIT_MS);
      const silence = door.on((push) => {
        if (push.name === 'radio.changed' && settled(push.body)) finish(push.body);
      });
      const finish = (view: RadioView): void => {
        clearTimeout(timer);
        silence();
        resolve(view);
      };
    });
  }
  if (radio.state === 'ready') {
    return { name: 'radio', state: 'ok', words: say('Bluetooth sẵn sàng.', 'Bluetooth is ready.') };
  }
  if (radio.state === 'absent') return { name: 'radio', state: 'warn', words: radio.words };
  return {
    name: 'radio',
    state: 'warn',
    words: say(
      'Bluetooth chưa trả lời.',
      'Bluetooth has not answered yet.',
      'Tắt rồi bật lại Bluetooth; đếm bằng tay vẫn dùng được.',
      'Switch Bluetooth off and on; counting by hand works.',
    ),
  };
}
