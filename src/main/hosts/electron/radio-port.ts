import type { UtilityProcess } from 'electron';
import type { FromRadio, StartRadioProcess } from '../../radio/protocol.ts';

/** What is used of Electron's `utilityProcess`. */
export interface Utility {
  fork(
    file: string,
    args: string[],
    options: { serviceName: string; stdio: 'ignore' | 'inherit' },
  ): Pick<UtilityProcess, 'postMessage' | 'on' | 'once' | 'kill'>;
}

/**
 * Starts the radio in a utility process of Electron, the one kind of child that the packaged kit can start.
 * Its output is thrown away: the libraries there print addresses, and no address may reach a log (law 4).
 * `KIT_RADIO_STDERR=1` lets it through all the same, for whoever looks for a fault.
 */
export function radioStarter(utility: Utility, file: string): StartRadioProcess {
  return (role = 'ears') => {
    const silent = process.env.KIT_RADIO_STDERR !== '1';
    const child = utility.fork(file, [role], {
      serviceName: 'Trạm Bluezone radio',
      stdio: silent ? 'ignore' : 'inherit',
    });
    return {
      send: (message) => child.postMessage(message),
      onMessage: (listener) => void child.on('message', (message: FromRadio) => listener(message)),
      onExit: (listener) => void child.once('exit', listener),
      kill: () => void child.kill(),
    };
  };
}
