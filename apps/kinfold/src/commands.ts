import { ConfigError, DatabaseServerError } from '@kinfold/shared/api';
import type { Command } from './command';
import { databaseRoles } from './database-roles';
import { demoLoad } from './demo-load';
import { demoReset } from './demo-reset';
import { migrateCommand } from './migrate-command';
import { startCommand } from './start-command';
import { CommandError, terminal as standardTerminal, type Terminal } from './terminal';
import { version } from './version';

const help: Command = {
  name: 'help',
  summary: 'prints this list',
  run: async (_parameters, terminal) => {
    terminal.say(helpText());
    return 0;
  },
};

const versionCommand: Command = {
  name: 'version',
  summary: 'prints the versions of Kinfold and of the Node it runs on',
  run: async (_parameters, terminal) => {
    terminal.say(`Kinfold ${version()} on Node ${process.versions.node}`);
    return 0;
  },
};

const COMMANDS: readonly Command[] = [
  startCommand,
  migrateCommand,
  databaseRoles,
  demoLoad,
  demoReset,
  versionCommand,
  help,
];
const ALSO_CALLED: Readonly<Record<string, string>> = {
  '--help': 'help',
  '-h': 'help',
  '--version': 'version',
  '-v': 'version',
};

function helpText(): string {
  const titles = COMMANDS.map((command) => [command.name, command.parameters].filter(Boolean).join(' '));
  const width = Math.max(...titles.map((title) => title.length));
  const lines = COMMANDS.map((command, index) => `  ${titles[index]?.padEnd(width)}  ${command.summary}`);
  return [
    'Usage: kinfold <command>',
    '',
    ...lines,
    '',
    'Settings are environment variables; .env.example describes each.',
  ].join('\n');
}

// Sentences meant for the person at the terminal; anything else is a defect and shows its stack.
function sentenceOf(error: unknown): string | undefined {
  const isSentence =
    error instanceof CommandError ||
    error instanceof ConfigError ||
    error instanceof DatabaseServerError ||
    (error instanceof Error && error.name === 'SchemaNewerError');
  return isSentence ? error.message : undefined;
}

/**
 * Runs one command of the table.
 * @param line what was typed behind `kinfold`.
 * @returns the exit code: 0 done, 1 refused or failed, 2 not understood.
 */
export async function runCommand(line: readonly string[], terminal: Terminal = standardTerminal): Promise<number> {
  const [typed = 'help', ...rest] = line;
  const command = COMMANDS.find(({ name }) => name === (ALSO_CALLED[typed] ?? typed));
  if (!command) {
    terminal.complain(`There is no command "${typed}".\n\n${helpText()}`);
    return 2;
  }
  try {
    return await command.run(
      rest.filter((parameter) => parameter !== '--'),
      terminal,
    );
  } catch (error) {
    const sentence = sentenceOf(error);
    terminal.complain(sentence ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)));
    return error instanceof CommandError ? error.exitCode : 1;
  }
}
