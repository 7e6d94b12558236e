import type { Campaign } from '../campaign/campaign.ts';
import { type Figures, sumKnown } from '../figures/figures.ts';
import { GRAND_TOTAL, type ReportTable } from './model.ts';
import { ORDINAL, type Row, tableOf } from './tables.ts';

/** Forms of outreach that were declared; `null` when none was. Leaflets and broadcasts do not add up, people do. */
export function outreachTable(campaign: Campaign, union: Figures, cutOff: string): ReportTable | null {
  const declared = union.declared?.outreach ?? [];
  if (declared.length === 0) return null;
  const rows = declared.map(({ form, quantity, people }, at): Row => {
    const known = campaign.outreach.find(({ code }) => code === form);
    return [at + 1, known?.label.vi ?? form, known?.unit.vi ?? '', quantity, people];
  });
  return tableOf(
    '',
    `${cutOff}. Số liệu đơn vị tự báo cáo; số lượt người tiếp cận là số ước tính, một người có thể được tính nhiều lần.`,
    [
      ORDINAL,
      { key: 'form', label: 'Hình thức', kind: 'text' },
      { key: 'unit', label: 'Đơn vị tính', kind: 'text' },
      { key: 'quantity', label: 'Số lượng', kind: 'count' },
      { key: 'people', label: 'Lượt người tiếp cận (ước)', kind: 'count' },
    ],
    rows,
    ['', GRAND_TOTAL, '', '', sumKnown(declared.map(({ people }) => people))],
    declared.some(({ quantity, people }) => quantity === null || people === null)
      ? ['“chưa báo cáo” là chưa có số liệu, khác với số 0.']
      : [],
  );
}
