import { Writable } from 'node:stream';
import pino, { type LoggerOptions } from 'pino';
import { QueryFailedError } from 'typeorm';
import { describeError } from './describe-error';
import { loggerOptions } from './logger-options';

const MARKER = 'Zarzuela-Kinfold-7731';

/** What a logger with our options writes. */
function written(write: (logger: pino.Logger) => void): string {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const { pinoHttp } = loggerOptions('info');
  if (typeof pinoHttp !== 'object' || Array.isArray(pinoHttp) || pinoHttp instanceof Writable)
    throw new Error('The options are no object');
  const { level, base, messageKey, serializers } = pinoHttp as LoggerOptions;
  write(pino({ level, base, messageKey, serializers }, stream));
  return lines.join('');
}

describe('a line of the log', () => {
  it('says nothing of a request, an answer or an error, whatever they hold', () => {
    const line = written((logger) => {
      logger.error(
        {
          req: { url: MARKER, headers: { cookie: MARKER } },
          res: { body: MARKER },
          err: new Error(MARKER),
          error: new Error(MARKER),
        },
        'request failed',
      );
    });
    expect(JSON.parse(line)).toEqual({ level: 50, time: expect.any(Number), message: 'request failed' });
  });

  it('is one line of JSON, whatever is in it', () => {
    const line = written((logger) => logger.info({ route: '/a\nb\u001b[31m"}' }, 'request'));
    expect(line.trim().split('\n')).toHaveLength(1);
    expect(line).not.toContain('\u001b');
  });
});

describe('an error in the log', () => {
  it('is its class, its SQLSTATE and where it was thrown', () => {
    const driver = Object.assign(new Error(`duplicate key (${MARKER})`), {
      code: '23505',
      detail: MARKER,
      parameters: [MARKER],
    });
    const described = describeError(new QueryFailedError(`insert into person values ('${MARKER}')`, [MARKER], driver));
    expect(described).toMatchObject({
      name: 'QueryFailedError',
      sqlState: '23505',
      at: expect.arrayContaining([expect.stringMatching(/^at /)]),
    });
    expect(JSON.stringify(described)).not.toContain(MARKER);
  });

  it.each([[MARKER], [null], [undefined], [{ message: MARKER }], [7]])('says nothing of a thrown %j', (thrown) => {
    expect(JSON.stringify(describeError(thrown))).not.toContain(MARKER);
  });

  it('says nothing of a message with line breaks that look like places', () => {
    const described = describeError(new Error(`first\n  at ${MARKER} (file.js:1:1)`));
    expect(JSON.stringify(described)).not.toContain(MARKER);
  });
});
