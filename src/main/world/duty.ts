import type { KnownEntry } from '../../core/base/event-schema.ts';
import { catalogue, type EventDraft } from '../../core/log/event.ts';
import type { Store } from '../store/index.ts';
import { BOOTH, OPERATOR } from './settings.ts';

interface Duty {
  readonly by: string | null;
  readonly booth: string | null;
}

/** Who is on duty on this laptop, and at which booth. */
const dutyOf = ({ setting }: Pick<Store, 'setting'>): Duty => ({
  by: setting(OPERATOR) || null,
  booth: setting(BOOTH) || null,
});

/** A store that writes into every event who said it and where, as the settings have it. */
export const withDuty = (store: Store): Store => ({
  ...store,
  append: (drafts, at) => store.append(drafts.map(signedBy(dutyOf(store))), at),
});

function signedBy({ by, booth }: Duty): (draft: EventDraft) => EventDraft {
  if (by === null && booth === null) return (draft) => draft;
  const who = by === null ? {} : { by };
  const where = booth === null ? {} : { booth };
  return (draft) => {
    const body = { ...draft.body, ...who, ...((catalogue[draft.kind] as KnownEntry).ownBooth ? {} : where) };
    return { ...draft, body } as EventDraft;
  };
}
