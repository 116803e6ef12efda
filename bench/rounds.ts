import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { type Figures, runBlock, runDirect, type Shot } from './block';
import { median } from './figures';
import type { Operation } from './operations';

export type Side = 'api' | 'limit' | 'direct';

/** Where the two servers and the database are. */
export interface Servers {
  readonly api: { readonly origin: string; readonly pid: number };
  readonly limit: { readonly origin: string; readonly pid: number };
  readonly databasePid: number;
  /** For statements without a server in between. */
  readonly pool: Pool;
}

export interface Measured {
  readonly operation: Operation['name'];
  readonly connections: number;
  /** Medians over the rounds. */
  readonly sides: Partial<Readonly<Record<Side, Figures>>>;
  /** Share of the limit, round by round: paired, so that what else the machine does falls on both. */
  readonly shares: readonly number[];
  /** The API's requests a second, round by round. */
  readonly perSecond: readonly number[];
}

/**
 * Measures one operation: blocks of a second in turn, in reversed order every other round.
 * @param rounds how many, after one block of each to warm up
 */
export async function measure(
  servers: Servers,
  operation: Operation,
  connections: number,
  rounds: number,
  seconds: number,
): Promise<Measured> {
  const sides = sidesOf(operation);
  const shots = new Map<Side, readonly Shot[]>();
  const block = async (side: Side): Promise<Figures> => {
    await settle(servers.pool);
    await operation.reset?.();
    if (side === 'direct') {
      const run = operation.direct?.(servers.pool);
      if (!run) throw new Error(`${operation.name} has no statement`);
      return runDirect(run, connections, seconds, servers.databasePid);
    }
    const { origin, pid } = servers[side];
    const asked = shots.get(side) ?? (side === 'api' ? operation.api() : (operation.limit?.() ?? []));
    shots.set(side, asked);
    return runBlock(origin, asked, connections, seconds, side === 'api' ? operation.status : 200, {
      server: pid,
      database: servers.databasePid,
    });
  };
  for (const side of sides) await block(side);
  const found: Record<Side, Figures[]> = { api: [], limit: [], direct: [] };
  for (let round = 0; round < rounds; round++) {
    for (const side of round % 2 ? [...sides].reverse() : sides) found[side].push(await block(side));
  }
  return {
    operation: operation.name,
    connections,
    sides: Object.fromEntries(sides.map((side) => [side, medians(found[side])])),
    shares: found.api.map(({ perSecond }, round) => perSecond / (found.limit[round]?.perSecond ?? NaN)),
    perSecond: found.api.map(({ perSecond }) => perSecond),
  };
}

/** Waits until nothing is asked of the database: requests that were under way when a block ended belong to that block. */
async function settle(pool: Pool): Promise<void> {
  for (let quiet = 0; quiet < 2;) {
    const { rows } = await pool.query<{ busy: number }>(
      `select count(*)::int as busy from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`,
    );
    quiet = rows[0]?.busy === 0 ? quiet + 1 : 0;
    await pause(30);
  }
}

function sidesOf({ limit, direct }: Operation): readonly Side[] {
  return ['api', ...(limit ? (['limit'] as const) : []), ...(direct ? (['direct'] as const) : [])];
}

function medians(figures: readonly Figures[]): Figures {
  const of = (key: keyof Figures): number => median(figures.map((one) => one[key]));
  return {
    perSecond: of('perSecond'),
    p50: of('p50'),
    p97_5: of('p97_5'),
    p99: of('p99'),
    cpu: of('cpu'),
    databaseCpu: of('databaseCpu'),
  };
}
