import { countedBeside } from '../../core/figures/counted-beside.ts';
import type { Status } from '../../preload/contract/status.ts';
import type { Declared } from '../../preload/contract.ts';
import { useKit } from '../state/session.ts';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';

type Key = Declared['keys'][number]['key'];

/** The number that the kit itself knows of a figure, with its own name: it may not mean quite the same. */
export function Beside({ figureKey: key, status }: { readonly figureKey: Key; readonly status: Status | null }) {
  const { t, of, language } = useWords();
  const outcomes = useKit((state) => state.campaign?.outcomes ?? []);
  if (status === null) return null;
  const said = (value: number | null, name: string) => (
    <>
      {value === null ? <em>{t('unions.unknown')}</em> : <b>{figure(value, language)}</b>}
      <small>{name}</small>
    </>
  );
  if (key === 'workers' || key === 'members' || key === 'smartphones') {
    return said(status.workforce[key], t('figures.declared.roster'));
  }
  if (key === 'grassroots_total') return said(status.grassroots.total, t('figures.declared.roster'));
  if (key === 'grassroots_active') return said(status.grassroots.active, t('figures.declared.active'));
  const counted = countedBeside(
    key,
    outcomes.map(({ code }) => code),
    status.counted,
  );
  if (counted === null) return null;
  const outcome = outcomes.find(({ code }) => code === counted.outcome);
  const name =
    outcome === undefined ? t('figures.declared.came') : t('figures.declared.counted', { outcome: of(outcome.label) });
  return said(counted.count, name);
}
