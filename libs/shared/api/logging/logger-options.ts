import type { Params } from 'nestjs-pino';
import type { IncomingMessage } from 'node:http';

interface IdentifiedMessage extends IncomingMessage {
  kinfoldRequestId?: string;
}

/**
 * Logging by allow-list (LG-01). A line of a request carries its id; bodies, queries, headers, addresses and error messages never reach
 * a line, because whatever is an HTTP message or an error is serialised to nothing. The line of each answer is written by the
 * application, which knows the template of the route.
 */
export function loggerOptions(level: string): Params {
  const nothing = (): undefined => undefined;
  return {
    pinoHttp: {
      level,
      base: undefined,
      messageKey: 'message',
      autoLogging: false,
      quietReqLogger: true,
      customAttributeKeys: { reqId: 'requestId' },
      genReqId: (message: IdentifiedMessage) => message.kinfoldRequestId ?? '',
      serializers: { req: nothing, res: nothing, err: nothing, error: nothing },
    },
  };
}
