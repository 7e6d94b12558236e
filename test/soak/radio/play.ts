import { hexOf } from '../../../src/core/base/hex.ts';
import { Check } from '../../../src/core/check/check.ts';
import { gateFor, gateOf } from '../../../src/core/check/near-gate.ts';
import type { Verdict, VerdictReason } from '../../../src/core/check/verdict.ts';
import { type Emission, playRoom } from '../../../src/core/practice/room.ts';
import { type AdContent, type Advert, knownRssi, readAdStructures } from '../../../src/core/radio/advert.ts';
import type { RadioSignature } from '../../../src/core/radio/signature-schema.ts';
import type { Scene } from './scenes.ts';
import type { Story } from './stories.ts';

const TIMEOUT_S = 45;
/** The Kit asks ten times a second, and hears in batches of 60 ms. */
const ASK_MS = 100;
/** The screen's "closer" is obeyed after it has stood for a moment. */
const CLOSER_MS = 1_500;
/** A phone is in reach when its strength stands inside the gate by one step of what a receiver reports, dB. */
const REACH_DB = 1;
/** A verdict that comes while the hand is still drawing back speaks of the phone that was there. */
const HAND_AWAY_MS = 1_000;

/** How one scene ended, and whether it ended truly. */
export interface Ending {
  readonly story: Story;
  readonly seed: number;
  readonly verdict: Verdict;
  readonly reason: VerdictReason;
  /** A pass that is not true of the phone in hand. */
  readonly falsePass: boolean;
  /** "Not seen" or "old version" that is not true of the phone in hand. */
  readonly falseOther: boolean;
  /**
   * Seconds from entering reach (on the mark, and its strength without quick fading inside the gate) to the
   * pass; `null` without a pass, or when fading lifted it inside before.
   */
  readonly latency: number | null;
  readonly packets: number;
}

/** Plays one scene to its verdict, as the Kit runs a check. */
export function play(scene: Scene, signature: RadioSignature): Ending {
  const { gateShiftDb, hand, held, interruption } = scene;
  const check = new Check({ signature, timeout: TIMEOUT_S, gateShiftDb }, 0);
  check.listening(0);
  const gate = gateFor(gateOf(signature, gateShiftDb), scene.maker);
  const air = withBurst(playRoom(scene.phones, scene.seed), scene);
  const contents = new Map<Uint8Array, AdContent>();
  const heldId = held === null ? null : hexOf(scene.phones[held]?.id ?? new Uint8Array());
  const heldKeys = new Set<string>([`id ${heldId}`]);
  let reachAt: number | null = null;
  let closerSince: number | null = null;
  let deaf = false;

  let waiting = air.next();
  for (let now = ASK_MS; ; now += ASK_MS) {
    if (interruption !== null && now >= interruption.from && now < interruption.until && !deaf) {
      check.deaf('radio-failed', now);
      deaf = true;
    } else if (interruption !== null && deaf && now >= interruption.until) {
      check.listening(now);
      deaf = false;
    }
    for (; !waiting.done && waiting.value.atMs <= now; waiting = air.next()) {
      if (deaf) continue;
      const emission = waiting.value;
      if (emission.phone === held) heldKeys.add(`at ${emission.address}`);
      for (const advert of advertsOf(emission, contents)) check.hear(advert);
    }
    if (hand.isThere(now, 0) && scene.heldMean(now) >= gate + REACH_DB) reachAt ??= now;
    else reachAt = null;
    const result = check.verdict(now);
    if (result !== null) {
      const { verdict, reason } = result.conclusion;
      const right = scene.current && heldKeys.has(check.restsOn() ?? '') && hand.isThere(now, HAND_AWAY_MS);
      return {
        story: scene.story,
        seed: scene.seed,
        verdict,
        reason,
        falsePass: verdict === 'pass' && !right,
        falseOther: isFalse(scene, verdict, now),
        latency: verdict === 'pass' && reachAt !== null ? (now - reachAt) / 1_000 : null,
        packets: result.packets,
      };
    }
    const { hint } = check.view(now);
    closerSince = hint === 'closer' ? (closerSince ?? now) : null;
    if (closerSince !== null && now - closerSince >= CLOSER_MS && hand.isThere(now, 0)) hand.askCloser(now);
  }
}

/** "Not seen" is false of a phone that sends anything of the app's; "old version" of one that does not run it. */
function isFalse({ held, phones, interruption }: Scene, verdict: Verdict, now: number): boolean {
  const kind = held === null ? null : phones[held]?.kind;
  if (verdict === 'not-seen') return kind !== null || (interruption !== null && interruption.from < now);
  if (verdict === 'outdated') return kind !== 'android-old' && kind !== 'iphone-old';
  return false;
}

/** What the radio hands over: the advertisement, and as a packet of its own what came in answer to a scan request. */
function* advertsOf(emission: Emission, contents: Map<Uint8Array, AdContent>): Generator<Advert> {
  const { atMs, address, rssi, adv, scanResponse, pduType } = emission;
  for (const packet of scanResponse === null ? [adv] : [adv, scanResponse]) {
    let content = contents.get(packet);
    if (content === undefined) {
      content = readAdStructures(packet);
      contents.set(packet, content);
    }
    yield { at: atMs, address, rssi: knownRssi(rssi), connectable: pduType === 'ADV_IND', ...content };
  }
}

const BURST_ID = 'c0ffee00c0ffee00c0ffee00';
const BURST = Uint8Array.from(Buffer.from(`02010203035 64e0fffb522${BURST_ID}`.replaceAll(' ', ''), 'hex'));

function* withBurst(air: Generator<Emission>, { burst, phones }: Scene): Generator<Emission> {
  const left = [...burst];
  for (const emission of air) {
    for (let next = left[0]; next !== undefined && next.atMs <= emission.atMs; next = left[0]) {
      left.shift();
      const address = '4b:00:00:00:00:01';
      const rest = { addressType: 'random', pduType: 'ADV_IND', adv: BURST, scanResponse: null } as const;
      yield { ...next, ...rest, phone: phones.length, address };
    }
    yield emission;
  }
}
