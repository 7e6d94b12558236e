import { shortDate } from '../../core/base/day.ts';
import type { RequestOut } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';
import { Facts } from '../ui/Facts.tsx';
import { Card } from '../ui/Page.tsx';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { ChangeUnion } from './ChangeUnion.tsx';
import css from './UnionPage.module.css';

export type Seen = RequestOut<'union.get'>;

/** What the roster says of a union, its place in the tree, and the way to change it. */
export function About({ seen }: { readonly seen: Seen }) {
  const { t } = useWords();
  return (
    <div className={css.columns}>
      <div>
        <Listed union={seen.union} />
        <ChangeUnion union={seen.union} />
      </div>
      <div>
        <Card title={t('unions.page.above')}>
          <Named list={seen.above} />
        </Card>
        <Below seen={seen} />
        {seen.guests.length > 0 && (
          <Card title={t('unions.page.guests')}>
            <Named list={seen.guests} />
          </Card>
        )}
        {seen.tookOver.length > 0 && (
          <Card title={t('unions.page.tookOver')}>
            <Named list={seen.tookOver} />
          </Card>
        )}
      </div>
    </div>
  );
}

function Listed({ union }: { readonly union: Seen['union'] }) {
  const { t, language } = useWords();
  const { code, aliases, province, from, to } = union;
  const life = [
    ...(from === null ? [] : [t('unions.page.lifeFrom', { day: shortDate(from) })]),
    ...(to === null ? [] : [t('unions.page.lifeTo', { day: shortDate(to) })]),
  ];
  return (
    <Card title={t('unions.page.facts')}>
      <Facts>
        <dt>{t('unions.page.code')}</dt>
        <dd>{code}</dd>
        {aliases.length > 0 && (
          <>
            <dt>{t('unions.page.aliases')}</dt>
            <dd>{aliases.join('; ')}</dd>
          </>
        )}
        {province !== null && (
          <>
            <dt>{t('unions.page.province')}</dt>
            <dd>{province}</dd>
          </>
        )}
        <dt>{t('unions.page.life')}</dt>
        <dd>{life.length === 0 ? t('unions.page.lifeAlways') : life.join(', ')}</dd>
        {(['workers', 'members', 'smartphones'] as const).map((key) => (
          <Fact key={key} name={t(`unions.${key}`)}>
            {union[key] === null ? t('unions.unknown') : figure(union[key], language)}
          </Fact>
        ))}
      </Facts>
    </Card>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Below({ seen: { below, belowTotal } }: { readonly seen: Seen }) {
  const { t, language } = useWords();
  return (
    <Card title={t('unions.page.below', { number: figure(belowTotal, language) })}>
      {belowTotal === 0 ? <p>{t('unions.page.belowNone')}</p> : <Named list={below} />}
      {belowTotal > below.length && (
        <p>{t('unions.page.belowCut', { number: figure(belowTotal - below.length, language) })}</p>
      )}
    </Card>
  );
}

/** Names that lead to their pages. */
function Named({ list }: { readonly list: Seen['above'] }) {
  const { t } = useWords();
  const { openUnion } = useSession();
  return (
    <ul className={css.named}>
      {list.map(({ code, name }) => (
        <li key={code}>
          <button type="button" onClick={() => openUnion(code)}>
            <b>{name}</b> <small>{t('picker.code', { code })}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
