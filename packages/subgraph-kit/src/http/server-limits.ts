/** Headers and the first line together: what is longer is answered 431. */
const MAX_HEADER_BYTES = 16 * 1024;
/** What a neighbour on the same network needs many times over. Milliseconds. */
const HEADERS_MS = 5_000;
const REQUEST_MS = 20_000;
const SILENCE_MS = 30_000;
/** Without it Node looks for late clients every 30 seconds only. */
const CHECK_MS = 1_000;

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
