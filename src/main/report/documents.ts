import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { done, failed, type Result } from '../../core/base/result.ts';
import type { ReportModel } from '../../core/report/model.ts';
import { coveringLetter, quickReport } from '../../core/report/short-documents.ts';
import type { RequestRead } from '../../preload/contract.ts';
import { folderRefused, makeReport, pagesOf } from '../documents/index.ts';
import { makeFolder } from '../files/folder.ts';
import { thaw } from '../store/log/snapshot.ts';
import type { Context, Handlers } from '../world/context.ts';
import { rowsBelow } from './board.ts';
import { briefOf } from './brief.ts';
import { modelOf, sceneOf } from './scene.ts';

/** Makes documents and hands their files over. */
export function documentHandlers(context: Context): Pick<Handlers, 'report.make' | 'report.preview' | 'file.read'> {
  /** Documents made in this session: the only files that `file.read` will open. */
  const made = new Set<string>();

  return {
    'report.make': async (input) => {
      const model = modelFor(context, input);
      if (!model.ok) return model;
      const target = input.folder ?? path.join(context.world().store.folder, 'reports');
      try {
        makeFolder(target);
      } catch (error) {
        return folderRefused(target, error);
      }
      const saved = await makeReport(model.value, input.formats, target, prefixOf(context, input));
      if (!saved.ok) return saved;
      const files = saved.value.map((file) => ({ ...file, name: path.basename(file.path) }));
      for (const file of files) made.add(file.path);
      return done({ files });
    },

    'report.preview': async (input) => {
      const model = modelFor(context, { ...input, asOf: null });
      if (!model.ok) return model;
      const pages = await pagesOf(model.value);
      return pages.ok ? done({ base64: Buffer.from(pages.value).toString('base64') }) : pages;
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

type Asked = Pick<RequestRead<'report.make'>, 'union' | 'asOf' | 'kind' | 'report'>;

/** `bao-cao-so-08` for an issued report, so that nobody takes a draft for it. */
function prefixOf(context: Context, { kind, report }: Asked): string {
  const number = report === null ? undefined : context.world().store.reports.get(report)?.number;
  const issued = number === undefined ? 'bao-cao' : `bao-cao-so-${number}`;
  return { report: issued, quick: 'bao-cao-nhanh', letter: 'phieu-gui' }[kind];
}

/** The model that a document is written from: a snapshot as it was frozen, or a draft as things stand. */
export function modelFor(context: Context, { union: code, asOf: asked, kind, report }: Asked): Result<ReportModel> {
  const world = context.world();
  const { store } = world;
  const now = context.clock.wall();
  const known = context.union(code);
  if (!known.ok) return known;
  const union = known.value;
  const row = report === null ? null : store.reports.get(report);
  if (report !== null && row?.union !== code) return failed('report-unknown');
  if (row !== null && kind === 'report') {
    const model = thaw({ digest: row.digest, model: store.reports.snapshot(row) ?? '' });
    return model === null ? failed('report-damaged', { symbol: row.symbol }) : done(model as ReportModel);
  }
  const asOf = asked === null ? null : Date.parse(asked);
  if (asOf !== null && asOf > now) return failed('report-future', { asOf: asked ?? '' });
  const scene = sceneOf(world, union, row?.asOf ?? asOf, now);
  if (kind === 'report') return done(modelOf(world, scene, now, { state: 'draft' }));
  const document = {
    input: briefOf(context, scene, rowsBelow(context, scene)),
    form: scene.form,
    practice: world.name === 'practice',
    madeAt: now,
  };
  return done(kind === 'quick' ? quickReport(document) : coveringLetter(document, row));
}
