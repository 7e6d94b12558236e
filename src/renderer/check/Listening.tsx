import { Button } from '@mantine/core';
import type { CheckProgress } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { figure } from '../words/figures.ts';
import { useWords } from '../words/index.ts';
import css from './Listening.module.css';
import { halvesOf } from './ring.ts';

/** The longest a check listens unless the kit says otherwise, seconds; only for the ring before the first message. */
const USUAL_TIMEOUT = 45;
/** Silence of every device for this long is worth a word about the laptop itself, seconds. */
const SILENT_SECONDS = 5;

interface Props {
  readonly timeout: number | null;
  readonly progress: CheckProgress | null;
}

/** While the laptop listens: how long, how well it hears, and what looks like the phone. */
export function Listening({ timeout, progress }: Props) {
  const { t, language } = useWords();
  const { checking } = useSession();
  const seconds = progress?.seconds ?? 0;
  const packets = progress?.packets ?? 0;
  return (
    <div className={css.listening}>
      <Ring seconds={seconds} timeout={timeout ?? USUAL_TIMEOUT} starting={timeout === null} />
      <div className={css.facts}>
        <h2>{timeout === null ? t('check.starting') : t('check.listening')}</h2>
        <Candidate candidate={progress?.candidate ?? null} />
        <div className={css.fact}>
          <Icon name="signal" size="2.25rem" />
          <p>
            <span>{t('check.packets')}</span>
            <b>{figure(packets, language)}</b>
            <small>{packets === 0 && seconds > SILENT_SECONDS ? t('check.packetsNone') : t('check.packetsText')}</small>
          </p>
        </div>
        <p className={css.halves}>{t('check.halves')}</p>
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
              : t('check.strength', { rssi: `−${Math.abs(candidate.rssi)}` }))}
        </small>
      </p>
    </div>
  );
}

const RADIUS = 88;
const LENGTH = 2 * Math.PI * RADIUS;
/** The gap between two pieces of the ring, as a share of the circle. */
const GAP = 0.012;

function Ring({
  seconds,
  timeout,
  starting,
}: {
  readonly seconds: number;
  readonly timeout: number;
  readonly starting: boolean;
}) {
  const { t } = useWords();
  const halves = halvesOf(seconds, timeout);
  const now = halves.find(({ heard }) => heard < 1);
  const arc = (from: number, to: number) => ({
    strokeDasharray: `${Math.max(to - from, 0) * LENGTH} ${LENGTH}`,
    strokeDashoffset: -from * LENGTH,
  });
  return (
    <div
      className={css.ring}
      data-starting={starting || undefined}
      role="progressbar"
      aria-label={t('check.listening')}
      aria-valuemin={0}
      aria-valuemax={Math.round(timeout)}
      aria-valuenow={Math.round(seconds)}
    >
      <svg viewBox="0 0 200 200" aria-hidden="true">
        {halves.map(({ from, to, heard, number }) => (
          <g key={from}>
            <circle cx="100" cy="100" r={RADIUS} className={css.track} style={arc(from + GAP, to - GAP)} />
            <circle
              cx="100"
              cy="100"
              r={RADIUS}
              className={css.heard}
              data-half={number}
              style={arc(from + GAP, from + GAP + (to - from - 2 * GAP) * heard)}
            />
          </g>
        ))}
      </svg>
      <p>
        <b>{Math.floor(seconds)}</b>
        <span>{t('check.secondsOf', { timeout: Math.round(timeout) })}</span>
        <em>{now === undefined ? ' ' : t('check.part', { part: now.part, parts: halves.length })}</em>
      </p>
    </div>
  );
}
