import { administratorScript } from '@kinfold/shared/api';

const SECRETS = { app: 'app_password', auth: 'auth_password', migrator: 'migrator_password' } as const;

/**
 * What the database container runs when its volume is new: the statements of `kinfold db:roles`, with passwords read from
 * secret files. The committed copy is `tools/deploy/database/roles.sql`.
 */
export function databaseInitScript(): string {
  const variables = Object.values(SECRETS).map((name) => `\\set ${name} \`cat /run/secrets/${name}\``);
  const script = administratorScript({
    app: `:'${SECRETS.app}'`,
    auth: `:'${SECRETS.auth}'`,
    migrator: `:'${SECRETS.migrator}'`,
  });
  return `-- Generated; change libs/shared/api/database-server/roles.ts instead.\n${variables.join('\n')}\n${script}`;
}
