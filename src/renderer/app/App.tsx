import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { CountOverlays } from '../count/CountOverlays.tsx';
import { useKit, useSession } from '../state/session.ts';
import { FailureNotice } from '../ui/Notice.tsx';
import { useWords } from '../words/index.ts';
import css from './App.module.css';
import { FolderNotice, LostBanner, PracticeBand } from './Bands.tsx';
import { Fence } from './Fence.tsx';
import { Rail } from './Rail.tsx';
import { useKeys } from './use-keys.ts';
import { useScreen } from './use-screen.ts';

/** The frame around every screen: bands, rail, and the screen itself. */
export function App() {
  const { t } = useWords();
  const screen = useKit((state) => state.screen);
  const world = useKit((state) => state.about?.world ?? 'real');
  const ready = useKit((state) => state.about !== null && state.campaign !== null);
  const main = useRef<HTMLElement>(null);
  const Shown = useScreen(screen, ready);
  useKeys();

  useEffect(() => {
    document.documentElement.setAttribute('data-world', world);
  }, [world]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of screen moves the focus into it
  useEffect(() => {
    main.current?.focus();
    main.current?.scrollTo(0, 0);
  }, [screen, Shown]);

  if (!ready) return <Opening />;
  return (
    <div className={css.frame} data-bare={screen === 'audience' || undefined}>
      <PracticeBand />
      <LostBanner />
      <FolderNotice />
      {screen !== 'audience' && <Rail />}
      <main className={css.main} ref={main} tabIndex={-1} aria-label={t(`nav.${screen}`)}>
        <Fence key={screen}>{Shown !== null && <Shown />}</Fence>
      </main>
      <CountOverlays />
    </div>
  );
}

/** Before the kit has answered, or when it cannot be opened. */
function Opening() {
  const { t } = useWords();
  const { open } = useSession();
  const refused = useKit((state) => state.refused);
  return (
    <main className={css.opening}>
      <h1>{refused === null ? t('app.name') : t('app.refused')}</h1>
      {refused === null ? (
        <p role="status">{t('app.opening')}</p>
      ) : (
        <FailureNotice error={refused}>
          <Button onClick={() => void open()}>{t('app.again')}</Button>
        </FailureNotice>
      )}
    </main>
  );
}
