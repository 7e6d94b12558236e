/**
 * noble as the kit knows it, with a room of phones in place of an adapter. Runs in a real child process, so that
 * what is tested is the kit's own radio process and its supervisor.
 */
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Emission, playRoom } from '../../../src/core/practice/room.ts';
import { type AdContent, readAdStructures } from '../../../src/core/radio/advert.ts';
import type { Noble, Peripheral } from '../../../src/main/radio/noble-types.ts';
import { parseStrange } from './hci-socket/reader.ts';
import type { Story } from './story.ts';

const story: Story = JSON.parse(process.env.FAKE_NOBLE ?? '{"openedAt":0}');
const BEAT_MS = 20;

class PlayedPhone extends EventEmitter {
  readonly id: string;
  readonly address: string;
  connectable = true;
  rssi = 0;
  state = 'disconnected';
  advertisement: Peripheral['advertisement'] = {};

  constructor(address: string) {
    super();
    this.address = address;
    this.id = address.replaceAll(':', '');
  }

  hear(emission: Emission): void {
    const packets = emission.scanResponse === null ? [emission.adv] : [emission.adv, emission.scanResponse];
    const { name, services, manufacturer }: AdContent = readAdStructures(...packets);
    const [block] = manufacturer;
    this.rssi = emission.rssi ?? 127;
    this.advertisement = {
      ...(name !== null && { localName: name }),
      serviceUuids: services,
      ...(block && { manufacturerData: Buffer.from([block.company & 0xff, block.company >> 8, ...block.data]) }),
    };
  }

  async connectAsync(): Promise<void> {
    if (noble.scanning) throw new Error('an adapter that scans does not connect');
    this.state = 'connecting';
    await sleep(50);
    if (story.answers === 'refuses') {
      this.state = 'error';
      throw new Error('Connection Failed to be Established (0x3e)');
    }
    this.state = 'connected';
  }

  async discoverSomeServicesAndCharacteristicsAsync(): Promise<{
    characteristics: { readAsync(): Promise<Buffer> }[];
  }> {
    await sleep(20);
    return { characteristics: [{ readAsync: () => this.#read() }] };
  }

  async #read(): Promise<Buffer> {
    const { answers } = story;
    if (typeof answers === 'number') return Buffer.alloc(answers, 0x5a);
    return new Promise(() => undefined);
  }

  cancelConnect(): void {
    this.state = 'disconnected';
  }

  async disconnectAsync(): Promise<void> {
    await sleep(20);
    this.state = 'disconnected';
  }
}

class PlayedNoble extends EventEmitter {
  state = 'unknown';
  scanning = false;
  readonly #phones = new Map<string, PlayedPhone>();

  constructor() {
    super();
    this.on('newListener', (event) => {
      if (event === 'stateChange' && this.state === 'unknown') setTimeout(() => this.#turn('poweredOn'), 30);
    });
    if (story.fault === 'flaps')
      setInterval(() => this.#turn(this.state === 'poweredOn' ? 'poweredOff' : 'poweredOn'), 100);
    if (story.fault === 'bad-packets') setInterval(() => parseStrange(Buffer.alloc(2)), 250);
    if (story.phones !== undefined) void this.#play();
  }

  async startScanningAsync(): Promise<void> {
    if (story.fault === 'numb') return new Promise(() => undefined);
    await sleep(10);
    this.scanning = true;
    this.emit('scanStart');
    if (story.fault === 'stopped') setTimeout(() => this.#stop(), 200);
    if (story.fault === 'hangs') setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 500);
  }

  stopScanning(): void {
    if (story.fault !== 'numb') setTimeout(() => this.#stop(), 10);
  }

  stop(): void {
    this.scanning = false;
  }

  #stop(): void {
    this.scanning = false;
    this.emit('scanStop');
  }

  #turn(state: string): void {
    this.state = state;
    this.scanning = false;
    this.emit('stateChange', state);
  }

  async #play(): Promise<void> {
    for (const emission of playRoom(story.phones ?? [], story.seed ?? 1)) {
      const wait = emission.atMs - (Date.now() - story.openedAt);
      if (wait > BEAT_MS) await sleep(wait);
      // What fell due before this process began, or while nobody scanned, is gone, as on the air.
      if (wait < -BEAT_MS * 10 || !this.scanning || story.fault === 'mute') continue;
      let phone = this.#phones.get(emission.address);
      if (phone === undefined) {
        phone = new PlayedPhone(emission.address);
        this.#phones.set(emission.address, phone);
      }
      phone.hear(emission);
      this.emit('discover', phone);
    }
  }
}

const noble = new PlayedNoble();
export default noble as unknown as Noble;
