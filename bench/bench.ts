import { deepStrictEqual } from 'node:assert';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '@kinfold/shared/api';
import { Pool } from 'pg';
import { type Child, freePorts, startChild } from './children';
import { type BenchClinic, type Built, makeClinic } from './clinic';
import { median } from './figures';
import { loadAverage, memoryOf } from './machine';
import { type Operation, operationsOf } from './operations';
import { lines, type Report, verdicts, writeReport } from './report';
import { type Measured, measure, type Servers } from './rounds';
import { startTimes } from './starting';

const HELP = `npm run bench -- [--families 1000] [--rounds 5] [--seconds 1] [--connections 16,1] [--only "open a family"] [--profile] [--no-starts]
Measures the built API beside the limit and direct SQL, all on loopback and on data of its own. It takes a few minutes.`;

const DIST = join(import.meta.dirname, '..');
const SERVE = join(DIST, '..', 'tools', 'test', 'serve-api.mjs');
const { values: wish } = parseArgs({
  options: {
    families: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '1' },
    connections: { type: 'string', default: '16,1' },
    only: { type: 'string' },
    profile: { type: 'boolean', default: false },
    'no-starts': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function run(): Promise<void> {
  const loadBefore = loadAverage();
  const { migrate }: Pick<Built, 'migrate'> = await import(join(DIST, 'apps', 'api', 'main.js'));
  const { loadClinic }: Pick<Built, 'loadClinic'> = await import(join(DIST, 'bench', 'load', 'load-clinic.js'));
  say(`${wish.families} families are loaded into a database of their own.`);
  const clinic = await makeClinic(Number(wish.families), { migrate, loadClinic });
  const children: Child[] = [];
  const connections = Math.max(4, 2 * availableParallelism());
  const pool = new Pool({
    connectionString: clinic.server.urls.migrator,
    min: connections,
    max: connections,
    idleTimeoutMillis: 0,
  });
  // When a measurement fails the database ends before its connections; the failure is what should be read.
  pool.on('error', () => undefined);
  try {
    const firstAnswer = await firstAnswerTime(clinic);
    const servers: Servers = { ...(await startServers(clinic, children, connections)), pool };
    const operations = operationsOf(clinic, await tagsOf(clinic, servers.api.origin)).filter(
      ({ name }) => !wish.only || name === wish.only,
    );
    for (const operation of operations) await requireSameAnswers(operation, servers);
    const measured: Measured[] = [];
    for (const connections of wish.connections.split(',').map(Number)) {
      for (const operation of operations) {
        say(`${operation.name}, ${connections} connections`);
        measured.push(await measure(servers, operation, connections, Number(wish.rounds), Number(wish.seconds)));
      }
    }
    const report: Report = {
      at: new Date().toISOString(),
      machine: {
        processors: availableParallelism(),
        memoryGb: Math.round(totalmem() / 2 ** 30),
        loadBefore,
        loadAfter: loadAverage(),
      },
      data: {
        families: Number(wish.families),
        rows: clinic.loading.rows,
        loadSeconds: clinic.loading.seconds,
        rowsPerSecond: clinic.loading.rows / clinic.loading.seconds,
      },
      measured,
      memory: { api: memoryOf(servers.api.pid), limit: memoryOf(servers.limit.pid) },
      firstAnswer,
      starts: wish['no-starts'] ? null : await startTimes(join(DIST, 'apps', 'kinfold', 'main.js')),
    };
    const found = verdicts(report, operations);
    for (const line of lines(report, found)) say(line);
    say(`Written to ${writeReport(join(DIST, '..', '.kinfold', 'bench'), report, found)}`);
  } finally {
    await pool.end();
    for (const child of children) await child.stop();
    await clinic.close();
  }
}

async function apiEnvironment(clinic: BenchClinic): Promise<{ origin: string; environment: Record<string, string> }> {
  const [port = 0, portalPort = 0] = await freePorts(2);
  const config = readConfig(
    {
      KINFOLD_MODE: 'demo',
      KINFOLD_HOME: clinic.folder,
      KINFOLD_KEY_FILE: clinic.keyFile,
      PORT: String(port),
      PORTAL_PORT: String(portalPort),
    },
    clinic.folder,
  );
  const environment = {
    KINFOLD_TEST_SERVE_CONFIG: JSON.stringify(config),
    KINFOLD_TEST_SERVE_URLS: JSON.stringify(clinic.server.urls),
  };
  return { origin: `http://127.0.0.1:${port}`, environment };
}

async function startServers(
  clinic: BenchClinic,
  children: Child[],
  connections: number,
): Promise<Omit<Servers, 'pool'>> {
  const { origin, environment } = await apiEnvironment(clinic);
  const profile = wish.profile
    ? ['--cpu-prof', '--cpu-prof-dir', join(DIST, '..', '.kinfold', 'bench', 'profile')]
    : [];
  const api = await startChild(SERVE, environment, profile);
  children.push(api);
  const [port = 0] = await freePorts(1);
  const url = clinic.server.urls.migrator;
  const settings = { url, port, clinicId: clinic.clinicId, zone: clinic.zone, today: clinic.today, connections };
  const limit = await startChild(join(import.meta.dirname, 'limit-server.js'), {
    BENCH_LIMIT: JSON.stringify(settings),
  });
  children.push(limit);
  return {
    api: { origin, pid: api.pid },
    limit: { origin: `http://127.0.0.1:${port}`, pid: limit.pid },
    databasePid: clinic.server.pid ?? 0,
  };
}

/** The middle of three starts on the loaded database, each ended again. */
async function firstAnswerTime(clinic: BenchClinic): Promise<number> {
  const times: number[] = [];
  for (let start = 0; start < 3; start++) {
    const { environment } = await apiEnvironment(clinic);
    const child = await startChild(SERVE, environment);
    times.push(child.readyAfter / 1_000);
    await child.stop();
  }
  return median(times);
}

/** The entity tag of every family, as its therapist was given it. */
async function tagsOf({ openings }: BenchClinic, origin: string): Promise<Map<string, string>> {
  const tags = new Map<string, string>();
  for (const { familyId, actor } of openings) {
    const answer = await fetch(`${origin}/api/v1/families/${familyId}`, {
      headers: { 'x-kinfold': '1', 'sec-fetch-site': 'same-origin', cookie: actor.cookie },
    });
    await answer.arrayBuffer();
    tags.set(familyId, answer.headers.get('etag') ?? '');
  }
  return tags;
}

/** The limit says the same as the API, or the comparison would be none. */
async function requireSameAnswers({ name, comparable, api, limit }: Operation, servers: Servers): Promise<void> {
  const [asked, same] = [api().slice(0, 5), limit?.().slice(0, 5) ?? []];
  if (!comparable) return;
  for (const [index, shot] of asked.entries()) {
    const answers = await Promise.all(
      [
        { origin: servers.api.origin, shot },
        { origin: servers.limit.origin, shot: same[index] ?? shot },
      ].map(async ({ origin, shot: { method, path, headers, body } }) => {
        const answer = await fetch(`${origin}${path}`, { method, headers: { ...headers }, body: body ?? null });
        return { status: answer.status, content: await answer.json() };
      }),
    );
    deepStrictEqual(answers[0], answers[1], `${name}: the limit answers something else than the API`);
  }
}

if (wish.help) say(HELP);
else await run();
