import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Figures } from '../../../src/core/figures/figures.ts';
import { buildReport, type ReportInput } from '../../../src/core/report/build.ts';
import { cellText, type ReportCell, type ReportModel, type ReportTable } from '../../../src/core/report/model.ts';
import { above, busy, counted, federation, silent, unionNamed } from '../../kit/figures.ts';

const LONG =
  'Công đoàn cơ sở Công ty Trách nhiệm hữu hạn Một thành viên Sản xuất, Thương mại, Dịch vụ, Xuất nhập khẩu Thiết bị Điện tử và Linh kiện Quốc tế Việt Nam - Singapore tại Khu công nghiệp Mỹ Phước 3';

/** The names that break documents: too long, without a space, in pieces of Unicode, or made to look like a formula. */
export const HARD_NAMES = [
  LONG,
  'W'.repeat(120),
  'Công đoàn cơ sở Trường Tiểu học Nguyễn Thị Minh Khai'.normalize('NFD'),
  '=HYPERLINK("http://example.invalid","bấm vào đây")',
  '+84 274 cộng',
  '-1 trừ',
  '@SUM(A1:A9)',
  'Ắ ằ Ẳ ẵ Ặ Ữ ự Ợ ỡ Ỹ ỵ đ Đ & < > " \'',
];

const company = unionNamed('Công đoàn cơ sở Công ty TNHH Hòa Bình', { code: 'T1', level: 4 });
const zone = unionNamed('Công đoàn các khu công nghiệp tỉnh Bình Dương', { code: 'CDKCN74', level: 3 });

function hard(): ReportInput {
  const units = Array.from({ length: 60 }, (_, at) => {
    const name = HARD_NAMES[at] ?? `Công đoàn cơ sở số ${at + 1}`;
    const union = unionNamed(name, {
      code: `00${at}`,
      level: 4,
      workers: 1_000 + at,
      smartphones: at % 2 ? 900 : null,
    });
    return at === 40 ? silent(union) : busy(union, at + 3);
  });
  const named = unionNamed(LONG.replace('Công đoàn cơ sở', 'Công đoàn các khu công nghiệp'), {
    code: '0007',
    level: 3,
  });
  return federation(0, { ...ISSUED, union: above(named, units), rows: units, superior: LONG });
}

/** A province that counts at its booths and declares beside it, with grassroots unions further down. */
function bothSources(): ReportInput {
  const zones = ['A', 'B', 'C'].map((name, at) =>
    unionNamed(`LĐLĐ huyện ${name}`, { code: `0${at}`, level: 3, parent: 'LDLD74', workers: 4_000 + at }),
  );
  const below = zones.flatMap((above, at) =>
    Array.from({ length: 4 }, (_, place) =>
      busy(
        unionNamed(`CĐCS Công ty ${above.code}${place}`, {
          code: `${above.code}${place}`,
          level: 4,
          parent: above.code,
          // One of them is so small that its reasons would name people.
          workers: at === 0 && place === 0 ? 8 : 1_000 + place,
        }),
        at * 4 + place + 1,
      ),
    ),
  );
  const rows = zones.map((zone) => ({
    ...above(
      zone,
      below.filter(({ union }) => union.parent === zone.code),
    ),
    declared: { values: { installed: 3_000, installed_before: 500 }, from: {}, outreach: [], texts: {} },
  }));
  const union: Figures = {
    ...above(unionNamed('Liên đoàn Lao động tỉnh Bình Dương', { code: 'LDLD74', level: 2, workers: 12_003 }), rows),
    grassroots: { total: 12, active: 11 },
    declared: {
      values: { workers: 12_003, smartphones: 11_000, installed_before: 1_500, installed: 9_000, reached: 11_500 },
      from: {},
      outreach: [
        { form: 'leaflet', quantity: 25_000, people: 20_000 },
        { form: 'loudspeaker', quantity: 120, people: null },
      ],
      texts: { direction: 'Đã ban hành Kế hoạch số 164/KH-LĐLĐ.\nPhân công 12 bàn.', proposals: 'Hỗ trợ thêm tờ rơi.' },
    },
  };
  return federation(0, {
    ...ISSUED,
    union,
    rows,
    rowsBelow: below,
    choice: { installed: 'declared', installed_before: 'declared' },
  });
}

