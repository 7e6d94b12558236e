import { z } from 'zod';
import { code, eventNamed, instant } from './shared.ts';

/** Formats whose writers stand; a format is listed here only when it really comes out. */
export const reportFormats = ['docx', 'xlsx', 'pdf', 'csv', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What can be made beside the report itself: the one-page report of the evening call, and the covering slip. */
export const documentKinds = ['report', 'quick', 'letter'] as const;

const reportFile = z.object({ format: z.enum(reportFormats), path: z.string(), name: z.string(), bytes: z.int() });

export const documentRequests = {
  'report.make': {
    in: z.strictObject({
      union: code,
      formats: z.array(z.enum(reportFormats)).min(1),
      /** The cut-off; without it, now. */
      asOf: instant.nullable().default(null),
      /** A folder; without it, `reports` in the data folder. */
      folder: z.string().min(1).max(1000).nullable().default(null),
      kind: z.enum(documentKinds).default('report'),
      /** An issued report, made again from its snapshot, the same to the last byte. Without it, a draft. */
      report: eventNamed.nullable().default(null),
    }),
    out: z.object({ files: z.array(reportFile) }),
  },
  /** Hands over a document that this session made, for a browser to save. Any other path is refused. */
  'file.read': {
    in: z.strictObject({ path: z.string().min(1) }),
    out: z.object({ name: z.string(), base64: z.string() }),
  },
  /** The pages as they will print: a PDF in base64, kept nowhere. */
  'report.preview': {
    in: z.strictObject({
      union: code,
      kind: z.enum(documentKinds).default('report'),
      report: eventNamed.nullable().default(null),
    }),
    out: z.object({ base64: z.string() }),
  },
} as const;
