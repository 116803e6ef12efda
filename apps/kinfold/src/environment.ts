import { readFileSync } from 'node:fs';
import { readConfig, type Config } from '@kinfold/shared/api';
import { CommandError } from './terminal';

/** Variables that hold a secret; each may be given as `<NAME>_FILE` instead, the way container secrets are. */
const SECRETS = ['DATABASE_URL', 'DATABASE_AUTH_URL', 'DATABASE_MIGRATOR_URL', 'SMTP_URL'] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment with the contents of secret files put in place; the variable itself wins over its file.
 * @throws CommandError that names the variables whose file cannot be read.
 */
export function withSecretFiles(environment: Environment): Environment {
  const complete: Record<string, string | undefined> = { ...environment };
  const unreadable: string[] = [];
  for (const name of SECRETS) {
    const file = environment[`${name}_FILE`];
    if (!file || environment[name]) continue;
    try {
      complete[name] = readFileSync(file, 'utf8').trim();
    } catch {
      unreadable.push(`${name}_FILE`);
    }
  }
  if (unreadable.length > 0) throw new CommandError(`The files named by ${unreadable.join(', ')} cannot be read.`, 2);
  return complete;
}

/**
 * The configuration of this process. Relative paths start from the working folder.
 * @throws ConfigError, CommandError.
 */
export function configuration(environment: Environment = process.env): Config {
  return readConfig(withSecretFiles(environment), process.cwd());
}
