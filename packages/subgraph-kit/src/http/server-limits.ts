import type { Socket } from 'node:net';

/** Headers and the first line together: what is longer is answered 431. */
const MAX_HEADER_BYTES = 16 * 1024;
/** What a neighbour on the same network needs many times over. Milliseconds. */
const HEADERS_MS = 5_000;
const BODY_MS = 20_000;
/** Bodies are bounded by `boundBodies`, but those of long uploads, which are bounded by their routes. */
const REQUEST_MS = 3_600_000;
const SILENCE_MS = 30_000;
/** Without it Node looks for late clients every 30 seconds only. */
const CHECK_MS = 1_000;

/** As Node itself answers a request that does not end. */
export const SUBGRAPH_BODY_LIMITS = {
  bodyMs: BODY_MS,
  tellLate: (socket: Socket) => void socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n'),
};

/** The limits that Node's HTTP server holds by itself, as options of fastify: silent clients hold no connection. */
export const SUBGRAPH_SERVER_LIMITS = {
  requestTimeout: REQUEST_MS,
  connectionTimeout: SILENCE_MS,
  http: {
    headersTimeout: HEADERS_MS,
    connectionsCheckingInterval: CHECK_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
  },
};
