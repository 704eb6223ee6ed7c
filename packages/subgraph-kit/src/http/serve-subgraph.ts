import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import { fastify } from 'fastify';
import type { Context } from '../context.ts';
import type { OpenSubgraph } from '../open-subgraph.ts';
import { VISITOR } from '../viewer.ts';
import { letRequestsFinish } from './graceful-stop.ts';
import { presentErrors, QUIET_SERVER } from './present-errors.ts';
import { requestIdOf } from './request-id.ts';

export type ServedSubgraph = { url: string; stop(): Promise<void> };

/** Serves an open subgraph to the gateway and to its siblings: `/graphql`, `/changes/:topic`, `/healthz`, `/readyz`. */
export async function serveSubgraph(
  open: OpenSubgraph,
  settings: { host: string; port: number; introspection?: boolean },
): Promise<ServedSubgraph> {
  const app = fastify({
    logger: false,
    bodyLimit: 2 * 1024 * 1024,
    genReqId: (request) => requestIdOf(request.headers),
  });
  const closeHttp = letRequestsFinish(app);
  const server = new ApolloServer<Context>({
    ...QUIET_SERVER,
    schema: open.subgraph.schema(),
    introspection: settings.introspection ?? false,
    csrfPrevention: false,
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      presentErrors<Context>((error, ctx) => open.present(error, ctx.requestId)),
    ],
  });
  await server.start();

  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'not found' }));
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ error: 'bad request' });
    return reply.code(status).send({ errors: [open.present(error, request.id)] });
  });
  app.route({
    url: '/graphql',
    method: ['POST'],
    handler: fastifyApolloHandler(server, {
      context: async (request) => open.newContext(VISITOR, request.id),
    }),
  });

  app.get<{ Params: { topic: string }; Querystring: { after?: string; limit?: string } }>(
    '/changes/:topic',
    async (request, reply) => {
      const { after = '0', limit = '1000' } = request.query;
      const { topic } = request.params;
      if (!Object.hasOwn(open.subgraph.feeds, topic)) return reply.code(404).send({ error: 'unknown topic' });
      if (!/^\d{1,18}$/.test(after) || !/^\d{1,5}$/.test(limit))
        return reply.code(400).send({ error: 'bad position' });
      return open.changes.read(topic, after, Number(limit));
    },
  );
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const readiness = await open.readiness();
    return reply.code(readiness.ready ? 200 : 503).send(readiness);
  });

  const url = await app.listen({ host: settings.host, port: settings.port });
  return {
    url,
    async stop() {
      await closeHttp();
      await server.stop();
    },
  };
}
