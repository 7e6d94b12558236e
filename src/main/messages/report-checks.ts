import type { Bilingual } from '../../core/campaign/campaign.ts';
import { type Deviation, type DeviationKind, detailOf } from '../../core/form/deviations.ts';
import type { Check, CheckCode } from '../../core/report/checklist.ts';
import type { ChoosableKey } from '../../core/report/choice.ts';
import type { Words } from '../../preload/contract.ts';
import type { Entry } from './entry.ts';
import { deviations, withPart } from './form-parts.ts';
import { filled, withNames } from './index.ts';

const both = (vi: string, en: string): Bilingual => ({ vi, en });

/** What the kit's own number beside a declared one is. */
export const countedNames: Readonly<Record<ChoosableKey, Bilingual>> = {
  installed_before: both('lượt “đã cài trước” tại bàn', '“installed before” at the booths'),
  installed: both('lượt cài mới tại bàn', 'installed at the booths'),
  reached: both('lượt người đến bàn', 'people who came to the booths'),
  grassroots_active: both('CĐCS có lượt đếm', 'grassroots unions that counted'),
};

const checks: Readonly<Record<Exclude<CheckCode, `form-${DeviationKind}`>, Entry>> = {
  'signer-missing': [
    'Chưa có người ký.',
    'Nhập họ và tên người ký.',
    'There is no signer.',
    'Enter the signer’s name.',
  ],
  'nothing-counted': [
    'Đơn vị chưa có lượt đếm nào.',
    'Nếu không tổ chức bàn, nhập số liệu tự báo cáo.',
    'Nobody has been counted.',
    'Where there was no booth, enter what the union declares.',
  ],
  'below-missing': [
    '{count}/{asked} đơn vị trực thuộc chưa báo cáo: {names}.',
    'Đôn đốc, hoặc ghi “đã nhận” nếu báo cáo đến bằng giấy.',
    '{count} of {asked} units below have not reported: {names}.',
    'Remind them, or note “received” where it came on paper.',
  ],
  'below-changed': [
    '{count} đơn vị có số liệu thay đổi sau khi báo cáo: {names}.',
    'Đối chiếu với đơn vị; nếu cần, đơn vị ban hành báo cáo thay thế.',
    'Figures of {count} units changed after they reported: {names}.',
    'Compare with the unit; if needed it issues a report that replaces the first.',
  ],
  'number-twice': [
    'Số {symbol} đứng trên hai báo cáo, do hai máy cùng ban hành trước khi gộp sổ.',
    'Ban hành báo cáo thay thế mang số khác cho một trong hai.',
    'Number {symbol} stands on two reports, issued on two machines before their logs met.',
    'Issue a report with another number that replaces one of them.',
  ],
  'past-due': [
    'Đã quá hạn báo cáo (hết ngày {due}).',
    'Vẫn ban hành được; báo cáo sẽ ghi là nộp muộn.',
    'The deadline has passed (end of {due}).',
    'It can still be issued; it will be marked late.',
  ],
  'choice-open': [
    '“{keyVi}”: đếm được {counted}, đơn vị tự báo cáo {declared}, chưa chọn số nào.',
    'Chọn số đưa vào báo cáo.',
    '“{keyEn}”: counted {counted}, declared {declared}, and none is chosen.',
    'Choose the one that stands in the report.',
  ],
  'choice-declared-missing': [
    '“{keyVi}” chọn số tự báo cáo nhưng đơn vị chưa khai số này.',
    'Nhập số, hoặc chọn số đếm.',
    '“{keyEn}” takes the declared number, and there is none.',
    'Enter it, or choose the counted one.',
  ],
};

const isForm = (code: CheckCode): code is `form-${DeviationKind}` => code.startsWith('form-');

/** What a line of the checklist says. */
export function wordsForCheck({ code, detail }: Pick<Check, 'code' | 'detail'>): Words {
  if (isForm(code)) return filled(deviations[code.slice('form-'.length) as DeviationKind], withPart(detail));
  return filled(checks[code], withNames(detail));
}

export const wordsForDeviation = (deviation: Deviation): Words =>
  filled(deviations[deviation.kind], withPart(detailOf(deviation)));
