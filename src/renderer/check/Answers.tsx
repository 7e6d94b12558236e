import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { answerKeys, isFree } from '../keys.ts';
import { type CheckState, canRead, codesOf } from '../state/check-session.ts';
import { useKit, useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useWords } from '../words/index.ts';
import css from './Answers.module.css';

/** What the operator can say or ask while the check listens and after its verdict: codes to compare, the iPhone. */
export function Answers({ check }: { readonly check: CheckState }) {
  const { checking } = useSession();
  const asking = useStore(checking.store, (state) => state.asking);
  const reading = asking === 'phone' || (check.at === 'listening' && check.progress?.reading === true);
  const codes = codesOf(check).length > 0;
  return (
    <>
      {codes && <Codes offered={codesOf(check)} />}
      {!codes && (reading || canRead(check)) && <AskPhone reading={reading} />}
      <Refused />
    </>
  );
}

/** The cap of an answer, unless the campaign counts with that digit. */
function AnswerCap({ code }: { readonly code: string | undefined }) {
  const free = useKit((state) => code !== undefined && isFree(code, state.campaign?.outcomes ?? []));
  return free && code !== undefined ? <KeyCap code={code} big /> : null;
}

function Codes({ offered }: { readonly offered: readonly string[] }) {
  const { t } = useWords();
  const { checking } = useSession();
  const places = useStore(checking.store, (state) => state.places);
  const asking = useStore(checking.store, (state) => state.asking);
  return (
    <section className={css.answers} aria-label={t('check.codes.title')}>
      <div className={css.words}>
        <h3>{t('check.codes.title')}</h3>
        <p>{t('check.codes.how')}</p>
        <small>{t('check.codes.none')}</small>
      </div>
      <ul className={css.codes}>
        {places.map((code, place) =>
          offered.includes(code) ? (
            <li key={code}>
              <button
                type="button"
                className={css.code}
                disabled={asking !== null}
                onClick={() => checking.match(place)}
              >
                <code>{code}</code>{' '}
                <span>
                  <AnswerCap code={answerKeys.codes[place]} /> {t('check.codes.match')}
                </span>
              </button>
            </li>
          ) : null,
        )}
      </ul>
    </section>
  );
}

function AskPhone({ reading }: { readonly reading: boolean }) {
  const { t } = useWords();
  const { checking } = useSession();
  const refused = useStore(checking.store, (state) => state.refused !== null);
  return (
    <section className={css.answers} aria-label={t('check.read.ask')}>
      {(reading || !refused) && (
        <p className={css.words} role="status">
          {reading ? t('check.read.reading') : t('check.read.text')}
        </p>
      )}
      <p>
        <Button
          loading={reading}
          leftSection={<Icon name="phone" />}
          rightSection={<AnswerCap code={answerKeys.read} />}
          onClick={checking.read}
        >
          {t('check.read.ask')}
        </Button>
      </p>
    </section>
  );
}

/** Why an answer could not be taken. It is never held against the phone. */
function Refused() {
  const { of } = useWords();
  const { checking } = useSession();
  const refused = useStore(checking.store, (state) => state.refused);
  if (refused === null) return null;
  return <Notice tone="plain" icon="question" what={of(refused.words.what)} todo={of(refused.words.todo)} />;
}
