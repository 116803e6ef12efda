import { type ApiProcess, ownPage, type World, type WorldAccount } from '@kinfold/shared/testing';
import { breaches } from './contract';
import { type Operation, OPERATIONS } from './operations';
import { json, read, send } from './send';

interface Told {
  readonly version?: number;
  /** What has to come back; any success unless told. */
  readonly status?: number;
}

/** A request that was made, for comparing with what the audit log says of it. */
interface Made {
  readonly operation: Operation;
  readonly requestId: string;
  readonly status: number;
}

/** Somebody in front of a screen: asks, and fails the test when the answer is not the one expected. */
export class Person {
  readonly made: Made[] = [];
  private readonly url: string;

  constructor(
    api: ApiProcess,
    readonly account: WorldAccount,
  ) {
    this.url = account.context.surface === 'portal' ? api.portalUrl : api.staffUrl;
  }

  get(path: string, told: Told = {}): Promise<Record<string, unknown>> {
    return this.ask('GET', path, undefined, told);
  }

  post(path: string, body?: unknown, told: Told = {}): Promise<Record<string, unknown>> {
    return this.ask('POST', path, body, told);
  }

  put(path: string, body: unknown, told: Told = {}): Promise<Record<string, unknown>> {
    return this.ask('PUT', path, body, told);
  }

  private async ask(
    method: string,
    path: string,
    body: unknown,
    { version, status }: Told,
  ): Promise<Record<string, unknown>> {
    const sent = body === undefined ? { headers: {} } : json(body);
    const match = version === undefined ? {} : { 'If-Match': `"${version}"` };
    const answer = await send(this.url, `/api/v1/${path}`, {
      ...sent,
      method,
      headers: { ...sent.headers, ...match, ...ownPage(this.account) },
    });
    if (status === undefined ? answer.status >= 300 : answer.status !== status)
      throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
    const operation = operationOf(method, path);
    this.made.push({ operation, requestId: String(answer.headers['x-request-id']), status: answer.status });
    const told = read(answer);
    const wrong = breaches(operation.id, answer.status, told);
    if (wrong.length > 0) throw new Error(`${method} ${path} answered what is not described:\n${wrong.join('\n')}`);
    return told;
  }
}

/** What the audit log says of each request: `event result`, once for each row. */
export async function auditOf(
  world: World,
  made: readonly Made[],
): Promise<readonly { operation: string; seen: readonly string[]; expected: readonly string[] }[]> {
  const { rows } = await world.client.query<{ request_id: string; entry: string }>(
    `select request_id, event || ' ' || result as entry from audit_event where request_id = any($1::uuid[])`,
    [made.map(({ requestId }) => requestId)],
  );
  return made.map(({ operation, requestId, status }) => ({
    operation: operation.id,
    seen: rows
      .filter((row) => row.request_id === requestId)
      .map(({ entry }) => entry)
      .sort(),
    expected: [...expectedEntries(operation, status), ...(status < 400 ? (PROOFS[operation.id] ?? []) : [])].sort(),
  }));
}

/** Operations that ask for the password write down that it was given, whatever happens to the rest. */
const PROOFS: Readonly<Record<string, readonly string[]>> = { signNote: ['sign-in.proven done'] };

/** One row for what was done, one for what was denied, none for what did not fit; `none` is for operations that touch nobody's data. */
function expectedEntries({ audit }: Operation, status: number): readonly string[] {
  if (status === 403 || status === 404) return [`${audit} denied`];
  return status < 400 && audit !== 'none' ? [`${audit} done`] : [];
}

function operationOf(method: string, path: string): Operation {
  const [bare = ''] = path.split('?');
  const matches = OPERATIONS.filter(
    (operation) =>
      operation.method === method &&
      new RegExp(`^/api/v1/${operation.path.slice(8).replaceAll(/\{\w+\}/g, '[0-9a-f-]{36}')}$`).test(
        `/api/v1/${bare}`,
      ),
  );
  const [operation] = matches;
  if (!operation || matches.length > 1) throw new Error(`${method} ${path} is described ${matches.length} times`);
  return operation;
}
