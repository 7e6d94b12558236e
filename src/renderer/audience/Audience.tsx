import { useMemo, useState } from 'react';
import { workingCodes } from '../../core/campaign/campaign.ts';
import { sumOf } from '../../core/figures/figures.ts';
import { useKit, useSession } from '../state/session.ts';
import { BigNumber } from '../ui/BigNumber.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { Notice } from '../ui/Notice.tsx';
import { type Language, useWords } from '../words/index.ts';
import css from './Audience.module.css';
import { QrCanvas } from './QrCanvas.tsx';
import { qrOf } from './qr.ts';
import { useFullScreen } from './use-full-screen.ts';

/** What the queue sees: the code, the five steps, and how many have it already. */
export default function Audience() {
  const { language: operator } = useWords();
  const [language, setLanguage] = useState<Language>(operator);
  const { t, of } = useWords(language);
  const { go } = useSession();
  const campaign = useKit((state) => state.campaign);
  const link = campaign?.links.install ?? '';
  const modules = useMemo(() => qrOf(link), [link]);
  const shown = link.replace(/^https:\/\//, '');
  useFullScreen(() => go('booth'));

  if (campaign === null) return null;
  return (
    <div className={css.audience} lang={language}>
      <section className={css.code}>
        {modules === null ? (
          <Notice tone="bad" what={t('audience.refused')} todo={t('audience.refusedTodo')} />
        ) : (
          <QrCanvas modules={modules} label={t('audience.qr', { link: shown })} />
        )}
        <p className={css.link}>
          <span>{t('audience.scan')}</span> <b>{shown}</b>
        </p>
      </section>
      <section className={css.side}>
        <header>
          <h1>{t('audience.title')}</h1>
          <p className={css.lead}>
            {t('audience.lead')}. {t('audience.support', { phone: campaign.support.phone })}
          </p>
        </header>
        <ol className={css.steps}>
          {campaign.steps.map((step, index) => (
            <li key={step.title.vi}>
              <b>{index + 1}</b>
              <p>
                <strong>{of(step.title)}</strong>
                <span>{of(step.text)}</span>
              </p>
            </li>
          ))}
        </ol>
        <footer>
          <Today />
          <p className={css.today}>{t('audience.today')}</p>
          <div className={css.buttons}>
            <button
              type="button"
              onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
              lang={language === 'vi' ? 'en' : 'vi'}
            >
              {t('audience.language')}
            </button>
            <button type="button" onClick={() => go('booth')}>
              {t('audience.leave')} <KeyCap code="Esc" />
            </button>
          </div>
        </footer>
      </section>
    </div>
  );
}

/** Everyone who left this booth today with the app working, over all unions. */
function Today() {
  const counts = useKit((state) => state.counts);
  const outcomes = useKit((state) => state.campaign?.outcomes ?? []);
  return <BigNumber value={counts === null ? 0 : sumOf(counts.todayAll, workingCodes({ outcomes }))} />;
}
