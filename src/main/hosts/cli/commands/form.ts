import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Command, type CommandOptions, InvalidArgumentError, Option } from 'commander';
import { type Failure, failed } from '../../../../core/base/result.ts';
import { isFormKey, placeOf } from '../../../../core/form/parts.ts';
import type { OfficeFormView, Reply } from '../../../../preload/contract.ts';
import { wordsFor } from '../../../messages/index.ts';
import { type CommonOptions, type Ending, withKit } from '../context.ts';

type Run = <A extends unknown[]>(work: (...args: A) => Promise<Ending>) => (...args: A) => Promise<void>;
type Make = (name: string, about: string, under: string, how?: CommandOptions) => Command;
type Options = CommonOptions & { readonly union: string; readonly save?: string; readonly template?: string };

/** `report form`: shows a form, sets parts of it, writes it to a file, or takes it from one. */
export function addFormCommand(command: Make, run: Run): void {
  const form = command('form', 'mẫu văn bản của đơn vị · the form of a union’s documents', 'report')
    .requiredOption('--union <code>', 'đơn vị báo cáo · reporting union')
    .addOption(
      new Option('--save <file>', 'lưu cả mẫu, kèm mặc định, ra tệp JSON · write the whole form').conflicts('template'),
    )
    .option('--template <file>', 'lấy mẫu từ tệp JSON; phần tệp không nêu giữ nguyên · take the form from a file')
    .argument(
      '[parts...]',
      'PHẦN=NỘI DUNG; bỏ trống là theo mặc định; nhiều dòng cách nhau bằng | · PART=TEXT',
      readPart,
    );
  form.action(
    run((parts: [string, string][] = [], options: Options) => {
      const { union, save, template } = options;
      if (parts.length > 0 && (save ?? template) !== undefined) {
        form.error('error: PART=TEXT cannot be used with --save or --template');
      }
      if (save !== undefined) {
        return withKit(
          options,
          (ask) => ask('form.save', { union, file: path.resolve(save) }),
          ({ file }) => `Đã lưu mẫu văn bản: ${file}`,
        );
      }
      return withKit(
        options,
        async (ask) => {
          if (template === undefined) {
            const set = await ask('form.set', { union, parts: Object.fromEntries(parts.map(typedPart)) });
            return set.ok ? { ok: true as const, value: set.value.form } : set;
          }
          const file = await readForm(template);
          if (!file.ok) return file;
          const loaded = await ask('form.load', { union, ...file.value });
          return loaded.ok ? { ok: true as const, value: loaded.value.form } : loaded;
        },
        tellForm,
      );
    }),
  );
}

async function readForm(file: string): Promise<Reply<{ fileName: string; base64: string }>> {
  try {
    const bytes = await readFile(file);
    return { ok: true, value: { fileName: path.basename(file), base64: bytes.toString('base64') } };
  } catch {
    const { error } = failed('template-unreadable', { file: path.basename(file) }) as { error: Failure };
    return { ok: false, error: { ...error, words: wordsFor(error) } };
  }
}

function readPart(text: string, before: [string, string][] = []): [string, string][] {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError(`“${text}”: PHẦN=NỘI DUNG · PART=TEXT`);
  return [...before, [text.slice(0, at), text.slice(at + 1)]];
}

const typedPart = ([part, text]: [string, string]): [string, string | string[] | null] => [
  part,
  text === '' ? null : isFormKey(part) && placeOf(part).kind === 'list' ? text.split('|') : text,
];

const tellForm = ({ parts, deviations }: OfficeFormView): string =>
  [
    ...parts.map(({ part, value, isSet }) => `${isSet ? '*' : ' '} ${part} = ${[value].flat().join(' | ')}`),
    ...deviations.map(({ words }) => `  ! ${words.what.vi} ${words.todo.vi}`),
  ].join('\n');
