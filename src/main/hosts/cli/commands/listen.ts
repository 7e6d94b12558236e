import type { Command } from 'commander';
import type { CheckResult, Reply } from '../../../../preload/contract.ts';
import type { KitDoor } from '../../../door.ts';
import { nameOfVerdict } from '../../../messages/index.ts';
import { type Ask, type CommonOptions, type Ending, withKit } from '../context.ts';

type Run = <A extends unknown[]>(work: (...args: A) => Promise<Ending>) => (...args: A) => Promise<void>;

/** `check`, `scan` and `beacon`. */
export function addListenCommands(command: (name: string, about: string) => Command, run: Run): void {
  command('check', 'kiểm tra điện thoại trước mặt có phát Bluezone không · one radio check')
    .option('--timeout <s>', 'nghe tối đa, giây · longest listening', '45')
    .option('--union <code>', 'công đoàn của người được kiểm tra · union of the person')
    .option('--ask', 'hỏi chiếc iPhone chạy nền đang ở gần (GATT) · ask the iPhone in the background that is near')
    .action(
      run((options: CommonOptions & { timeout: string; union?: string; ask?: true }) =>
        withKit(
          options,
          async (ask, door) => {
            const ended = endOfCheck(door, options.json !== true);
            if (options.ask) askOnce(door, ask);
            const started = await ask('check.start', {
              timeout: Number(options.timeout),
              union: options.union ?? null,
            });
            return started.ok ? ended : started;
          },
          ({ verdict, words, seconds, packets }) =>
            `${nameOfVerdict(verdict).vi} (${seconds} giây, ${packets} gói)\n${words.what.vi} ${words.todo.vi}`,
          ({ verdict, reason, platform, seconds, packets, event }) => ({
            ...{ verdict, reason, platform, seconds, packets },
            ...(event === undefined ? {} : { event }),
          }),
        ),
      ),
    );

  command('scan', 'đếm các loại tín hiệu quanh đây · count what is on the air, without identifiers')
    .requiredOption('--seconds <s>', 'nghe bao lâu, giây · how long')
    .action(
      run((options: CommonOptions & { seconds: string }) =>
        withKit(
          options,
          (ask) => ask('radio.scan', { seconds: Number(options.seconds) }),
          ({ seconds, packets, classes }) =>
            [
              `${packets} gói trong ${seconds} giây`,
              ...Object.entries(classes).map(([name, count]) => `  ${name}: ${count}`),
            ].join('\n'),
        ),
      ),
    );

  command('beacon', 'phát tín hiệu thử để một laptop khác nghe · the reference beacon, for another laptop to hear')
    .requiredOption('--seconds <s>', 'phát bao lâu, giây, tối đa 60 · how long, 60 at most')
    .action(
      run((options: CommonOptions & { seconds: string }) =>
        withKit(
          options,
          (ask) => ask('radio.beacon', { seconds: Number(options.seconds) }),
          ({ seconds }) => `Đã phát tín hiệu thử trong ${seconds} giây.`,
        ),
      ),
    );
}

/** Asks the iPhone as soon as one can be asked, once. An iPhone that does not answer has failed nothing. */
function askOnce(door: KitDoor, ask: Ask): void {
  const leave = door.on((push) => {
    if (push.name !== 'check.progress' || !push.body.canRead) return;
    leave();
    void ask('check.read', {});
  });
}

function endOfCheck(door: KitDoor, showProgress: boolean): Promise<Reply<CheckResult>> {
  return new Promise((resolve) => {
    door.on((push) => {
      if (push.name === 'check.progress' && showProgress && process.stderr.isTTY) {
        process.stderr.write(`\r  ${push.body.seconds.toFixed(1)} giây, ${push.body.packets} gói `);
      }
      if (push.name !== 'check.ended') return;
      if (showProgress && process.stderr.isTTY) process.stderr.write('\r');
      if (push.body.ended === 'verdict') resolve({ ok: true, value: push.body.result });
      else if (push.body.ended === 'failed') resolve({ ok: false, error: push.body.error });
    });
  });
}
