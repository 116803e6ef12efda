import autocannon from 'autocannon';
import { percentile } from './figures';
import { cpuSeconds, cpuSecondsOfGroup } from './machine';

/** One request as autocannon takes it. */
export interface Shot {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What one second of requests showed. Times in milliseconds. */
export interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p97_5: number;
  readonly p99: number;
  /** Milliseconds of processor time of the server, a request. */
  readonly cpu: number;
  /** The same of PostgreSQL. */
  readonly databaseCpu: number;
}

export interface Pids {
  readonly server: number;
  readonly database: number;
}

/** With fewer for each connection, connections ask the same things in turn. */
const SHOTS_EACH = 10;

/**
 * Sends requests for a while, each connection the next as soon as an answer is there. Connections share the shots out, so that no two ask
 * the same at the same moment.
 * @param seconds whole seconds
 * @throws Error when an answer has another status than the expected one: what fails must not look fast
 */
export async function runBlock(
  origin: string,
  shots: readonly Shot[],
  connections: number,
  seconds: number,
  status: number,
  pids: Pids,
): Promise<Figures> {
  const times: number[] = [];
  let [first, last] = [0, 0];
  const wrong = new Map<number, number>();
  const before = cpuOf(pids);
  let client = 0;
  await autocannon({
    url: origin,
    connections,
    duration: seconds,
    setupClient: (one) => {
      one.setRequests(shareOf(shots, connections, client++).map((shot) => ({ ...shot })));
      one.on('response', (code: number, _bytes: number, time: number) => {
        last = performance.now();
        first ||= last;
        if (code === status) times.push(time);
        else wrong.set(code, (wrong.get(code) ?? 0) + 1);
      });
    },
  });
  const after = cpuOf(pids);
  if (wrong.size > 0)
    throw new Error(`${shots[0]?.method} ${shots[0]?.path}: ${JSON.stringify([...wrong])} instead of ${status}`);
  const count = times.length;
  return {
    perSecond: ((count - 1) / (last - first)) * 1_000,
    p50: percentile(times, 0.5),
    p97_5: percentile(times, 0.975),
    p99: percentile(times, 0.99),
    cpu: ((after.server - before.server) / count) * 1_000,
    databaseCpu: ((after.database - before.database) / count) * 1_000,
  };
}

/** The shots of one connection: its part of many, or all of a few beginning elsewhere. */
function shareOf(shots: readonly Shot[], connections: number, client: number): readonly Shot[] {
  if (shots.length >= connections * SHOTS_EACH) return shots.filter((_, index) => index % connections === client);
  const from = Math.floor((client * shots.length) / connections);
  return [...shots.slice(from), ...shots.slice(0, from)];
}

/** The same for statements that are run without a server in between. */
export async function runDirect(
  run: (index: number) => Promise<unknown>,
  connections: number,
  seconds: number,
  database: number,
): Promise<Figures> {
  const times: number[] = [];
  const [before, began] = [cpuSecondsOfGroup(database), performance.now()];
  const until = began + seconds * 1_000;
  const own = process.cpuUsage();
  const worker = async (number: number): Promise<void> => {
    for (let index = number; performance.now() < until; index += connections) {
      const start = performance.now();
      await run(index);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, number) => worker(number)));
  const { user, system } = process.cpuUsage(own);
  const count = times.length;
  return {
    perSecond: (count / (performance.now() - began)) * 1_000,
    p50: percentile(times, 0.5),
    p97_5: percentile(times, 0.975),
    p99: percentile(times, 0.99),
    cpu: (user + system) / 1_000 / count,
    databaseCpu: ((cpuSecondsOfGroup(database) - before) / count) * 1_000,
  };
}

function cpuOf({ server, database }: Pids): Pids {
  return { server: cpuSeconds(server), database: cpuSecondsOfGroup(database) };
}
