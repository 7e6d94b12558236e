import { fork } from 'node:child_process';
import type { FromRadio, StartRadioProcess } from './port.ts';

/** Runs the radio process as a child of Node, for the terminal and the browser host. */
export const nodeRadioProcess =
  (file: string): StartRadioProcess =>
  () => {
    // The radio library talks on stdout; nobody may read there but the kit's own answers.
    const child = fork(file, [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], serialization: 'advanced' });
    return {
      send: (message) => {
        if (child.connected) child.send(message);
      },
      onMessage: (listener) => child.on('message', (message) => listener(message as FromRadio)),
      onExit: (listener) => {
        child.once('exit', listener);
        child.once('error', () => listener(null));
      },
      kill: () => child.kill('SIGKILL'),
    };
  };
