import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';

/** What came back, with its text as it was sent. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  /** Sent as it is. Objects go through `json`. */
  readonly body?: string | Buffer;
}

/**
 * Sends one request exactly as told. Clients for people put paths in order before they send them; here the crooked ones matter.
 * @param origin scheme, host and port
 * @param path with everything in it, sent byte for byte
 */
export function send(origin: string, path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const length: OutgoingHttpHeaders =
      body === undefined || 'Transfer-Encoding' in headers ? {} : { 'Content-Length': Buffer.byteLength(body) };
    const sending = request({ hostname, port, path, method, headers: { ...length, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sending.once('error', reject);
    sending.end(body);
  });
}

/** A JSON body with its content type. */
export function json(value: unknown, headers: OutgoingHttpHeaders = {}): Required<Pick<Sent, 'headers' | 'body'>> {
  return { headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

/** The answer as an object. */
export function read(answer: Answer): Record<string, unknown> {
  return answer.text === '' ? {} : JSON.parse(answer.text);
}

/** What two answers have to share to be the same answer: everything but the request's own id and the time. */
export function comparable(answer: Answer): unknown {
  const { date: _date, 'x-request-id': _id, ...headers } = answer.headers;
  return { status: answer.status, headers, text: answer.text.replace(/"requestId":"[0-9a-f-]{36}"/, '"requestId":""') };
}
