import path from 'node:path';
import type { Command } from 'commander';
import { countText } from '../../../../core/base/format.ts';
import { type CommonOptions, dataRootOf, type Ending, openKitFor, version, withKit } from '../context.ts';
import { examine, type Finding } from '../doctor.ts';

type Run = <A extends unknown[]>(work: (...args: A) => Promise<Ending>) => (...args: A) => Promise<void>;

/** `backup`, `restore`, `demo`, `doctor`. */
export function addKeepCommands(command: (name: string, about: string) => Command, run: Run): void {
  command('backup', 'sao lưu và tự kiểm chứng · a backup that proves itself')
    .requiredOption('--out <file>', 'tệp sao lưu · file')
    .action(
      run((options: CommonOptions & { out: string }) =>
        withKit(
          options,
          (ask) => ask('backup.make', { file: path.resolve(options.out) }),
          ({ file, events }) => `Đã sao lưu ${countText(events)} sự kiện và đối chiếu xong: ${file}`,
        ),
      ),
    );

  command(
    'restore <file>',
    'nạp lại bản sao lưu, không bỏ mất gì đang có · bring a backup in, nothing is taken away',
  ).action(
    run((file: string, options: CommonOptions) =>
      withKit(
        options,
        (ask) => ask('backup.restore', { file: path.resolve(file) }),
        ({ added, events }) => `Bản sao lưu có ${countText(events)} sự kiện, đã thêm ${countText(added)}.`,
      ),
    ),
  );

  command('demo', 'một đợt vận động giả lập để tập huấn, thử tải · a synthetic campaign')
    .requiredOption('--unions <n>', 'số công đoàn cơ sở · grassroots unions')
    .requiredOption('--events <n>', 'số lượt · tallies')
    .option('--seed <n>', 'hạt giống · seed', '2020')
    .action(
      run((options: CommonOptions & { unions: string; events: string; seed: string }) =>
        withKit(
          options,
          (ask) =>
            ask('demo.fill', {
              unions: Number(options.unions),
              events: Number(options.events),
              seed: Number(options.seed),
            }),
          ({ unions, events }) => `Đã tạo ${countText(unions)} công đoàn và ${countText(events)} lượt LUYỆN TẬP.`,
        ),
      ),
    );

  command('doctor', 'khám máy: Bluetooth, ổ đĩa, đồng hồ, thư mục dữ liệu · examine this machine').action(
    run(async (options: CommonOptions) => {
      const findings = await examine({
        dataRoot: dataRootOf(options),
        version,
        now: Date.now(),
        open: () => openKitFor(options, 'browser'),
      });
      process.stdout.write(`${options.json ? JSON.stringify({ findings }) : findings.map(line).join('\n')}\n`);
      return { code: findings.some(({ state }) => state === 'bad') ? 1 : 0 };
    }),
  );
}

const marks: Readonly<Record<Finding['state'], string>> = { ok: '✓', warn: '!', bad: '✗' };

const line = ({ state, name, words }: Finding): string =>
  [`${marks[state]} ${name}: ${words.what.vi}`, ...(state === 'ok' ? [] : [`    ${words.todo.vi}`])].join('\n');
