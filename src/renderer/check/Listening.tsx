import { Button } from '@mantine/core';
import type { CheckProgress } from '../../preload/contract.ts';
import { type CheckState, canRead, codesOf } from '../state/check-session.ts';
import { useKit, useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Ring } from '../ui/Ring.tsx';
import { figure, signed } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { Answers } from './Answers.tsx';
import css from './Listening.module.css';
import { halvesOf } from './ring.ts';

/** The longest a check listens unless the kit says otherwise, seconds; only for the ring before the first message. */
const USUAL_TIMEOUT = 45;
/** Silence of every device for this long is worth a word about the laptop itself, seconds. */
const SILENT_SECONDS = 5;

/** While the laptop listens: how long, how well it hears, what looks like the phone, and what would help now. `null`: it is starting. */
export function Listening({ check }: { readonly check: Extract<CheckState, { at: 'listening' }> | null }) {
  const { t, of, language } = useWords();
  const { checking } = useSession();
  const radio = useKit((state) => state.radio);
  const timeout = check?.timeout ?? null;
  const progress = check?.progress ?? null;
  const hint = progress?.hint ?? null;
  const answering = check !== null && (codesOf(check).length > 0 || canRead(check) || progress?.reading === true);
  const seconds = progress?.seconds ?? 0;
  const packets = progress?.packets ?? 0;
  return (
    <div className={css.listening} data-answering={answering || undefined}>
      <ListeningRing
        seconds={seconds}
        timeout={timeout ?? USUAL_TIMEOUT}
        starting={timeout === null}
        small={answering}
      />
      <div className={css.facts}>
        <h2>{timeout === null ? t('check.starting') : t('check.listening')}</h2>
        <div className={css.pair}>
          <Candidate candidate={progress?.candidate ?? null} />
          <div className={css.fact}>
            <Icon name="signal" size="2.25rem" />
            <p>
              <span>{t('check.packets')}</span>
              <b>{figure(packets, language)}</b>
              <small>
                {packets === 0 && seconds > SILENT_SECONDS ? t('check.packetsNone') : t('check.packetsText')}
              </small>
            </p>
          </div>
        </div>
        {radio.state === 'absent' ? (
          <Notice
            tone="warn"
            icon="silent"
            what={of(radio.words.what)}
            todo={radio.reason === 'radio-failed' ? t('check.restarting') : of(radio.words.todo)}
          />
        ) : (
          <p className={css.hint} data-tone={hint === null ? 'plain' : 'warn'}>
            {hint === null ? t('check.halves') : t(`check.hint.${hint}`)}
          </p>
        )}
        {check !== null && <Answers check={check} />}
        <p>
          <Button
            variant="default"
            rightSection={<KeyCap code="Esc" />}
            onClick={checking.stop}
            disabled={timeout === null}
          >
            {t('check.stop')}
          </Button>
        </p>
      </div>
    </div>
  );
}

function Candidate({ candidate }: { readonly candidate: CheckProgress['candidate'] }) {
  const { t } = useWords();
  return (
    <div className={css.fact} data-tone={candidate === null ? 'plain' : candidate.near ? 'good' : 'warn'}>
      <Icon name={candidate === null ? 'silent' : 'phone'} size="2.25rem" />
      <p>
        <span>{t('check.candidate')}</span>
        <b>
          {candidate === null
            ? t('check.candidateNone')
            : `${t(`check.platform.${candidate.platform}`)}, ${candidate.near ? t('check.near') : t('check.far')}`}
        </b>
        <small>
          {candidate !== null &&
            (candidate.rssi === null
              ? t('check.strengthUnknown')
              : t('check.strength', { rssi: signed(candidate.rssi) }))}
        </small>
      </p>
    </div>
  );
}

function ListeningRing({
  seconds,
  timeout,
  starting,
  small,
}: {
  readonly seconds: number;
  readonly timeout: number;
  readonly starting: boolean;
  readonly small: boolean;
}) {
  const { t } = useWords();
  const halves = halvesOf(seconds, timeout);
  const now = halves.find(({ heard }) => heard < 1);
  return (
    <Ring pieces={halves} seconds={seconds} of={timeout} label={t('check.listening')} dim={starting} small={small}>
      <span>{t('check.secondsOf', { timeout: Math.round(timeout) })}</span>
      <em>{now === undefined ? ' ' : t('check.part', { part: now.part, parts: halves.length })}</em>
    </Ring>
  );
}