/** TLĐ with its 83 unions of provinces and trades. */
function country(): ReportInput {
  const rows = Array.from({ length: 83 }, (_, at) => {
    const name = at < 63 ? `Liên đoàn Lao động tỉnh số ${at + 1}` : `Công đoàn ngành số ${at - 62} Việt Nam`;
    const code = String(at + 1).padStart(2, '0');
    return busy(unionNamed(name, { code, level: 2, parent: 'TLD', workers: 126_000, smartphones: 98_000 }), at + 1);
  });
  const top = unionNamed('Tổng Liên đoàn Lao động Việt Nam', { code: 'TLD', level: 1, parent: null });
  const union: Figures = { ...above(top, rows), grassroots: { total: 126_313, active: 101_204 } };
  return federation(0, { ...ISSUED, template: { words: { signer: 'Nguyễn Văn A' } }, union, superior: null, rows });
}

/** Numbered and signed: what leaves an office. */
export const ISSUED: Pick<ReportInput, 'standing' | 'template'> = {
  standing: { state: 'issued', number: '8', issuedOn: '2020-08-28', replaces: null },
  template: { words: { place: 'Bình Dương', signer: 'Nguyễn Văn A' } },
};

/** What offices send, from nothing at all to a whole federation. */
export const scenes = {
  'lien-doan': () => federation(8, ISSUED),
  'du-thao': () => federation(8),
  'luyen-tap': () => federation(8, { practice: true }),
  'ten-kho': hard,
  'chua-co-gi': () => federation(0, { ...ISSUED, union: silent(company), superior: zone.name }),
  'mot-don-vi': () => {
    const unit = counted({ ...company, workers: 200 }, { installed: 174 });
    return federation(0, {
      union: above(zone, [unit]),
      rows: [unit],
      superior: 'Liên đoàn Lao động tỉnh Bình Dương',
      standing: ISSUED.standing ?? { state: 'draft' },
      template: {
        words: {
          addressees: ['Liên đoàn Lao động tỉnh Bình Dương', 'Ban Quản lý các khu công nghiệp Bình Dương'],
          place: 'Thành phố Hồ Chí Minh',
          signer: 'Nguyễn Văn A',
        },
      },
    });
  },
  'du-hai-nguon': bothSources,
  'ca-nuoc': country,
  'hai-nghin': () => federation(2_000, ISSUED),
} as const satisfies Record<string, () => ReportInput>;

export type Scene = keyof typeof scenes;

export const modelOf = (scene: Scene): ReportModel => buildReport(scenes[scene]());

export interface Desk {
  readonly folder: string;
  readonly models: Readonly<Record<Scene, ReportModel>>;
  readonly files: Readonly<Record<Scene, string>>;
  clear(): Promise<void>;
}

/** Writes every scene into a folder of its own. */
export async function deskOf(kind: string, write: (model: ReportModel) => Promise<Uint8Array>): Promise<Desk> {
  const folder = await mkdtemp(path.join(tmpdir(), 'reports-'));
  const models = {} as Record<Scene, ReportModel>;
  const files = {} as Record<Scene, string>;
  for (const scene of Object.keys(scenes) as Scene[]) {
    models[scene] = modelOf(scene);
    files[scene] = path.join(folder, `${scene}.${kind}`);
    await writeFile(files[scene], await write(models[scene]));
  }
  return { folder, models, files, clear: () => rm(folder, { recursive: true, force: true }) };
}

/** Where pages are put for people to look at, when KIT_PICTURES is set. */
export async function pictureFolder(): Promise<string | null> {
  if (process.env.KIT_PICTURES === undefined) return null;
  const folder = path.join(import.meta.dirname, '../../../test-results/reports');
  await mkdir(folder, { recursive: true });
  return folder;
}

/** All tables of a report, those of the text first. */
export const tablesOf = (model: ReportModel): ReportTable[] => [
  ...model.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))),
  ...model.annexes.map(({ table }) => table),
];

/** Everything that stands in the bottom rows, as it is printed. */
export const sumsOf = (model: ReportModel): string[] =>
  tablesOf(model).flatMap(({ total }) => (total ?? []).map(cellText).filter((text) => text !== ''));

/** A row as paper shows it: neighbours without a figure share one cell. */
export function paperRow({ columns }: ReportTable, row: readonly ReportCell[]): string[] {
  const cells = columns.flatMap(({ sheetOnly }, at) => (sheetOnly ? [] : [cellText(row[at] ?? null)]));
  return cells.filter((cell, at) => cell !== 'chưa báo cáo' || cells[at - 1] !== cell);
}
