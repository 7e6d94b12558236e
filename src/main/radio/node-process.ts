import { fork } from 'node:child_process';
import type { FromRadio, StartRadioProcess } from './protocol.ts';

/**
 * Runs the radio process as a child of Node, for the terminal and the browser host. `nodeOptions` go to Node
 * itself. With `KIT_RADIO_STDERR=1` its stderr is let through, for whoever looks for a fault in the lab; else it
 * is thrown away, because the libraries there print addresses and no address may reach a log (law 4).
 */
export const nodeRadioProcess =
  (file: string, nodeOptions: readonly string[] = []): StartRadioProcess =>
  (role = 'ears') => {
    const stderr = process.env.KIT_RADIO_STDERR === '1' ? 'inherit' : 'ignore';
    const child = fork(file, [role], {
      // The radio library talks on stdout; nobody may read there but the kit's own answers.
      stdio: ['ignore', 'ignore', stderr, 'ipc'],
      serialization: 'advanced',
      ...(nodeOptions.length > 0 && { execArgv: [...nodeOptions] }),
    });
    // A message to a process that is just dying is lost, as it would be a moment later; its exit tells the rest.
    const lost = (): void => undefined;
    return {
      send: (message) => {
        if (child.connected) child.send(message, lost);
      },
      onMessage: (listener) => void child.on('message', (message) => listener(message as FromRadio)),
      onExit: (listener) => {
        child.once('exit', listener);
        child.once('error', () => listener(null));
      },
      kill: () => void child.kill('SIGKILL'),
    };
  };
