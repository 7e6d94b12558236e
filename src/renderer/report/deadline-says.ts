import type { Status } from '../../preload/contract/status.ts';

/** Which sentence a deadline gets. `daysLeft` counts the days after today on which a report is still on time. */
export function deadlineSays({ state, daysLeft }: Pick<Status['deadline'], 'state' | 'daysLeft'>) {
  return state === 'near' && daysLeft <= 0 ? 'lastDay' : state;
}
