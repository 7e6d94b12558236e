import { type Command, InvalidArgumentError } from 'commander';
import { declaredTexts } from '../../../../core/figures/declared.ts';
import type { Declared, HistoryLine } from '../../../../preload/contract.ts';
import { type Ask, type CommonOptions, type Ending, withKit } from '../context.ts';

type Run = <A extends unknown[]>(work: (...args: A) => Promise<Ending>) => (...args: A) => Promise<void>;
type Pair = readonly [key: string, value: string];

/** `figures` and `history`. */
export function addFiguresCommands(command: (name: string, about: string) => Command, run: Run): void {
  const figures = command('figures', 'số liệu đơn vị tự báo cáo, lũy kế · what a union declares of itself, cumulative');
  figures
    .requiredOption('--union <code>', 'đơn vị báo cáo · union')
    .option('--note <text>', 'ghi chú, ví dụ vì sao số giảm · a note, such as why a number falls')
    .argument(
      '<pairs...>',
      'CHỈ_TIÊU=SỐ; hình thức tuyên truyền: leaflet=500 leaflet.people=300; bỏ trống là chưa báo cáo · KEY=N',
      readPair,
    )
    .action(
      run((pairs: Pair[], options: CommonOptions & { union: string; note?: string }) =>
        withKit(
          options,
          async (ask) => {
            const sorted = await sortPairs(ask, pairs);
            return ask('declared.set', { union: options.union, ...sorted, note: options.note ?? null });
          },
          ({ declared }) => tellDeclared(declared),
          ({ events, declared }) => ({
            events,
            union: declared.union,
            declared: Object.fromEntries(Object.entries(declared.own).map(([key, { value }]) => [key, value])),
            findings: declared.findings.map(({ id, severity, words, accepted }) => ({
              ...{ id, severity },
              message: `${words.what.vi} ${words.todo.vi}`,
              accepted: accepted?.why ?? null,
            })),
          }),
        ),
      ),
    );

  command('history', 'ai làm gì, lúc nào, vì sao · who did what, when and why')
    .requiredOption('--union <code>', 'công đoàn · union')
    .option('--subtree', 'cả các đơn vị trực thuộc · with the unions below')
    .option('--limit <n>', 'số dòng · lines', '50')
    .action(
      run((options: CommonOptions & { union: string; subtree?: boolean; limit: string }) =>
        withKit(
          options,
          (ask) =>
            ask('history.get', {
              union: options.union,
              subtree: options.subtree === true,
              limit: Number(options.limit),
            }),
          ({ lines }) => lines.map(tellLine).join('\n') || 'Chưa có gì.',
        ),
      ),
    );
}

function readPair(text: string, before: Pair[] = []): Pair[] {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError(`“${text}”: CHỈ_TIÊU=SỐ · KEY=N`);
  return [...before, [text.slice(0, at), text.slice(at + 1)]];
}

/** Forms of outreach are the campaign's; everything else must be a figure or a text of the kit. */
async function sortPairs(ask: Ask, pairs: readonly Pair[]) {
  const campaign = await ask('campaign.get', {});
  const forms = new Set(campaign.ok ? campaign.value.outreach.map(({ code }) => code) : []);
  const figures: Record<string, string | null> = {};
  const outreach: Record<string, { quantity: string | null; people: string | null }> = {};
  const texts: Record<string, string | null> = {};
  for (const [key, typed] of pairs) {
    const value = typed.trim() === '' ? null : typed;
    const [form = '', part = 'quantity'] = key.split('.');
    if ((declaredTexts as readonly string[]).includes(key)) texts[key] = value;
    else if (forms.has(form) && (part === 'quantity' || part === 'people')) {
      outreach[form] = { ...(outreach[form] ?? { quantity: null, people: null }), [part]: value };
    } else figures[key] = value;
  }
  return { figures, outreach, texts };
}

function tellDeclared({ union, own, keys, findings }: Declared): string {
  const lines = keys.flatMap(({ key, label }) => {
    const given = own[key];
    return given === undefined ? [] : [`  ${label.vi}: ${given.value ?? 'chưa báo cáo'}`];
  });
  const warnings = findings.filter(({ accepted }) => accepted === null);
  return [
    `Số liệu tự báo cáo của ${union}:`,
    ...lines,
    ...warnings.map(({ words }) => `  ! ${words.what.vi} ${words.todo.vi}`),
  ].join('\n');
}

const tellLine = ({ at, by, what, why, undone }: HistoryLine): string =>
  `${at}  ${by ?? '–'}  ${undone ? '(đã hoàn tác) ' : ''}${what.vi}${why === null ? '' : ` – ${why}`}`;
