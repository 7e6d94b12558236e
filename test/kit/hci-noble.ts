import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import type { Noble } from '../../src/main/radio/noble-types.ts';
import { answering } from '../lab/guest/answers.ts';
import { parseCommand } from '../lab/guest/hci.ts';

const answer = answering();

/** Every socket that noble opened, the newest last. */
const sockets: PlayedSocket[] = [];

/** noble's raw socket without a kernel: answers every command as a good adapter does, and hands over what it is given. */
class PlayedSocket extends EventEmitter {
  constructor() {
    super();
    sockets.push(this);
  }

  bindRaw(): void {}
  start(): void {}
  stop(): void {}
  setFilter(): void {}
  isDevUp(): boolean {
    return true;
  }

  write(packet: Buffer): void {
    const command = parseCommand(packet);
    // After the call, as from a kernel: noble does not expect an answer while it still asks.
    if (command !== undefined) setImmediate(() => this.emit('data', answer(command.opcode)));
  }
}

/**
 * The real noble with its HCI backend in this process, on a socket that a test feeds. `packet` hands it one H4
 * packet and throws what noble throws.
 */
export function nobleOnHci(): { noble: Noble; packet: (bytes: Buffer) => void } {
  const require = createRequire(import.meta.url);
  const library = require.resolve('@abandonware/noble');
  const driver = createRequire(library).resolve('@stoprocent/bluetooth-hci-socket');
  // The native driver asks the kernel for a socket as soon as one is made; this machine may have none to give.
  require.cache[driver] = {
    id: driver,
    filename: driver,
    loaded: true,
    exports: { loadDriver: () => PlayedSocket },
  } as NodeModule;
  process.env.NOBLE_REPORT_ALL_HCI_EVENTS = '1';
  const { withBindings }: { withBindings(kind: 'hci'): Noble } = require(library);
  return {
    noble: withBindings('hci'),
    packet: (bytes) => {
      const socket = sockets.at(-1);
      if (socket === undefined) throw new Error('noble has opened no socket yet');
      socket.emit('data', bytes);
    },
  };
}
