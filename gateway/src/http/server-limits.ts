import type { Socket } from 'node:net';
import type { WithoutGuards } from '../guards.ts';
import { refusalBody } from './refusal-body.ts';

/** Headers and the first line together: what is longer is answered 431. */
const MAX_HEADER_BYTES = 16 * 1024;
/** What any client can do, and what no attacker is given more than. Milliseconds. */
const HEADERS_MS = 5_000;
const BODY_MS = 20_000;
/** Bodies are bounded by `boundBodies`, but those of long uploads, which are bounded by their routes. */
const REQUEST_MS = 3_600_000;
const SILENCE_MS = 30_000;
/** Without it Node looks for late clients every 30 seconds only. */
const CHECK_MS = 1_000;
const REQUESTS_PER_SOCKET = 10_000;
/** Longer than balancers keep an idle connection, so that they and not we close it. */
const IDLE_MS = 72_000;

/** A client whose body does not come is told as one whose headers do not. */
export const BODY_LIMITS = {
  bodyMs: BODY_MS,
  tellLate: (socket: Socket) =>
    tellBrokenClient(Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket),
};

/** The limits that Node's HTTP server holds by itself, as options of fastify. */
export function serverLimits(without: WithoutGuards) {
  const common = {
    keepAliveTimeout: IDLE_MS,
    maxRequestsPerSocket: REQUESTS_PER_SOCKET,
    routerOptions: { maxParamLength: 128 },
    clientErrorHandler: tellBrokenClient,
  };
  if (without.has('slow-client')) {
    return { ...common, requestTimeout: 0, connectionTimeout: 0, http: { headersTimeout: 0 } };
  }
  return {
    ...common,
    requestTimeout: REQUEST_MS,
    connectionTimeout: SILENCE_MS,
    http: {
      headersTimeout: HEADERS_MS,
      connectionsCheckingInterval: CHECK_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
  };
}

const STATUS_OF: Readonly<Record<string, [number, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'Content Too Large'],
};

/** The end of a connection on which no HTTP can be read. */
function tellBrokenClient(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, reason] = STATUS_OF[error.code ?? ''] ?? [400, 'Bad Request'];
  const body = JSON.stringify(refusalBody(status, null));
  socket.end(
    [
      `HTTP/1.1 ${status} ${reason}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'cache-control: no-store',
      'x-content-type-options: nosniff',
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
