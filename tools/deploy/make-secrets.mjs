/** Makes ./secrets for docker-compose.yml: new passwords, and the addresses that hold them. Keeps what is there. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.argv[2] ?? process.cwd(), 'secrets');
// The folder is closed on this machine. The files in it are readable, because each is mounted alone into a container whose user
// has another number than ours.
mkdirSync(folder, { recursive: true, mode: 0o700 });

function keep(name, make) {
  const file = join(folder, name);
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o444, flag: 'wx' });
  return readFileSync(file, 'utf8');
}

const password = () => randomBytes(24).toString('base64url');
keep('postgres_password', password);
for (const [role, address] of [
  ['app', 'database_url'],
  ['auth', 'database_auth_url'],
  ['migrator', 'database_migrator_url'],
]) {
  const secret = keep(`${role}_password`, password);
  keep(address, () => `postgresql://kinfold_${role}:${secret}@database:5432/kinfold`);
}
process.stdout.write(`The secrets are in ${folder}. Keep a copy where only you can read it.\n`);
