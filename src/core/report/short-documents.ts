import { vnTime } from '../base/day.ts';
import { dateLine, dayText, momentText } from '../base/format.ts';
import type { OfficeForm } from '../form/office-form.ts';
import { type BriefInput, quickPoints } from './brief.ts';
import { PRACTICE_MARK, type ReportModel } from './model.ts';

/** Room for the number that the office gives. */
const BLANK = '\u00a0'.repeat(8);

export interface BriefDocument {
  readonly input: BriefInput;
  readonly form: OfficeForm;
  readonly practice: boolean;
  readonly madeAt: number;
}

/** The frame that small documents share with a report: the same head, the same signature, no annex. */
function frame(
  { input, form, practice, madeAt }: BriefDocument,
  type: string,
): Omit<ReportModel, 'typeName' | 'abstract' | 'opening' | 'sections' | 'closing'> {
  return {
    practice,
    standing: { state: 'draft' },
    // Small papers of the day: practice shows on them, their own drafts go out as they are.
    mark: practice ? PRACTICE_MARK : null,
    layout: form.layout,
    replaces: null,
    union: input.union.union.code,
    asOf: input.asOf,
    madeAt,
    head: {
      state: form.state,
      motto: form.motto,
      superior: form.superior,
      issuer: form.issuer,
      symbol: `Số:${BLANK}/${type}-${form.symbol}`,
      placeAndDate: `${form.place}, ${dateLine(vnTime(madeAt))}`,
    },
    addressees: form.addressees,
    cutOff: `Tính đến ${momentText(input.asOf)}`,
    annexes: [],
    attachedTo: '',
    signature: { authority: form.authority, post: form.post, name: form.signer },
    recipients: form.recipients,
  };
}

/** "Báo cáo nhanh" for the evening call: one page, four points. */
export function quickReport(document: BriefDocument): ReportModel {
  const { input, form } = document;
  return {
    ...frame(document, 'BC'),
    typeName: 'BÁO CÁO NHANH',
    abstract: `${input.campaign.report.abstract}, ngày ${dayText(input.day)}`,
    opening: `${form.name} báo cáo nhanh kết quả tính đến ${momentText(input.asOf)} như sau:`,
    sections: quickPoints(input).map(({ title, text }) => ({ heading: title, blocks: [{ kind: 'paragraph', text }] })),
    closing: 'Số liệu đếm tại bàn hướng dẫn, chưa gồm số liệu đơn vị tự báo cáo./.',
  };
}

/**
 * The slip that a report goes out with (phiếu gửi, a document with a type name of Decree 30, art. 7).
 * @param sent number and day of the report that it goes with; `null` while that has no number yet.
 */
export function coveringLetter(
  document: BriefDocument,
  sent: { readonly symbol: string; readonly issuedOn: string } | null,
): ReportModel {
  const { input, form } = document;
  const { abstract } = input.campaign.report;
  const report =
    sent === null ? `Báo cáo số${BLANK}/BC-${form.symbol}` : `Báo cáo số ${sent.symbol} ngày ${dayText(sent.issuedOn)}`;
  return {
    ...frame(document, 'PG'),
    typeName: 'PHIẾU GỬI',
    abstract: `Về việc gửi báo cáo ${abstract.charAt(0).toLocaleLowerCase('vi')}${abstract.slice(1)}`,
    opening: `Thực hiện Công văn số ${input.campaign.letter.symbol} của ${input.campaign.letter.issuer}, ${form.name} gửi kèm ${report} của ${form.name} về ${abstract.charAt(0).toLocaleLowerCase('vi')}${abstract.slice(1)}.`,
    sections: [],
    closing: 'Đề nghị đơn vị nhận ký và gửi lại phiếu này sau khi nhận được báo cáo./.',
  };
}
