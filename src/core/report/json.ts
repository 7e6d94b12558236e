import { z } from 'zod';
import { percent } from '../figures/figures.ts';
import type { ReportCell, ReportModel, ReportTable } from './model.ts';

const rate = z.strictObject({
  part: z.int(),
  whole: z.int().nullable(),
  percent: z.number().nullable().describe('One decimal, from the two sums; null where there is nothing to divide by.'),
});
const cell = z.union([z.string(), z.int(), rate, z.null()]).describe('null is "not reported" and differs from 0.');

const table = z.strictObject({
  title: z.string(),
  basis: z.string().describe('Cut-off, numerators and denominators, in words.'),
  columns: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      group: z.string().nullable(),
      kind: z.enum(['ordinal', 'code', 'text', 'count', 'rate']),
      of: z
        .strictObject({ part: z.string(), whole: z.string(), knownOnly: z.boolean() })
        .nullable()
        .describe('The columns that hold numerator and denominator of a rate.'),
    }),
  ),
  rows: z.array(z.array(cell)).describe('Cells in the order of the columns.'),
  total: z.array(cell).nullable(),
  notes: z.array(z.string()),
});

const standing = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('draft') }),
  z.strictObject({
    state: z.literal('issued'),
    number: z.string(),
    issuedOn: z.iso.date(),
    replaces: z.strictObject({ symbol: z.string(), issuedOn: z.iso.date() }).nullable(),
  }),
]);

/** The report for machines. Published as `docs/schema/report.schema.json`. */
export const reportJsonSchema = z.strictObject({
  format: z.literal('tram-bluezone/report@1'),
  practice: z.boolean().describe('Practice figures are not real and must not be used.'),
  mark: z.string().nullable(),
  standing,
  union: z.string().describe('Code of the reporting union; text, leading zeros count.'),
  asOf: z.iso.datetime().describe('The cut-off, UTC.'),
  madeAt: z.iso.datetime(),
  head: z.strictObject({
    state: z.string(),
    motto: z.string(),
    superior: z.string().nullable(),
    issuer: z.string(),
    symbol: z.string(),
    placeAndDate: z.string(),
  }),
  typeName: z.string(),
  abstract: z.string(),
  addressees: z.array(z.string()),
  cutOff: z.string(),
  opening: z.string(),
  replaces: z.string().nullable(),
  sections: z.array(
    z.strictObject({
      heading: z.string(),
      blocks: z.array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('heading'), text: z.string() }),
          z.strictObject({ kind: z.literal('paragraph'), text: z.string() }),
          z.strictObject({ kind: z.literal('table'), table }),
        ]),
      ),
    }),
  ),
  closing: z.string(),
  annexes: z.array(
    z.strictObject({
      key: z.enum(['units', 'grassroots', 'outreach', 'reasons', 'days']),
      number: z.string(),
      title: z.string(),
      table,
    }),
  ),
  attachedTo: z.string(),
  signature: z.strictObject({ authority: z.string(), post: z.string(), name: z.string() }),
  recipients: z.array(z.string()),
});

export type ReportJson = z.infer<typeof reportJsonSchema>;

/** Everything the document says, without its page and type. */
export function jsonOf(model: ReportModel): ReportJson {
  const { practice, mark, standing, union, head, typeName, abstract, addressees, cutOff } = model;
  const { opening, replaces, closing, attachedTo, signature, recipients } = model;
  return {
    format: 'tram-bluezone/report@1',
    practice,
    mark,
    standing,
    union,
    asOf: new Date(model.asOf).toISOString(),
    madeAt: new Date(model.madeAt).toISOString(),
    head,
    typeName,
    abstract,
    addressees: [...addressees],
    cutOff,
    opening,
    replaces,
    sections: model.sections.map(({ heading, blocks }) => ({
      heading,
      blocks: blocks.map((block) =>
        block.kind === 'table' ? { kind: block.kind, table: tableOf(block.table) } : block,
      ),
    })),
    closing,
    annexes: model.annexes.map(({ key, number, title, table: figures }) => ({
      key,
      number,
      title,
      table: tableOf(figures),
    })),
    attachedTo,
    signature,
    recipients: [...recipients],
  };
}

const tableOf = ({ title, basis, columns, rows, total, notes }: ReportTable): z.infer<typeof table> => ({
  title,
  basis,
  columns: columns.map(({ key, label, kind, group = null, of }) => ({
    key,
    label,
    group,
    kind,
    of: of === undefined ? null : { part: of.part, whole: of.whole, knownOnly: of.knownOnly === true },
  })),
  rows: rows.map((row) => row.map(cellOf)),
  total: total === null ? null : total.map(cellOf),
  notes: [...notes],
});

const cellOf = (value: ReportCell): z.infer<typeof cell> =>
  typeof value === 'object' && value !== null ? { ...value, percent: percent(value) } : value;
