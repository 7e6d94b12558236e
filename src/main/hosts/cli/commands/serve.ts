import path from 'node:path';
import type { Command } from 'commander';
import type { Failure } from '../../../../core/base/result.ts';
import type { About, RadioView } from '../../../../preload/contract/kit.ts';
import type { KitDoor } from '../../../door.ts';
import { wordsFor } from '../../../messages/index.ts';
import { openBrowserHost } from '../../browser/server.ts';
import { openWindow } from '../../browser/window.ts';
import { type CommonOptions, clientFolder, dataRootOf, type Ending, openKitFor, sayFailure } from '../context.ts';

type Run = <A extends unknown[]>(work: (...args: A) => Promise<Ending>) => (...args: A) => Promise<void>;

/** `serve`: the screens in a browser, for a laptop without Electron. Runs until it is told to end. */
export function addServeCommand(command: (name: string, about: string) => Command, run: Run): void {
  command('serve', 'mở Trạm trong trình duyệt · the screens in a browser')
    .option('--port <n>', 'cổng · port', '0')
    .option('--no-open', 'chỉ in địa chỉ · only print the address')
    .action(
      run(async (options: CommonOptions & { port: string; open: boolean }) => {
        const opened = await openKitFor(options, 'browser');
        if (!opened.ok) return sayFailure(options, { ...opened.error, words: wordsFor(opened.error) });
        const door = opened.value;
        const host = await openBrowserHost(door, { port: Number(options.port), clientFolder }).catch(() => null);
        if (host === null) {
          await door.close();
          const failure: Failure = { code: 'port-taken', detail: { port: options.port } };
          return sayFailure(options, { ...failure, words: wordsFor(failure) });
        }
        if (options.json) process.stdout.write(`${JSON.stringify({ url: host.url })}\n`);
        else process.stdout.write(`Trạm Bluezone: ${host.url}\nBấm Ctrl+C để đóng · Ctrl+C to close\n`);
        // Until somebody ends it: Ctrl+C, the closing of the app window, or the end of whoever reads the address.
        const ended = new Promise<void>((resolve) => {
          for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
          if (!options.open) return;
          const window = openWindow(host.url, path.join(dataRootOf(options), 'window'));
          window?.once('exit', (code) => (code === 0 ? resolve() : sayOpenByHand()));
          window?.once('error', sayOpenByHand);
          if (window === null) sayOpenByHand();
        });
        const about = await door.request('kit.about', {});
        if (!options.json && about.ok) tellRadio(door, (about.value as About).radio);
        await ended;
        await host.close();
        await door.close();
        return { code: 0 };
      }),
    );
}

const sayOpenByHand = (): void => {
  process.stderr.write('Mở địa chỉ trên bằng Chrome, Edge hoặc Chromium · Open the address above in a browser\n');
};

/** Says once in the terminal too when there is no Bluetooth; the screen says it by itself. */
function tellRadio(door: KitDoor, now: RadioView): void {
  let said = false;
  const tell = (radio: RadioView): void => {
    if (said || radio.state !== 'absent') return;
    said = true;
    const { what, todo } = radio.words;
    process.stderr.write(`${what.vi} ${todo.vi}\n${what.en} ${todo.en}\n`);
    process.stderr.write('Chế độ luyện tập · Practice mode: npm start -- --radio practice\n');
  };
  tell(now);
  door.on((push) => {
    if (push.name === 'radio.changed') tell(push.body);
  });
}
