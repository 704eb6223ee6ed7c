import { setTimeout as pass } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

export type GracefulStop = {
  /** True from the beginning of the stop: a server that still answers is no longer to be sent anything. */
  stopping(): boolean;
  /** Closes the server; to be called once. */
  close(): Promise<void>;
};

type Options = {
  /** How long to go on as before, saying that the end is near, so that a balancer looks elsewhere. Milliseconds. */
  lameDuckMs?: number;
  /** What is not answered so long after the lame duck is cut off. Milliseconds. */
  deadlineMs?: number;
};

/** A client that was told nothing, because it asked nothing meanwhile, has as long again to find its connection open. */
const LINGER_FACTOR = 1.5;
const DEADLINE_MS = 15_000;
const POLL_MS = 20;

/**
 * Makes a server able to stop without dropping a request. From the stop on, readiness is to say no (`stopping`) and each
 * answer closes its connection, so that clients leave by themselves; then the server takes no new connection and still
 * answers on those that are open; then it closes the idle ones. Closing those first, as Node does by itself, drops the
 * request that a client was sending at that instant (nodejs/node#60617). Call it before the routes are declared, with
 * `return503OnClosing: false` in the server's options.
 */
export function gracefulStop(app: FastifyInstance, options: Options = {}): GracefulStop {
  const { lameDuckMs = 0, deadlineMs = DEADLINE_MS } = options;
  const { server } = app;
  let stopping = false;
  let inFlight = 0;
  server.on('request', (_request, response) => {
    inFlight += 1;
    response.once('close', () => {
      inFlight -= 1;
    });
  });
  app.addHook('onSend', async (_request, reply) => {
    if (stopping) reply.header('connection', 'close');
  });
  return {
    stopping: () => stopping,
    async close() {
      stopping = true;
      await pass(lameDuckMs);
      const closeIdle = server.closeIdleConnections.bind(server);
      server.closeIdleConnections = () => {};
      const closed = app.close();
      const startedAt = performance.now();
      const leaving = setInterval(() => {
        const waited = performance.now() - startedAt;
        if (waited < lameDuckMs * LINGER_FACTOR) return;
        closeIdle();
        // A connection that has never asked anything is not idle in the eyes of Node.
        if (inFlight === 0 || waited > deadlineMs) server.closeAllConnections();
      }, POLL_MS);
      try {
        await closed;
      } finally {
        clearInterval(leaving);
      }
    },
  };
}
