import { declaredKeys } from '../figures/declared.ts';
import type { Figures, Totals } from '../figures/figures.ts';
import { declaredLabel } from '../figures/names.ts';
import { type ChoosableKey, choosableKeys, countedFor, type ReportChoice, sourceOf } from './choice.ts';
import type { ReportTable } from './model.ts';
import type { Counting } from './outcomes.ts';
import { ORDINAL, type Row, tableOf } from './tables.ts';

const choosable = (key: string): key is ChoosableKey => (choosableKeys as readonly string[]).includes(key);

/** Keys in the order of the form, then any other. */
const inOrder = (declared: Totals): string[] => {
  const known: string[] = declaredKeys.filter((key) => declared[key] !== undefined);
  return [...known, ...Object.keys(declared).filter((key) => !known.includes(key))];
};

/** Counted and declared side by side, and which of them the report stands on; no row adds them. */
export function declaredTable(
  counting: Counting,
  union: Figures,
  declared: Totals,
  choice: ReportChoice,
  cutOff: string,
): ReportTable {
  const rows = inOrder(declared).map((key, at): Row => {
    const counted = countedFor(counting, union, key);
    const source = choosable(key) ? sourceOf(choice, declared, key) : 'declared';
    const chosen = counted === '' || source === 'declared' ? 'Tự báo cáo' : 'Đếm tại bàn';
    return [at + 1, declaredLabel(key), counted, declared[key] ?? null, chosen];
  });
  return tableOf(
    'Số liệu đếm tại bàn và số liệu đơn vị tự báo cáo',
    `${cutOff}. Hai nguồn số liệu đặt cạnh nhau để đối chiếu, không cộng vào nhau.`,
    [
      ORDINAL,
      { key: 'figure', label: 'Chỉ tiêu', kind: 'text' },
      { key: 'counted', label: 'Đếm tại bàn', kind: 'count' },
      { key: 'declared', label: 'Tự báo cáo', kind: 'count' },
      { key: 'chosen', label: 'Nguồn dùng trong báo cáo', kind: 'text' },
    ],
    rows,
    null,
  );
}
