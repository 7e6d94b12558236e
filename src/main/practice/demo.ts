import { done, failed } from '../../core/base/result.ts';
import { type Demo, demoTallies, demoUnions } from '../../core/practice/demo.ts';
import type { Context, Handlers } from '../world/context.ts';
import { countsOf } from '../world/counts.ts';
import { markAsPractice } from '../world/world.ts';

/** Events in one transaction of a demo: big enough to be quick, small enough to hold in memory. */
const BATCH = 5_000;

/** Fills an untouched folder with a made-up campaign, and marks the folder so that nobody takes it for a real one. */
function fill(context: Context, demo: Demo): ReturnType<Handlers['demo.fill']> {
  const { store, campaign, name } = context.world();
  if (name === 'real') {
    if (store.verify().events > 0) return failed('demo-real-data', { folder: store.folder });
    markAsPractice(store.folder);
  }
  let events = 0;
  const unions = demoUnions(demo);
  for (let at = 0; at < unions.length; at += BATCH) {
    const drafts = unions
      .slice(at, at + BATCH)
      .map(({ code, ...body }) => ({ kind: 'union' as const, union: code, body }));
    const written = store.append(drafts);
    if (!written.ok) return written;
  }
  for (const batch of demoTallies(demo, unions, campaign, BATCH)) {
    const written = store.append(batch.drafts, batch.at);
    if (!written.ok) return written;
    events += written.value.length;
  }
  context.push({ name: 'counts.changed', body: countsOf(context) });
  return done({ unions: unions.length, events });
}

/** The synthetic campaign for training and load tests. */
export const demoHandlers = (context: Context): Pick<Handlers, 'demo.fill'> => ({
  'demo.fill': (demo) => fill(context, demo),
});
