import type { UtilityProcess } from 'electron';
import type { FromRadio, StartRadioProcess } from '../../ble/port.ts';

/** What is used of Electron's `utilityProcess`. */
export interface Utility {
  fork(
    file: string,
    args: string[],
    options: { serviceName: string; stdio: 'ignore' },
  ): Pick<UtilityProcess, 'postMessage' | 'on' | 'once' | 'kill'>;
}

/**
 * Starts the radio in a utility process of Electron, the one kind of child that the packaged kit can start.
 * Its output is thrown away: the libraries there print addresses, and no address may reach a log (law 4).
 */
export function radioStarter(utility: Utility, file: string): StartRadioProcess {
  return () => {
    const child = utility.fork(file, [], { serviceName: 'Trạm Bluezone radio', stdio: 'ignore' });
    return {
      send: (message) => child.postMessage(message),
      onMessage: (listener) => void child.on('message', (message: FromRadio) => listener(message)),
      onExit: (listener) => void child.once('exit', listener),
      kill: () => void child.kill(),
    };
  };
}
