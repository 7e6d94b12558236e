import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { done, failed } from '../core/outcome.ts';
import type { ReportModel } from '../core/report.ts';
import { buildReport } from '../core/report-build.ts';
import { figuresAt } from './figures.ts';
import type { Desk, Handlers } from './kit.ts';
import { makeReport } from './reports/index.ts';
import type { World } from './world.ts';

/** Makes the report and hands its files over. */
export function reporting(desk: Desk): Pick<Handlers, 'report.make' | 'file.read'> {
  /** Documents made in this session: the only files that `file.read` will open. */
  const made = new Set<string>();

  return {
    'report.make': async ({ union: code, formats, asOf, folder }) => {
      const world = desk.world();
      const now = desk.clock.wall();
      if (asOf !== null && Date.parse(asOf) > now) return failed('report-future', { asOf });
      const model = modelOf(world, code, asOf === null ? null : Date.parse(asOf), now);
      if (model === null) return failed('union-unknown', { union: code });
      const target = folder ?? path.join(world.store.folder, 'reports');
      // A folder that cannot be made is named by the saving below, with its reason.
      await mkdir(target, { recursive: true }).catch(() => undefined);
      const saved = await makeReport(model, formats, target);
      if (!saved.ok) return saved;
      const files = saved.value.map((file) => ({ ...file, name: path.basename(file.path) }));
      for (const file of files) made.add(file.path);
      return done({ files });
    },

    'file.read': async ({ path: file }) => {
      if (!made.has(file)) return failed('file-unknown', { file: path.basename(file) });
      try {
        return done({ name: path.basename(file), base64: (await readFile(file)).toString('base64') });
      } catch {
        return failed('file-unknown', { file: path.basename(file) });
      }
    },
  };
}

/** The report of a union at a cut-off; `null` for a union that is not in the roster. */
function modelOf({ name, campaign, store }: World, code: string, asOf: number | null, now: number): ReportModel | null {
  const union = store.units.get(code);
  if (union === null) return null;
  const forms = campaign.outreach.map(({ code: form }) => form);
  const figuresOf = figuresAt(store, asOf !== null && asOf < now ? asOf : null, forms);
  const superior = union.parent === null ? null : store.units.get(union.parent);
  return buildReport({
    campaign,
    practice: name === 'practice',
    asOf: asOf ?? now,
    madeAt: now,
    union: figuresOf(union),
    superior: superior?.name ?? null,
    rows: store.units.below(code).map(figuresOf),
  });
}
