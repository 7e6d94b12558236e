import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readCampaign } from '../../../src/core/campaign/campaign.ts';
import { deviations, rangeOf } from '../../../src/core/form/deviations.ts';
import { officeForm, wholeOf } from '../../../src/core/form/office-form.ts';
import { formPlaces, isFormKey, placeOf, valueAt } from '../../../src/core/form/parts.ts';
import { defaultLayout, templateSchema } from '../../../src/core/form/template.ts';
import { type FormValue, partIn, partsIn, templateOfParts } from '../../../src/core/form/values.ts';
import { buildReport } from '../../../src/core/report/build.ts';
import bluezone from '../../../src/main/campaign/bluezone-2020.json' with { type: 'json' };
import { startingRoster } from '../../../src/main/campaign/built-in.ts';
import { bluezone2020 } from '../../kit/campaign.ts';
import { federation } from '../../kit/figures.ts';

interface Described {
  readonly properties?: Readonly<Record<string, Described>>;
}

/** Paths of every field that a schema describes, read from its published form. */
const fields = ({ properties }: Described, path: readonly string[] = []): string[] =>
  properties === undefined
    ? [path.join('.')]
    : Object.entries(properties).flatMap(([name, field]) => fields(field, [...path, name]));

const inTemplate = fields(z.toJSONSchema(templateSchema) as Described);

/** Names that logs hold since the first version, and where they stand. */
const LOGGED = {
  superior: 'words.superior',
  issuer: 'words.issuer',
  name: 'words.name',
  place: 'words.place',
  typeCode: 'words.typeCode',
  symbol: 'words.symbol',
  authority: 'words.authority',
  post: 'words.post',
  signer: 'words.signer',
  department: 'words.department',
  receiver: 'words.receiver',
  addressees: 'words.addressees',
  recipients: 'words.recipients',
  abstract: 'words.abstract',
  opening: 'words.opening',
  closing: 'words.closing',
  marginTop: 'page.top',
  marginBottom: 'page.bottom',
  marginLeft: 'page.left',
  marginRight: 'page.right',
  bodySize: 'sizes.body',
  bodyLines: 'body.lines',
  noteSize: 'sizes.note',
};

/** Something that fits a field and is not its default. */
function another(key: string): FormValue {
  const place = placeOf(key as never);
  if (place.kind === 'measure') return partIn({}, place.key) ?? String((place.low + place.high) / 2).replace('.', ',');
  return place.kind === 'list' ? ['Một', 'Hai'] : 'Chữ khác';
}

describe('the parts of a form', () => {
  test('are the fields of the template, each of them once', () => {
    expect(inTemplate).toHaveLength(54);
    expect(formPlaces.map(({ path }) => path.join('.')).sort()).toEqual([...inTemplate].sort());
    expect(new Set(formPlaces.map(({ key }) => key)).size).toBe(formPlaces.length);
  });

  test('keep the names that logs hold', () => {
    const standing = Object.fromEntries(formPlaces.map(({ key, path }) => [key, path.join('.')]));
    expect(standing).toMatchObject(LOGGED);
    expect(isFormKey('paper')).toBe(false);
  });

  test('each set their own field of a template and no other, and read back as they were', () => {
    for (const place of formPlaces) {
      const value = another(place.key);
      const template = templateOfParts({ [place.key]: value });
      expect(valueAt(place, template), place.key).toBeDefined();
      expect(templateSchema.safeParse(template).success, place.key).toBe(true);
      expect(partsIn(template)).toEqual({ [place.key]: value });
    }
  });

  test('set nothing where what a log holds does not fit', () => {
    expect(templateOfParts({ bodySize: 'to', marginLeft: '300', issuer: '', symbol: 'x'.repeat(600) })).toEqual({});
  });

  test('may be empty where a document can do without: no superior, no type code, no department', () => {
    expect(templateOfParts({ superior: '', typeCode: '', department: '' })).toEqual({
      words: { superior: null, typeCode: '', department: '' },
    });
  });

  test('have a range of the decree for every measure but notes on tables, inside what a page can carry', () => {
    for (const place of formPlaces) {
      if (place.kind !== 'measure') continue;
      const range = rangeOf(place.key);
      if (range === null) expect(place.key).toBe('noteSize');
      else {
        expect(range[0], place.key).toBeGreaterThanOrEqual(place.low);
        expect(range[1] ?? place.high, place.key).toBeLessThanOrEqual(place.high);
      }
    }
  });
});

