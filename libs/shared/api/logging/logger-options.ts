import type { Params } from 'nestjs-pino';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Fastify sets the route's template on the raw request, so that a log line says `/families/:familyId` and never an id. */
interface RoutedMessage extends IncomingMessage {
  routeTemplate?: string;
  kinfoldRequestId?: string;
}

/**
 * Logging by allow-list (LG-01): method, route template, status, duration, request id. Bodies, queries, headers, addresses and error
 * messages never reach a line, because nothing serialises them.
 */
export function loggerOptions(level: string): Params {
  return {
    pinoHttp: {
      level,
      base: undefined,
      messageKey: 'message',
      quietReqLogger: true,
      customAttributeKeys: { reqId: 'requestId', responseTime: 'ms' },
      customProps: () => ({}),
      genReqId: (message: RoutedMessage) => message.kinfoldRequestId ?? '',
      serializers: {
        req: (message: { raw?: RoutedMessage; method?: string }) => ({
          method: message.method,
          route: message.raw?.routeTemplate ?? 'unmatched',
        }),
        res: (response: { raw?: ServerResponse; statusCode?: number }) => ({
          status: response.statusCode ?? response.raw?.statusCode,
        }),
        err: () => undefined,
      },
      customErrorMessage: () => 'request failed',
      customSuccessMessage: () => 'request',
    },
  };
}
