import { useKit } from '../state/session.ts';
import { Notice, WordsNotice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { RadioPill } from '../ui/RadioPill.tsx';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { Calibrate } from './Calibrate.tsx';
import css from './RadioCard.module.css';
import { ToolShown } from './ToolShown.tsx';
import { useTool } from './use-tool.ts';

/** The laptop's own Bluetooth: how it is, trying its ears, proving another laptop's, and its gate. */
export function RadioCard() {
  const { t } = useWords();
  const radio = useKit((state) => state.radio);
  const heard = useKit((state) => state.campaign?.radio != null);
  return (
    <Card title={t('tools.title')}>
      <div className={css.state}>
        <RadioPill />
        <span>{t('radio.byHand')}</span>
      </div>
      {radio.state === 'absent' && <WordsNotice words={radio.words} tone="warn" icon="silent" />}
      {heard && (
        <div className={css.tools}>
          <Scan />
          <Beacon />
          <Calibrate />
        </div>
      )}
    </Card>
  );
}

/** Another laptop's beacon is sent every 200 ms: of 25 in five seconds, ears that hear well miss a few. */
const GOOD_EARS = 10;

function HeardBeacon({ well }: { readonly well: boolean }) {
  const { t } = useWords();
  return well ? (
    <Notice tone="good" icon="tick" what={t('tools.earsGood')} />
  ) : (
    <Notice tone="warn" icon="silent" what={t('tools.earsPoor')} />
  );
}

function Scan() {
  const { t, language } = useWords();
  const { state, run, stop } = useTool('radio.scan', { seconds: 5 });
  const classes = state.at === 'done' ? state.value.classes : {};
  const shown = (name: string) => figure(classes[name] ?? 0, language);
  return (
    <ToolShown
      title={t('tools.listenTitle')}
      text={t('tools.listenText')}
      action={t('tools.listen')}
      icon="search"
      state={state}
      onRun={run}
      onStop={stop}
    >
      {state.at === 'running' && <p role="status">{t('tools.running')}</p>}
      {state.at === 'done' && (
        <ul className={css.heard}>
          <li>{t('tools.heard', { packets: figure(state.value.packets, language) })}</li>
          <li>{t('tools.heardPhones', { android: shown('android'), iphone: shown('iphone') })}</li>
          <li>{t('tools.heardBeacon', { beacon: shown('beacon') })}</li>
        </ul>
      )}
      {state.at === 'done' && state.value.packets === 0 && <Notice tone="warn" icon="silent" what={t('tools.deaf')} />}
      {(classes.beacon ?? 0) > 0 && <HeardBeacon well={(classes.beacon ?? 0) >= GOOD_EARS} />}
    </ToolShown>
  );
}

function Beacon() {
  const { t, language } = useWords();
  const practice = useKit((state) => state.about?.world === 'practice');
  const { state, run, stop } = useTool('radio.beacon', { seconds: 60 });
  return (
    <ToolShown
      title={t('tools.beaconTitle')}
      text={t('tools.beaconText')}
      action={t('tools.beacon')}
      icon="signal"
      state={state}
      onRun={run}
      onStop={stop}
    >
      {practice && <p className={css.soft}>{t('tools.beaconPractice')}</p>}
      {state.at === 'running' && <p role="status">{t('tools.beaconOn')}</p>}
      {state.at === 'done' && (
        <p role="status">{t('tools.beaconDone', { seconds: figure(state.value.seconds, language) })}</p>
      )}
    </ToolShown>
  );
}
