import { Button } from '@mantine/core';
import type { CheckItem, ReportDesk } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Parts.module.css';
import { goTo } from './place.ts';

/** What stops a report and what deserves a look, each with the way to where it is put right. */
export function Checklist({ desk: { checks } }: { readonly desk: ReportDesk }) {
  const { t, language } = useWords();
  const of = (severity: CheckItem['severity']) => checks.filter((item) => item.severity === severity);
  const [blockers, warnings] = [of('block'), of('warn')];
  return (
    <Card title={t('report.check.title')}>
      {blockers.length === 0 ? (
        <Notice tone="good" icon="tick" what={t('report.check.clear')} />
      ) : (
        <section aria-label={t('report.check.blockers', { number: figure(blockers.length, language) })}>
          <h3>{t('report.check.blockers', { number: figure(blockers.length, language) })}</h3>
          <Items items={blockers} />
        </section>
      )}
      {warnings.length > 0 && (
        <section aria-label={t('report.check.warnings', { number: figure(warnings.length, language) })}>
          <h3>{t('report.check.warnings', { number: figure(warnings.length, language) })}</h3>
          <Items items={warnings} />
        </section>
      )}
    </Card>
  );
}

function Items({ items }: { readonly items: readonly CheckItem[] }) {
  const { t, of } = useWords();
  const session = useSession();
  return (
    <ul className={css.checks}>
      {items.map(({ id, severity, words, place, accepted }) => (
        <li key={id} data-tone={accepted !== null ? 'good' : severity === 'block' ? 'bad' : 'warn'}>
          <Icon name={accepted !== null ? 'tick' : severity === 'block' ? 'blocked' : 'warning'} />
          <p>
            <b>{of(words.what)}</b>
            <span>{accepted !== null ? t('report.check.accepted', { why: accepted.why }) : of(words.todo)}</span>
          </p>
          <Button
            variant="default"
            aria-label={t('report.check.goTo', { what: of(words.what) })}
            onClick={() => goTo(place, session)}
          >
            {t('report.check.go')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
