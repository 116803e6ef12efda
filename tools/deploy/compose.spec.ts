import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { DURABLE_SETTINGS, SILENT_LOG_SETTINGS } from '@kinfold/shared/api';
import { brokenRules, type Compose } from './compose-rules';
import { databaseInitScript } from './database-init';

const root = join(__dirname, '..', '..');
const text = (name: string) => readFileSync(join(root, name), 'utf8');
const read = () => parse(text('docker-compose.yml'), { merge: true });
type Loose = Record<string, unknown>;

/** The compose file with one thing changed in one service. */
function changed(service: string, change: Loose): Compose {
  const compose = read();
  Object.assign(compose.services[service], change);
  return compose;
}

describe('docker-compose.yml', () => {
  it('breaks no rule when it is as committed', () => {
    expect(brokenRules(read())).toEqual([]);
  });

  it.each([
    ['database', { image: 'postgres:18' }, 'database: names an exact image tag'],
    ['database', { image: 'postgres:latest' }, 'database: names an exact image tag'],
    ['kinfold', { user: '0:0' }, 'kinfold: runs as a numbered user that is not root'],
    ['kinfold', { user: undefined }, 'kinfold: runs as a numbered user that is not root'],
    ['kinfold', { read_only: false }, 'kinfold: has a root file system that is read-only'],
    ['database', { cap_drop: [] }, 'database: drops every capability'],
    ['database', { cap_add: ['CHOWN'] }, 'database: drops every capability'],
    ['kinfold', { security_opt: [] }, 'kinfold: gains no privileges'],
    ['kinfold', { privileged: true }, 'kinfold: gains no privileges'],
    ['kinfold', { network_mode: 'host' }, 'kinfold: is in named networks only'],
    ['kinfold', { ports: ['3000:3000'] }, 'kinfold: publishes on this machine only'],
    ['kinfold', { volumes: ['/var/run/docker.sock:/var/run/docker.sock'] }, 'kinfold: does not see the engine'],
    ['kinfold', { mem_limit: undefined }, 'kinfold: has limits for memory, processors and processes'],
    ['kinfold', { pids_limit: undefined }, 'kinfold: has limits for memory, processors and processes'],
    ['database', { healthcheck: undefined }, 'database: is asked whether it is well'],
    ['database', { stop_grace_period: '10s' }, 'database: has 40 s to end'],
    [
      'kinfold',
      { environment: { DATABASE_URL: 'postgresql://u:p@database/kinfold' } },
      'kinfold: is given secrets as files',
    ],
    ['kinfold', { environment: { ANY: 'postgresql://u:p@database/kinfold' } }, 'kinfold: is given secrets as files'],
    ['database', { environment: { POSTGRES_PASSWORD: 'word' } }, 'database: is given secrets as files'],
    ['kinfold', { secrets: ['not_declared'] }, 'kinfold: is given secrets as files'],
    ['database', { ports: ['127.0.0.1:5432:5432'] }, 'database: is not published'],
    ['database', { networks: ['data', 'front'] }, 'database: is only in networks that reach nothing outside'],
  ])('is refused when %s has %j', (service, change, rule) => {
    expect(brokenRules(changed(service, change))).toEqual([rule]);
  });

  it('gives the database every setting that the embedded one has for safety and silence', () => {
    const { command }: { command: string[] } = read().services.database;
    for (const [name, value] of Object.entries({ ...DURABLE_SETTINGS, ...SILENT_LOG_SETTINGS })) {
      expect(command).toContain(`${name}=${value}`);
    }
  });

  it('makes the roles of kinfold db:roles when the database is new', () => {
    expect(text('tools/deploy/database/roles.sql')).toBe(databaseInitScript());
    const mounted: string[] = read().services.database.volumes;
    expect(mounted).toContain('./tools/deploy/database:/docker-entrypoint-initdb.d:ro');
  });

  it('mounts every secret that the role script reads', () => {
    const { secrets }: { secrets: string[] } = read().services.database;
    for (const [, name] of databaseInitScript().matchAll(/\/run\/secrets\/(\w+)/g)) expect(secrets).toContain(name);
  });
});
