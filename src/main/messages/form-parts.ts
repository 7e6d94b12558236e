import type { FailureDetail } from '../../core/base/result.ts';
import type { Bilingual } from '../../core/campaign/campaign.ts';
import type { DeviationKind, Range } from '../../core/form/deviations.ts';
import type { FormKey } from '../../core/form/parts.ts';
import { measureText } from '../../core/form/values.ts';
import type { Entry } from './entry.ts';

const named = (vi: string, en: string): Bilingual => ({ vi, en });
const size = (vi: string, en: string): Bilingual => named(`Cỡ chữ ${vi}`, `Type size: ${en}`);
const heading = (number: string, vi: string, en: string): Bilingual =>
  named(`Đề mục ${number} (${vi})`, `Heading ${number} (${en})`);
const annex = (vi: string, en: string): Bilingual => named(`Tiêu đề phụ lục ${vi}`, `Annex title: ${en}`);

/** Names of the parts of an office's form, as Decree 30 calls the boxes of a document. */
export const formNames: Readonly<Record<FormKey, Bilingual>> = {
  superior: named('Tên cơ quan chủ quản', 'Superior'),
  issuer: named('Tên cơ quan ban hành', 'Issuer'),
  name: named('Tên trong câu', 'Name in running text'),
  place: named('Địa danh', 'Place'),
  typeCode: named('Viết tắt loại văn bản', 'Code of the type'),
  symbol: named('Ký hiệu', 'Symbol'),
  authority: named('Thẩm quyền ký', 'Authority'),
  post: named('Chức vụ người ký', 'Post'),
  signer: named('Người ký', 'Signer'),
  department: named('Ban của cấp trên nhận báo cáo', 'Department above that receives it'),
  receiver: named('Ban của đơn vị nhận báo cáo cấp dưới', 'Own department for reports from below'),
  addressees: named('Kính gửi', 'Addressees'),
  recipients: named('Nơi nhận', 'Recipients'),
  abstract: named('Trích yếu', 'Abstract'),
  opening: named('Câu mở đầu', 'Opening sentence'),
  closing: named('Câu kết', 'Closing sentence'),
  state: named('Quốc hiệu', 'Name of the state'),
  motto: named('Tiêu ngữ', 'Motto'),
  typeName: named('Tên loại', 'Name of the type'),
  headingDirection: heading('I', 'chỉ đạo, triển khai', 'direction'),
  headingOutreach: heading('II', 'tuyên truyền', 'outreach'),
  headingResults: heading('III', 'kết quả', 'results'),
  headingDifficulties: heading('IV', 'khó khăn, vướng mắc', 'difficulties'),
  headingProposals: heading('V', 'kiến nghị, đề xuất', 'proposals'),
  annexUnits: annex('theo đơn vị', 'by unit'),
  annexGrassroots: annex('theo công đoàn cơ sở', 'by grassroots union'),
  annexOutreach: annex('hình thức tuyên truyền', 'outreach'),
  annexReasons: annex('lý do', 'reasons'),
  annexDays: annex('theo ngày', 'by day'),
  stateSize: size('Quốc hiệu', 'name of the state'),
  mottoSize: size('Tiêu ngữ', 'motto'),
  superiorSize: size('tên cơ quan chủ quản', 'superior'),
  issuerSize: size('tên cơ quan ban hành', 'issuer'),
  symbolSize: size('số và ký hiệu', 'number and symbol'),
  placeSize: size('địa danh và thời gian', 'place and date'),
  typeSize: size('tên loại', 'name of the type'),
  abstractSize: size('trích yếu', 'abstract'),
  bodySize: size('nội dung', 'text'),
  signatureSize: size('chức vụ và họ tên người ký', 'post and name of the signer'),
  addresseesSize: size('kính gửi', 'addressees'),
  recipientsHeadSize: size('từ “Nơi nhận”', 'the word “Nơi nhận”'),
  recipientsSize: size('danh sách nơi nhận', 'list of recipients'),
  annexNumberSize: size('số phụ lục', 'number of an annex'),
  annexTitleSize: size('tiêu đề phụ lục', 'title of an annex'),
  attachedSize: size('dòng “Kèm theo”', 'the line “Kèm theo”'),
  pageNumberSize: size('số trang', 'page number'),
  noteSize: size('ghi chú bảng', 'notes on tables'),
  marginTop: named('Lề trên (mm)', 'Top margin (mm)'),
  marginBottom: named('Lề dưới (mm)', 'Bottom margin (mm)'),
  marginLeft: named('Lề trái (mm)', 'Left margin (mm)'),
  marginRight: named('Lề phải (mm)', 'Right margin (mm)'),
  bodyIndentMm: named('Lùi đầu dòng (mm)', 'First line in by (mm)'),
  bodyGapPt: named('Cách đoạn (pt)', 'Between paragraphs (points)'),
  bodyLines: named('Giãn dòng (lần dòng đơn)', 'Line spacing (times single)'),
};

