import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Clock } from '../../core/base/clock.ts';
import { done, type Result } from '../../core/base/result.ts';
import type { Campaign } from '../../core/campaign/campaign.ts';
import type { RadioView } from '../../preload/contract/kit.ts';
import { builtInCampaign, startingRoster } from '../campaign/built-in.ts';
import { wordsForReason } from '../messages/index.ts';
import { practiceRadio } from '../radio/practice-radio.ts';
import type { StartRadioProcess } from '../radio/protocol.ts';
import { noRadio, type Radio, type RadioMode, type RadioState } from '../radio/radio.ts';
import { supervisedRadio } from '../radio/supervisor.ts';
import { openStore, type Store } from '../store/index.ts';
import { withDuty } from './duty.ts';

export type WorldName = 'real' | 'practice';

export interface WorldOptions {
  readonly dataRoot: string;
  readonly radio: RadioMode;
  readonly clock: Clock;
  readonly startRadioProcess: StartRadioProcess;
  /** Seed of the practice room. */
  readonly seed: number;
}

/** One campaign with its own folder and its own ears. Practice and real never share either (law 8). */
export interface World {
  readonly name: WorldName;
  readonly campaign: Campaign;
  readonly store: Store;
  readonly radio: Radio;
  close(): Promise<void>;
}

/** A folder with this file in it was filled with made-up data and is practice for good. */
const PRACTICE_MARK = 'LUYEN-TAP';

export function markAsPractice(folder: string): void {
  writeFileSync(path.join(folder, PRACTICE_MARK), 'Dữ liệu luyện tập · practice data\n');
}

const isMarked = (dataRoot: string): boolean => existsSync(path.join(dataRoot, PRACTICE_MARK));

/** The world that a folder can be opened as: one that was marked is practice, whatever was asked for. */
export const worldIn = (dataRoot: string, asked: WorldName): WorldName => (isMarked(dataRoot) ? 'practice' : asked);

const folderOf = (dataRoot: string, world: WorldName): string =>
  world === 'real' || isMarked(dataRoot) ? dataRoot : path.join(dataRoot, 'practice');

/** Opens a world: campaign, store, and a radio that stays asleep until it is needed. */
export function openWorld(asked: WorldName, options: WorldOptions): Result<World> {
  const name = worldIn(options.dataRoot, asked);
  const campaign = builtInCampaign();
  if (!campaign.ok) return campaign;
  const store = openStore(folderOf(options.dataRoot, name), options.clock, startingRoster());
  if (!store.ok) return store;
  const radio = radioOf(name, campaign.value, options);
  return done({
    name,
    campaign: campaign.value,
    store: withDuty(store.value),
    radio,
    close: async () => {
      await radio.close();
      store.value.close();
    },
  });
}

/** The one visible place where a practice radio can come from: practice, and nothing else. */
function radioOf(
  world: WorldName,
  { radio: signature }: Campaign,
  { radio, clock, seed, startRadioProcess }: WorldOptions,
): Radio {
  // Practice without phones would teach nothing, whatever was asked for the real world.
  if (world === 'practice') return practiceRadio(clock, seed);
  return radio === 'none' ? noRadio() : supervisedRadio(startRadioProcess, clock, signature);
}

/** A radio's state as the screens show it. */
export function radioView(kind: Radio['kind'], state: RadioState): RadioView {
  switch (state.state) {
    case 'off':
    case 'starting':
      return { state: state.state };
    case 'ready':
    case 'listening':
      return { state: 'ready', kind: kind === 'practice' ? 'practice' : 'bluetooth' };
    case 'absent':
      return { state: 'absent', reason: state.reason, words: wordsForReason(state.reason) };
  }
}
