import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool } from 'pg';
import { OPEN, type Prepared, SEARCH, TODAY, WRITE } from './statements';

/**
 * The limit: what a bare server with prepared statements reaches on this machine. No sign-in, no policy, no row-level security, no audit,
 * no decryption. It listens on loopback, for as long as a measurement takes, and trusts everybody.
 */
interface Settings {
  readonly url: string;
  readonly port: number;
  readonly clinicId: string;
  readonly zone: string;
  readonly today: string;
  readonly connections: number;
}

const settings: Settings = JSON.parse(process.env['BENCH_LIMIT'] ?? '{}');
const { clinicId, today, zone } = settings;
const pool = new Pool({
  connectionString: settings.url,
  min: settings.connections,
  max: settings.connections,
  idleTimeoutMillis: 0,
});

async function answer(prepared: Prepared, values: readonly unknown[]): Promise<string> {
  const { rows } = await pool.query<{ body?: string }>({ ...prepared, values: [...values] });
  return rows[0]?.body ?? JSON.stringify(rows[0] ?? null);
}

async function handle({ method = 'GET', url = '/', headers }: IncomingMessage, body: string): Promise<string> {
  const [, kind, id = '', third = ''] = url.split('/');
  const account = headers['x-account'] ?? '';
  if (kind === 'families' && method === 'GET') return answer(OPEN, [clinicId, id]);
  if (kind === 'today') return answer(TODAY, [clinicId, account, today, zone]);
  if (kind === 'search') return answer(SEARCH, [clinicId, JSON.parse(body).text, [], 20]);
  const { noteId, section, memberId, text } = JSON.parse(body);
  return answer(WRITE, [clinicId, id, noteId, third, section, memberId, Buffer.from(text, 'utf8'), account]);
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (body += chunk));
  request.on('end', () => {
    handle(request, body).then(
      (text) => send(response, 200, text),
      () => send(response, 500, '{}'),
    );
  });
});
server.listen(settings.port, '127.0.0.1', () => process.stdout.write('ready\n'));
process.once('SIGTERM', () => process.exit(0));