describe('a form that leaves the decree', () => {
  test('is none of those that the 84 unions of 2020 start with', () => {
    const campaign = bluezone2020();
    for (const union of startingRoster()) {
      const above = union.parent === null ? null : { name: 'Tổng Liên đoàn Lao động Việt Nam', receiver: '' };
      const found = deviations(wholeOf(officeForm(union, above, campaign.report, {})), union.level);
      // A central union says itself where it stands.
      expect(
        found.filter(({ kind }) => kind !== 'place-missing'),
        union.name,
      ).toEqual([]);
    }
  });

  test('is told of a motto, a type and an annex that are not as the decree writes them', () => {
    const words = { motto: 'Độc lập – Tự do – Hạnh phúc', typeName: 'Báo cáo', annexes: { days: 'Tiến độ' } };
    expect(deviations({ words })).toEqual([
      { kind: 'motto', part: 'motto' },
      { kind: 'lower', part: 'typeName' },
      { kind: 'lower', part: 'annexDays' },
    ]);
  });

  test.each(formPlaces.filter(({ key, kind }) => kind === 'measure' && rangeOf(key) !== null).map(({ key }) => key))(
    'is told of %s above or below its range',
    (key) => {
      const place = placeOf(key);
      const [low, high] = rangeOf(key) ?? [0, 0];
      const ends = place.kind === 'measure' ? [place.low, place.high] : [];
      for (const value of ends.filter((end) => end < low || (high !== null && end > high))) {
        const template = templateOfParts({ [key]: String(value) });
        expect(deviations(template)).toEqual([{ kind: 'range', part: key, value, range: [low, high] }]);
      }
      expect(deviations(templateOfParts({ [key]: String(low) }))).toEqual([]);
    },
  );
});

describe('the form that a campaign carries', () => {
  const withTemplate = (template: unknown) => readCampaign({ ...bluezone, report: { ...bluezone.report, template } });

  test('stands under what an office sets, and over the defaults', () => {
    const read = withTemplate({
      sizes: { body: 13, note: 11 },
      words: { headings: { results: 'III. KẾT QUẢ CỦA ĐỢT' }, closing: 'Trân trọng báo cáo./.' },
    });
    if (!read.ok) throw new Error(read.error.code);
    const campaign = read.value;
    const input = federation(3, { campaign });
    const own = templateOfParts({ bodySize: '14', closing: '{name} kính báo cáo./.' });
    const model = buildReport({ ...input, template: own });
    expect(model.layout.sizes).toEqual({ ...defaultLayout.sizes, body: 14, note: 11 });
    expect(model.sections[2]?.heading).toBe('III. KẾT QUẢ CỦA ĐỢT');
    expect(model.sections[0]?.heading).toBe('I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI');
    expect(model.closing).toBe('Liên đoàn Lao động tỉnh Bình Dương kính báo cáo./.');

    const form = wholeOf(officeForm(input.union.union, null, campaign.report, {}));
    expect([partIn(form, 'bodySize'), partIn(form, 'closing')]).toEqual(['13', 'Trân trọng báo cáo./.']);
  });

  test.each([
    [{ words: { heading: {} } }, 'report.template.words.heading'],
    [{ sizes: { body: '14' } }, 'report.template.sizes.body'],
    [{ words: { opening: 'Theo {number}' } }, 'report.template.words.opening {number}'],
    ['A4', 'report.template'],
  ])('is refused with the field that does not fit: %j', (template, field) => {
    expect(withTemplate(template)).toEqual({ ok: false, error: { code: 'template-invalid', detail: { field } } });
  });
});
