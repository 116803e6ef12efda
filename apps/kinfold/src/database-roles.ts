import { administratorScript, DATABASE_NAME, LOGIN_ROLES, newRolePasswords } from '@kinfold/shared/api';
import type { Command } from './command';

export const databaseRoles: Command = {
  name: 'db:roles',
  summary: 'prints the SQL that makes roles and database on a PostgreSQL of your own, with new passwords',
  run: async (_parameters, terminal) => {
    const passwords = newRolePasswords();
    const address = (role: keyof typeof LOGIN_ROLES) =>
      `postgresql://${LOGIN_ROLES[role]}:${passwords[role]}@HOST:5432/${DATABASE_NAME}`;
    terminal.say(administratorScript(passwords));
    terminal.say(
      '-- For .env, with the name of your server in place of HOST. Whoever has these addresses has the database.',
    );
    terminal.say(`-- DATABASE_URL=${address('app')}`);
    terminal.say(`-- DATABASE_AUTH_URL=${address('auth')}`);
    terminal.say(`-- DATABASE_MIGRATOR_URL=${address('migrator')}`);
    return 0;
  },
};
