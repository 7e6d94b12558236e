/** The Kit from a terminal: `kit <command> [options]` (README.md). Exit 0 done, 1 failed, 2 wrong usage. */
import { Command, CommanderError, type CommandOptions, Option } from 'commander';
import { addCountCommands } from './commands/count.ts';
import { addFiguresCommands } from './commands/figures.ts';
import { addFormCommand } from './commands/form.ts';
import { addKeepCommands } from './commands/keep.ts';
import { addListenCommands } from './commands/listen.ts';
import { addReportCommand } from './commands/report.ts';
import { addReportLifeCommands } from './commands/report-life.ts';
import { addRosterCommands } from './commands/roster.ts';
import { addServeCommand } from './commands/serve.ts';
import { type Ending, version } from './context.ts';

// A library behind the Excel writer still calls the old Buffer(); nobody at a booth can act on that warning.
process.noDeprecation = true;

const program = new Command('kit').description('Trạm Bluezone').version(version).exitOverride();
const groups = new Map<string, Command>();

const parentOf = (under: string | undefined): Command => {
  if (under === undefined) return program;
  const group = groups.get(under) ?? program.command(under).exitOverride();
  groups.set(under, group);
  return group;
};

/** A command with the options that every command takes. */
const command = (name: string, about: string, under?: string, how: CommandOptions = {}): Command =>
  parentOf(under)
    .command(name, how)
    .description(about)
    .exitOverride()
    .option('--data <folder>', 'thư mục dữ liệu · data folder')
    .option('--json', 'một giá trị JSON trên stdout · one JSON value')
    .option('--now <iso>', 'đồng hồ cố định, để luyện tập và kiểm thử · fixed clock')
    .option('--practice', 'dữ liệu luyện tập · the practice world')
    .addOption(
      new Option('--radio <kind>', 'nguồn tín hiệu · where signals come from')
        .choices(['auto', 'bluetooth', 'practice', 'none'])
        .default('auto'),
    );

const run =
  <A extends unknown[]>(work: (...args: A) => Promise<Ending>) =>
  async (...args: A): Promise<void> => {
    process.exitCode = (await work(...args)).code;
  };

addServeCommand(command, run);
addRosterCommands(command, run);
addCountCommands(command, run);
addFiguresCommands(command, run);
addListenCommands(command, run);
addReportCommand(command, run);
addReportLifeCommands(command, run);
addFormCommand(command, run);
addKeepCommands(command, run);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  }
}
