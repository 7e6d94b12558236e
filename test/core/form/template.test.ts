import { describe, expect, test } from 'vitest';
import { deviations } from '../../../src/core/form/deviations.ts';
import { defaultLayout, type ReportTemplate, readTemplate } from '../../../src/core/form/template.ts';
import { signingForms } from '../../../src/core/form/wording.ts';
import { buildReport } from '../../../src/core/report/build.ts';
import { federation } from '../../kit/figures.ts';

const kinds = (template: ReportTemplate) => deviations(template).map(({ kind, part }) => `${kind} ${part}`);

describe('the form of an office', () => {
  test('stands inside every range of the decree as long as nobody changes it', () => {
    expect(deviations({})).toEqual([]);
  });

  test('sets any text and size of the document, and leaves the rest as it was', () => {
    const template: ReportTemplate = {
      page: { left: 35 },
      sizes: { body: 13 },
      words: {
        department: 'Ban Tuyên giáo - Nữ công',
        typeCode: '',
        headings: { results: 'III. KẾT QUẢ THỰC HIỆN' },
        annexes: { days: 'KẾT QUẢ TỪNG NGÀY' },
        opening: 'Theo {letter} {letterDate} của {letterIssuer}, {name} báo cáo:',
        closing: '{name} kính báo cáo./.',
      },
    };
    expect(readTemplate(template)).toEqual({ ok: true, value: template });
    const model = buildReport(federation(3, { template }));
    expect(model.layout.page).toEqual({ ...defaultLayout.page, left: 35 });
    expect(model.layout.sizes).toEqual({ ...defaultLayout.sizes, body: 13 });
    expect(model.addressees).toEqual(['Tổng Liên đoàn Lao động Việt Nam (qua Ban Tuyên giáo - Nữ công)']);
    expect(model.head.symbol).toMatch(/^Số:\s+\/LĐLĐ$/);
    expect(model.sections.map(({ heading }) => heading)).toEqual([
      'I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI',
      'II. CÔNG TÁC TUYÊN TRUYỀN',
      'III. KẾT QUẢ THỰC HIỆN',
      'IV. KHÓ KHĂN, VƯỚNG MẮC',
      'V. KIẾN NGHỊ, ĐỀ XUẤT',
    ]);
    expect(model.annexes.at(-1)?.title).toBe('KẾT QUẢ TỪNG NGÀY');
    expect(model.opening).toBe(
      'Theo 850/TLĐ ngày 17 tháng 8 năm 2020 của Tổng Liên đoàn Lao động Việt Nam, Liên đoàn Lao động tỉnh Bình Dương báo cáo:',
    );
    expect(model.closing).toBe('Liên đoàn Lao động tỉnh Bình Dương kính báo cáo./.');
  });

  test.each([
    [{ paper: 'A3' }, 'paper'],
    [{ words: { headings: { result: 'x' } } }, 'words.headings.result'],
    [{ sizes: { body: '14' } }, 'sizes.body'],
    [{ page: { left: 500 } }, 'page.left'],
    [{ words: { opening: 'Theo {number}' } }, 'words.opening {number}'],
    [null, '?'],
  ])('is refused with the field that does not fit: %j', (json, field) => {
    expect(readTemplate(json)).toEqual({ ok: false, error: { code: 'template-invalid', detail: { field } } });
  });

  test('warns where it leaves the decree, and blocks nothing', () => {
    const template: ReportTemplate = {
      page: { left: 25, right: 15 },
      sizes: { recipients: 12, body: 12.5 },
      body: { lines: 1.6 },
      words: {
        state: 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        symbol: 'LĐLĐ - TG',
        recipients: ['Như trên'],
        closing: 'Hết.',
        signer: 'TS. Nguyễn Văn A',
      },
    };
    expect(deviations(template)).toContainEqual({ kind: 'range', part: 'marginLeft', value: 25, range: [30, 35] });
    expect(kinds(template)).toEqual([
      'spaces symbol',
      'titles signer',
      'file recipients',
      'end-mark closing',
      'state state',
      'range bodySize',
      'range recipientsSize',
      'range marginLeft',
      'range bodyLines',
    ]);
    expect(buildReport(federation(1, { template })).layout.page.left).toBe(25);
  });

  test('offers the ways of signing that its level has', () => {
    expect(signingForms(2).map(({ authority, post }) => `${authority} / ${post}`)).toEqual([
      'TM. BAN THƯỜNG VỤ / CHỦ TỊCH',
      'TM. BAN THƯỜNG VỤ / PHÓ CHỦ TỊCH',
      'KT. CHỦ TỊCH / PHÓ CHỦ TỊCH',
      'TL. BAN THƯỜNG VỤ / CHÁNH VĂN PHÒNG',
      'TL. BAN THƯỜNG VỤ / TRƯỞNG BAN TUYÊN GIÁO',
    ]);
    expect(signingForms(4).map(({ authority }) => authority)).toEqual([
      'TM. BAN CHẤP HÀNH',
      'TM. BAN CHẤP HÀNH',
      'KT. CHỦ TỊCH',
    ]);
  });
});
