import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { KitDoor } from '../../src/main/door.ts';
import { openKit } from '../../src/main/kit.ts';
import type {
  PushBody,
  PushName,
  RequestIn,
  RequestName,
  RequestOut,
  WireFailure,
} from '../../src/preload/contract.ts';
import { type StoryClock, storyClock } from './clock.ts';
import { freshFolder } from './folder.ts';
import { got } from './store.ts';

/** A whole Kit without a host: what a screen would ask is asked here. */
export interface TestKit {
  readonly clock: StoryClock;
  readonly folder: string;
  /** Asks, and says plainly when it is refused. */
  ask<N extends RequestName>(name: N, input: RequestIn<N>): Promise<RequestOut<N>>;
  /** Asks for something that must be refused; answers with the failure. */
  refused<N extends RequestName>(name: N, input: RequestIn<N>): Promise<WireFailure>;
  /** Takes in a roster written as lines of CSV under the usual headings. */
  roster(lines: string, savedAt?: string): Promise<RequestOut<'roster.import'>>;
  /** The next message of this name that the Kit sends by itself. */
  pushed<N extends PushName>(name: N): Promise<PushBody<N>>;
  close(): Promise<void>;
}

const HEADINGS =
  'ma,ten,cap,ma_cap_tren,ma_tinh,tong_lao_dong,doan_vien,co_smartphone,tu_ngay,den_ngay,ma_tiep_nhan,bao_cao_phoi_hop';

/** The bytes of a roster file, as a request carries them. */
export const rosterFile = (lines: string, savedAt: string | null = null) => ({
  fileName: 'danh-sach.csv',
  base64: Buffer.from(`${HEADINGS}\n${lines}`).toString('base64'),
  savedAt,
});

/** A district of two companies and a workshop inside one of them, under the federation of Bình Dương. */
export const DISTRICT = [
  'T1,Công đoàn các KCN tỉnh Bình Dương,3,LDLD74,74,,,',
  'C1,CĐCS Công ty TNHH Một,4,T1,74,600,500,450',
  'C2,CĐCS Công ty Hai,4,T1,74,400,,',
  'B1,Công đoàn bộ phận Xưởng 1,5,C1,74,,,',
].join('\n');

/** Opens a Kit in a folder of its own, or in a given one, with no radio. One that stays open backs up by itself. */
export async function openedKit(
  folder = freshFolder(),
  clock: StoryClock = storyClock(),
  staysOpen = false,
): Promise<TestKit> {
  const door: KitDoor = got(
    await openKit({
      dataRoot: folder,
      radio: 'none',
      clock,
      startRadioProcess: () => {
        throw new Error('nobody listens in these stories');
      },
      seed: 1,
      host: 'cli',
      version: '0',
      staysOpen,
      proveWorker: path.join(import.meta.dirname, '../../src/main/store/backup/prove-worker.ts'),
      onUnexpected: (error) => {
        throw error;
      },
    }),
  );
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await door.close();
    isOpen = false;
  };
  onTestFinished(close);
  const ask: TestKit['ask'] = async (name, input) => {
    const reply = await door.request(name, input);
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${JSON.stringify(reply.error.detail)}`);
    return reply.value as never;
  };
  return {
    clock,
    folder,
    ask,
    refused: async (name, input) => {
      const reply = await door.request(name, input);
      if (reply.ok) throw new Error(`${name} was not refused`);
      return reply.error;
    },
    pushed: (name) =>
      new Promise((resolve) => {
        const stop = door.on((push) => {
          if (push.name !== name) return;
          stop();
          resolve(push.body as never);
        });
      }),
    roster: (lines, savedAt) => ask('roster.import', rosterFile(lines, savedAt)),
    close,
  };
}
