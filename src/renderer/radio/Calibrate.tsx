import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { CALIBRATION_MS } from '../../core/check/calibration.ts';
import type { PushBody, RequestOut } from '../../preload/contract.ts';
import { useKit, useSession } from '../state/session.ts';
import { Notice } from '../ui/Notice.tsx';
import { Ring } from '../ui/Ring.tsx';
import { signed } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { piecesOf } from './pieces.ts';
import css from './RadioCard.module.css';
import { ToolShown } from './ToolShown.tsx';
import { useTool } from './use-tool.ts';

type Gate = RequestOut<'radio.gate'>;
type Progress = PushBody<'radio.calibrating'>;

/** The guided minute in which the kit learns how well this laptop hears, and the gate that came of it. */
export function Calibrate() {
  const { t } = useWords();
  const { kit } = useSession();
  const practice = useKit((state) => state.about?.world === 'practice');
  const tool = useTool('radio.calibrate', {});
  const [gate, setGate] = useState<Gate | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const { state } = tool;
  useEffect(() => kit.on('radio.calibrating', setProgress), [kit]);
  useEffect(() => {
    if (state.at === 'running') return setProgress(null);
    if (state.at === 'done') return setGate(state.value);
    void kit.request('radio.gate', {}).then((reply) => reply.ok && setGate(reply.value));
  }, [kit, state]);
  const forget = () =>
    void kit.request('radio.gate', { forget: true }).then((reply) => reply.ok && setGate(reply.value));
  return (
    <ToolShown
      title={t('tools.calibrateTitle')}
      text={practice ? t('tools.calibratePractice') : t('tools.calibrateText')}
      action={t('tools.calibrate')}
      icon="phone"
      state={state}
      onRun={tool.run}
      onStop={tool.stop}
    >
      {state.at === 'running' && <Minute progress={progress} />}
      {state.at === 'done' && <Notice tone="good" icon="tick" what={t('tools.calibrated')} />}
      {gate !== null && state.at !== 'running' && (
        <div className={css.gate}>
          <p>{t('tools.gate', { android: signed(gate.android), iphone: signed(gate.iphone) })}</p>
          <p className={css.soft}>
            {gate.shiftDb === null ? t('tools.never') : t('tools.shifted', { shift: signed(gate.shiftDb, true) })}
          </p>
          {gate.shiftDb !== null && (
            <p>
              <Button variant="default" onClick={forget}>
                {t('tools.forget')}
              </Button>
            </p>
          )}
        </div>
      )}
    </ToolShown>
  );
}

function Minute({ progress }: { readonly progress: Progress | null }) {
  const { t } = useWords();
  const seconds = progress?.seconds ?? 0;
  const of = progress?.of ?? CALIBRATION_MS / 1_000;
  return (
    <div className={css.minute}>
      <Ring pieces={piecesOf(seconds)} seconds={seconds} of={of} label={t('tools.calibrateTitle')} small>
        <span>{t('tools.seconds', { of })}</span>
      </Ring>
      <div aria-live="assertive">
        <p className={css.step}>{t(`tools.step.${progress?.step ?? 'hold'}`)}</p>
        <p className={css.soft}>
          {progress?.rssi == null ? t('check.candidateNone') : t('tools.rssi', { rssi: signed(progress.rssi) })}
        </p>
      </div>
    </div>
  );
}
