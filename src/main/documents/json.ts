import { jsonOf } from '../../core/report/json.ts';
import type { ReportModel } from '../../core/report/model.ts';

/** The report for machines, as `docs/schema/report.schema.json` describes it; two spaces a level, so that people can read it too. */
export const writeJson = (model: ReportModel): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(jsonOf(model), null, 2)}\n`);
