import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import { fastify } from 'fastify';
import type { Context } from '../context.ts';
import { Unauthenticated } from '../errors.ts';
import type { OpenSubgraph } from '../open-subgraph.ts';
import { serveRoutes } from '../route/serve-routes.ts';
import { admitStatements } from '../statement/admission.ts';
import type { ServiceIdentity } from '../statement/service-identity.ts';
import type { Statement, WithoutStatementGuards } from '../statement/verify-statement.ts';
import { boundBodies } from './awaited-body.ts';
import { gracefulStop } from './graceful-stop.ts';
import { legacyJson } from './legacy-json.ts';
import { presentErrors, QUIET_SERVER } from './present-errors.ts';
import { SUBGRAPH_BODY_LIMITS, SUBGRAPH_SERVER_LIMITS } from './server-limits.ts';
import { untilAskerLeaves } from './until-asker-leaves.ts';

export type ServedSubgraph = { url: string; stop(): Promise<void> };

export type ServeSettings = {
  host: string;
  port: number;
  /** Whose name this subgraph bears, and whom it believes. */
  identity: ServiceIdentity;
  introspection?: boolean;
  /** How long to go on answering once the stop has begun, in milliseconds. */
  lameDuckMs?: number;
  /** The instant that statements are judged at. */
  now?: () => Date;
  /** Guards taken away, in the proof that each is noticed and nowhere else. */
  without?: WithoutStatementGuards;
};

/**
 * Serves an open subgraph to the gateway (`/graphql`) and to its siblings (`/changes/:topic`), to nobody without a
 * statement; `/healthz` and `/readyz` to all. Viewer and request id come from the statement alone.
 */
export async function serveSubgraph(open: OpenSubgraph, settings: ServeSettings): Promise<ServedSubgraph> {
  const app = fastify({
    ...SUBGRAPH_SERVER_LIMITS,
    logger: false,
    bodyLimit: 2 * 1024 * 1024,
    genReqId: () => randomUUID(),
    return503OnClosing: false,
  });
  boundBodies(app.server, SUBGRAPH_BODY_LIMITS);
  const stop = gracefulStop(app, settings);
  const statementOf = admitStatements(app, {
    audience: open.subgraph.name,
    known: settings.identity.known,
    open: ['/healthz', '/readyz'],
    siblings: ['/changes/:topic'],
    refusals: open.refusals,
    now: settings.now,
    without: settings.without,
  });
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
      legacyJson,
      presentErrors<Context>((error, ctx) => open.present(error, ctx.requestId)),
    ],
  });
  await server.start();

  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'not found' }));
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ error: 'bad request' });
    const requestId = statementOf(request)?.requestId ?? request.id;
    return reply.code(status).send({ errors: [open.present(error, requestId)] });
  });
  app.route({
    url: '/graphql',
    method: ['POST'],
    handler: untilAskerLeaves(
      fastifyApolloHandler(server, {
        context: async (request) => {
          const { viewer, requestId } = admitted(statementOf(request));
          return open.newContext(viewer, requestId);
        },
      }),
    ),
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
  await serveRoutes(app, open, (request) => admitted(statementOf(request)));
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const readiness = await open.readiness();
    const ready = readiness.ready && !stop.stopping();
    return reply.code(ready ? 200 : 503).send({ ...readiness, ready });
  });

  const url = await app.listen({ host: settings.host, port: settings.port });
  return {
    url,
    async stop() {
      await stop.close();
      await server.stop();
      await open.refusals.flush();
    },
  };
}

/** The door is shut before any route: a request without a statement here is a bug, and must stay a refusal. */
function admitted(statement: Statement | undefined): Statement {
  if (statement === undefined) throw new Unauthenticated();
  return statement;
}