/** What the decree allows a measure to be: `12 đến 13`, `từ 6 trở lên`. */
export function rangeText([low, high]: Range): Bilingual {
  const from = measureText(low);
  if (high === null) return named(`từ ${from} trở lên`, `${from} or more`);
  return high === low
    ? named(from, from)
    : named(`${from} đến ${measureText(high)}`, `${from} to ${measureText(high)}`);
}

/** Where a form leaves Decree 30. */
export const deviations: Readonly<Record<DeviationKind, Entry>> = {
  'place-missing': [
    'Chưa có địa danh.',
    'Ghi tên tỉnh, huyện nơi đơn vị đóng trụ sở.',
    'There is no place of issue.',
    'Write the province or district of the office.',
  ],
  spaces: [
    'Ký hiệu có dấu cách.',
    'Nghị định 30 viết liền, ví dụ BC-LĐLĐ.',
    'The symbol has a space in it.',
    'Decree 30 writes it without, such as BC-LĐLĐ.',
  ],
  'symbol-odd': [
    'Ký hiệu bỏ trống hoặc có dấu lạ.',
    'Chỉ dùng chữ cái, chữ số và dấu gạch nối.',
    'The symbol is empty or has odd marks.',
    'Use letters, digits and hyphens only.',
  ],
  file: [
    'Nơi nhận chưa có dòng “Lưu”.',
    'Thêm một dòng, ví dụ Lưu: VT, TG.',
    'The recipients have no line “Lưu” (file copy).',
    'Add one, such as Lưu: VT, TG.',
  ],
  'recipients-none': [
    'Chưa có nơi nhận.',
    'Ghi ít nhất “Như trên” và “Lưu: VT”.',
    'There are no recipients.',
    'Write at least “Như trên” and “Lưu: VT”.',
  ],
  'addressees-none': [
    'Chưa có nơi kính gửi.',
    'Báo cáo gửi cấp trên có dòng “Kính gửi”.',
    'There is nobody to send it to.',
    'A report to the union above names it after “Kính gửi”.',
  ],
  lower: [
    '{partVi}: chưa viết hoa hết.',
    'Nghị định 30 trình bày phần này bằng chữ in hoa.',
    '{partEn}: not all in capitals.',
    'Decree 30 writes it in capitals.',
  ],
  titles: [
    'Trước tên người ký có học hàm, học vị.',
    'Nghị định 30 chỉ ghi họ và tên.',
    'There is an academic title before the signer’s name.',
    'Decree 30 writes the name alone.',
  ],
  range: [
    '{partVi}: đang là {value}, Nghị định 30 quy định {rangeVi}.',
    'Để trống ô này để dùng số mặc định.',
    '{partEn}: now {value}; Decree 30 has {rangeEn}.',
    'Leave the field empty to have the default.',
  ],
  state: [
    'Quốc hiệu khác với quy định.',
    'Để trống ô này để dùng đúng mẫu.',
    'The name of the state differs from the decree.',
    'Leave the field empty to have the right one.',
  ],
  motto: [
    'Tiêu ngữ khác với quy định.',
    'Để trống ô này để dùng đúng mẫu.',
    'The motto differs from the decree.',
    'Leave the field empty to have the right one.',
  ],
  'end-mark': [
    'Câu kết chưa có dấu “./.”.',
    'Thêm “./.” ở cuối câu.',
    'The closing sentence does not end with “./.”.',
    'Add it at the end.',
  ],
};

/** A detail that names a part of a form, with its name and what the decree allows it to be in words. */
export function withPart(detail: FailureDetail): FailureDetail {
  const { part, value, low, high } = detail;
  const name = formNames[part as FormKey] as Bilingual | undefined;
  if (name === undefined) return detail;
  const range = typeof low === 'number' ? rangeText([low, typeof high === 'number' ? high : null]) : null;
  return {
    ...detail,
    ...{ partVi: name.vi, partEn: name.en },
    ...(typeof value === 'number' ? { value: measureText(value) } : {}),
    ...(range === null ? {} : { rangeVi: range.vi, rangeEn: range.en }),
  };
}
