// One report in a process of its own, so that its memory can be read: node report-child.ts FORMAT ROWS ROUNDS
import { readFileSync } from 'node:fs';
import type { Figures } from '../../src/core/figures/figures.ts';
import { buildReport, type ReportInput } from '../../src/core/report/build.ts';
import type { ReportModel } from '../../src/core/report/model.ts';
import { above, counted, federation, unionNamed } from '../kit/figures.ts';

const [format = 'xlsx', size = '2000', rounds = '1'] = process.argv.slice(2);
const count = Number(size);
const PROVINCES = 83;

/** A unit as the store would hand it over: made when asked for, forgotten when written. */
function* unions(): Generator<Figures> {
  for (let at = 0; at < count; at += 1) {
    const code = String(at).padStart(6, '0');
    const name = `Công đoàn cơ sở Công ty TNHH Số ${at + 1}`;
    const unit = unionNamed(name, { code, level: 4, parent: `L${at % PROVINCES}`, workers: 1_000, smartphones: 800 });
    yield counted(unit, { installed: 10, already: 5, unable: 1 });
  }
}

function scene(): ReportInput {
  const rows = Array.from({ length: PROVINCES }, (_, at) => {
    const share = Math.floor(count / PROVINCES) + (at < count % PROVINCES ? 1 : 0);
    const union = unionNamed(`Liên đoàn Lao động tỉnh ${at}`, { code: `L${at}`, level: 2, workers: 100_000 });
    return counted(union, { installed: share * 10, already: share * 5, unable: share });
  });
  const top = unionNamed('Tổng Liên đoàn Lao động Việt Nam', { code: 'TLD', level: 1, parent: null });
  return federation(0, { union: above(top, rows), rows, rowsBelow: unions(), superior: null });
}

const writers: Record<string, () => Promise<(model: ReportModel) => unknown>> = {
  docx: async () => (await import('../../src/main/documents/docx/document.ts')).writeDocx,
  xlsx: async () => (await import('../../src/main/documents/xlsx/workbook.ts')).writeXlsx,
  pdf: async () => (await import('../../src/main/documents/pdf/document.ts')).writePdf,
  csv: async () => (await import('../../src/main/documents/csv.ts')).writeCsv,
  json: async () => (await import('../../src/main/documents/json.ts')).writeJson,
};
const write = await writers[format]?.();
if (write === undefined) throw new Error(`no writer for ${format}`);
const seconds: number[] = [];
for (let round = 0; round < Number(rounds); round += 1) {
  const start = performance.now();
  await write(buildReport(scene()));
  seconds.push((performance.now() - start) / 1_000);
}
seconds.sort((a, b) => a - b);
/** The most memory that this process held. Linux counts its parent's in `maxRSS`; what the kernel says of itself does not. */
function peakKib(): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
const megabytes = (peakKib() * 1_024) / 1e6;
console.log(JSON.stringify({ seconds: seconds[seconds.length >> 1], megabytes }));
