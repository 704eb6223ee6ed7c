import type { FastifyInstance } from 'fastify';

/**
 * Makes a server able to stop at once and yet to answer what it was asked. Node waits for connections that clients keep
 * alive, over a minute after their last answer: from the stop on, every answer closes its connection. Call it before the
 * routes are declared; the function it returns closes the server.
 */
export function letRequestsFinish(app: FastifyInstance): () => Promise<void> {
  let stopping = false;
  app.addHook('onSend', async (_request, reply) => {
    if (stopping) reply.header('connection', 'close');
  });
  return async () => {
    stopping = true;
    await app.close();
  };
}
