import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Command, Option } from 'commander';
import { type Failure, failed } from '../../../../core/base/result.ts';
import type { Reply, RosterPreview, RosterResult } from '../../../../preload/contract.ts';
import { wordsFor } from '../../../messages/index.ts';
import { type CommonOptions, type Ending, withKit } from '../context.ts';

type Run = <A extends unknown[]>(work: (...args: A) => Promise<Ending>) => (...args: A) => Promise<void>;
type Conflicts = 'keep' | 'take';

/** `roster import`, with a look before the leap. */
export function addRosterCommands(command: (name: string, about: string, under?: string) => Command, run: Run): void {
  command('import <file>', 'nhập danh sách công đoàn (xlsx, csv) · import a roster', 'roster')
    .option('--preview', 'chỉ xem trước, không nhập · only show what would change')
    .addOption(
      new Option('--conflicts <which>', 'dòng mà người ở đây đã sửa sau tệp · rows changed here since')
        .choices(['keep', 'take'])
        .default('keep'),
    )
    .action(
      run(async (file: string, options: CommonOptions & { preview?: boolean; conflicts: Conflicts }) => {
        const read = await readRoster(file);
        return options.preview
          ? withKit<RosterPreview>(
              options,
              async (ask) => (read.ok ? ask('roster.preview', read.value) : read),
              tellPreview,
              ({ token: _, ...preview }) => ({ ...preview, rejected: jsonRejected(preview.rejected) }),
            )
          : withKit<RosterResult>(
              options,
              async (ask) => (read.ok ? ask('roster.import', { ...read.value, conflicts: options.conflicts }) : read),
              tellRoster,
              ({ rejected, ...rest }) => ({ ...rest, rejected: jsonRejected(rejected) }),
              wentIn,
            );
      }),
    );
}

/** Rows that stand in the roster as the file has them went in before: the same file twice is no failure. */
const wentIn = ({ added, changed, unchanged, conflicting, conflicts }: RosterResult): true | Failure =>
  added + changed + unchanged + (conflicts === 'taken' ? conflicting : 0) > 0 || {
    code: 'roster-refused',
    detail: {},
  };

type RosterFile = { fileName: string; base64: string; savedAt: string };

async function readRoster(file: string): Promise<Reply<RosterFile>> {
  try {
    const [bytes, { mtime }] = await Promise.all([readFile(file), stat(file)]);
    const value = { fileName: path.basename(file), base64: bytes.toString('base64'), savedAt: mtime.toISOString() };
    return { ok: true, value };
  } catch {
    const { error } = failed('roster-missing', { file: path.basename(file) }) as { error: Failure };
    return { ok: false, error: { ...error, words: wordsFor(error) } };
  }
}

type Rejected = RosterResult['rejected'];

const jsonRejected = (rejected: Rejected): unknown =>
  rejected.map(({ row, code, words }) => ({ row, code, message: `${words.what.vi} ${words.todo.vi}` }));

function rejectedLines(rejected: Rejected, total: number): string[] {
  const lines = rejected.slice(0, 20).map(({ row, words }) => `  dòng ${row}: ${words.what.vi} ${words.todo.vi}`);
  return total > lines.length ? [...lines, `  … và ${total - lines.length} dòng nữa`] : lines;
}

function tellRoster({
  added,
  changed,
  unchanged,
  conflicting,
  conflicts,
  rejected,
  rejectedTotal,
}: RosterResult): string {
  const held = conflicting > 0 && conflicts === 'kept' ? `, giữ bản ở đây ${conflicting}` : '';
  return [
    `Thêm ${added}, đổi ${changed}, giữ nguyên ${unchanged}${held}, không nhận ${rejectedTotal}.`,
    ...rejectedLines(rejected, rejectedTotal),
  ].join('\n');
}

function tellPreview(preview: RosterPreview): string {
  const { added, changed, unchanged, conflicting, rejected, rejectedTotal } = preview;
  const rows = [...preview.changedRows, ...preview.conflictingRows].slice(0, 20);
  return [
    `Sẽ thêm ${added}, đổi ${changed}, giữ nguyên ${unchanged}, mâu thuẫn ${conflicting}, không nhận ${rejectedTotal}. Chưa nhập dòng nào.`,
    ...rows.map(
      ({ row, code, changes }) =>
        `  dòng ${row}: ${code}: ${changes.map(({ field, from, to }) => `${field} ${from ?? '–'} → ${to ?? '–'}`).join(', ')}`,
    ),
    ...rejectedLines(rejected, rejectedTotal),
  ].join('\n');
}
