import {
  ApiProcess,
  type ApiProcessOptions,
  createTestDatabase,
  ownPage,
  type TestDatabase,
  World,
  type WorldAccount,
} from '@kinfold/shared/testing';
import type { Operation } from './operations';
import { pathOf } from './operations';
import { type Answer, json, read, send } from './send';

/** A clinic on a database of its own, and the application that serves it. */
export interface RunningClinic {
  readonly database: TestDatabase;
  readonly world: World;
  readonly api: ApiProcess;
  close(): Promise<void>;
}

export async function startClinic(options: ApiProcessOptions = {}): Promise<RunningClinic> {
  const database = await createTestDatabase();
  const world = await World.in(database.superuserUrl);
  const api = await ApiProcess.start(database, options);
  return {
    database,
    world,
    api,
    close: async () => {
      await api.stop();
      await world.close();
      await database.drop();
    },
  };
}

interface Call {
  /** Ids of the path by name; the rest is random. */
  readonly ids?: Readonly<Record<string, string>>;
  /** A body of one's own; an empty one unless told, where the operation takes any. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly surface?: string;
  /** Behind the path: a query, or something that does not belong there. */
  readonly suffix?: string;
}

/** Calls an operation as somebody, through their own surface unless told otherwise. */
export function call(
  api: ApiProcess,
  operation: Operation,
  who: WorldAccount | undefined,
  options: Call = {},
): Promise<Answer> {
  const surface = options.surface ?? who?.context.surface ?? operation.surfaces[0];
  const sent = operation.takesBody ? json(options.body ?? {}) : { headers: {} };
  return send(
    surface === 'portal' ? api.portalUrl : api.staffUrl,
    `${pathOf(operation, options.ids)}${options.suffix ?? ''}`,
    {
      ...sent,
      method: operation.method,
      headers: { ...sent.headers, ...ownPage(who), ...options.headers },
    },
  );
}

/** The stable code of a refusal. */
export function codeOf(answer: Answer): unknown {
  return String(answer.headers['content-type']).startsWith('application/problem+json')
    ? read(answer)['code']
    : undefined;
}
