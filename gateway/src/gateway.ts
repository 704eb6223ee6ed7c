import './no-telemetry.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import { PROJECT_ROOT, type Settings } from '@graphess/platform';
import {
  gracefulStop,
  type Log,
  legacyJson,
  type OpenSubgraph,
  presentError,
  presentErrors,
  QUIET_SERVER,
  REQUEST_ID_HEADER,
  SettingsError,
} from '@graphess/subgraph-kit';
import type { FastifyInstance } from 'fastify';
import { openDoor } from './access/door.ts';
import { frenchRefusal, knownOperation, quietLogger, withoutValueCompletion } from './apollo-manners.ts';
import { lineSettings } from './data-source/line-settings.ts';
import { openingDataSource } from './data-source/opening-data-source.ts';
import { documentHook } from './documents/document-hook.ts';
import type { GatewayContext } from './gateway-context.ts';
import type { WithoutGuards } from './guards.ts';
import { cacheableReads } from './http/answer-headers.ts';
import { answerUnknown, createHttp } from './http/create-http.ts';
import { type DomainState, registerHealth } from './http/health.ts';
import { overloadedAnswer } from './http/overloaded-answer.ts';
import { requestRules } from './http/request-rules.ts';
import { waitsFor } from './http/waiting-client.ts';
import { openIdentity } from './identity/identity.ts';
import { originOf } from './identity/origin.ts';
import { documentPolicy } from './limits/document-policy.ts';
import { citingGateway } from './provenance/citing-gateway.ts';
import { meterRequests } from './quota/meter-requests.ts';
import { forwardRoutes } from './routes/forward-routes.ts';
import { localTarget } from './routes/local-target.ts';
import { committedRoutes } from './routes/route-table.ts';
import type { RouteTarget } from './routes/route-target.ts';
import { adoptScalars } from './scalars.ts';
import { createSeeing } from './seeing/seeing.ts';
import { serveMetrics } from './seeing/serve-metrics.ts';

export type GatewayOptions = {
  settings: Settings;
  /** The gateway's own part of the graph, as soon as its database is open. */
  access(): OpenSubgraph | undefined;
  /** How to reach a subgraph; the gateway reaches its own part by itself. */
  dataSource(domain: string): GraphQLDataSource<GatewayContext>;
  /** How to reach the routes of a subgraph. */
  routeTarget(domain: string): RouteTarget;
  domainStates(): Promise<DomainState[]>;
  log: Log;
  /** The domains whose database this process holds, in place of the gateway's own part alone. */
  open?: () => Iterable<OpenSubgraph>;
  /** Guards taken away, in the proof that each is noticed and nowhere else. */
  without?: WithoutGuards;
  /** Adds pages and routes of the platform before the server listens. */
  extend?: (app: FastifyInstance) => Promise<void>;
};

export type Gateway = {
  readonly app: FastifyInstance;
  listen(address: { host: string; port: number }): Promise<string>;
  stop(): Promise<void>;
};

/** The composed graph over HTTP. Reads the committed supergraph: a subgraph that is down stops nobody. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { log, settings } = options;
  const door = openDoor(options);
  const { access, quotas } = door;
  const introspection = !settings.production;
  const supergraphSdl = readFileSync(join(PROJECT_ROOT, 'schema/supergraph.graphql'), 'utf8');
  const policy = documentPolicy({
    supergraphSdl,
    helpful: introspection,
    free: settings.freeDocuments,
    maximumCost: settings.maximumCost,
    without: options.without,
  });
  const seeing = createSeeing({
    log,
    isTrusted: (hash) => policy.documents.has(hash),
    open: options.open ?? (() => [access() ?? []].flat()),
  });
  const { app, shedding } = await createHttp({
    ...settings,
    ...settings.resilience,
    log,
    without: options.without,
    first: seeing.attach,
  });
  const stop = gracefulStop(app, settings.resilience);
  const sourceOf = onceEach((domain) =>
    seeing.watch(
      domain,
      domain === 'access'
        ? openingDataSource(lineSettings(domain, settings, log, options.without), access)
        : options.dataSource(domain),
    ),
  );
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => sourceOf(name),
    logger: quietLogger(log),
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => adoptScalars(apiSchema));
  const server = new ApolloServer<GatewayContext>({
    ...QUIET_SERVER,
    gateway: citingGateway(gateway, supergraphSdl),
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    ...policy.options,
    formatError: (formatted, error) => policy.tell(frenchRefusal(formatted), error),
    // See requestRules, which knows our own pages and origins too; GET cannot run a mutation.
    csrfPrevention: false,
    logger: quietLogger(log),
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      presentErrors<GatewayContext>((error, { requestId }) =>
        policy.tell(frenchRefusal(presentError(error, { requestId, log })), error),
      ),
      withoutValueCompletion,
      knownOperation,
      overloadedAnswer,
      legacyJson,
      cacheableReads(options.without ?? new Set()),
      ...policy.plugins,
      seeing.plugin,
    ],
  });
  await server.start();

  for (const hook of [...door.onRequest, answerUnknown]) app.addHook('onRequest', hook);
  const identify = await openIdentity(app, {
    settings,
    log,
    access,
    origin: originOf(app, settings),
    viewerOfKey: door.viewerOfKey,
    meter: (identify) => meterRequests(quotas, identify),
    directory: sourceOf('observatory'),
    without: options.without ?? new Set(),
  });
  await options.extend?.(app);
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    onRequest: [
      requestRules(settings.resilience.corsOrigins, options.without ?? new Set()),
      meterRequests(quotas, identify),
    ],
    preHandler: documentHook(policy.documents),
    handler: fastifyApolloHandler(server, {
      context: async (request, reply): Promise<GatewayContext> => {
        reply.header(REQUEST_ID_HEADER, request.id);
        const viewer = await identify(request);
        return {
          viewer,
          requestId: request.id,
          signal: waitsFor(reply, settings.resilience.deadlineMs, options.without ?? new Set()),
          spendPoints: (cost) => quotas.consumePoints({ viewer, ip: request.ip }, cost, request.id),
          ...(request.record ? { record: request.record } : {}),
        };
      },
    }),
  });
  await forwardRoutes(app, {
    routes: committedRoutes(),
    targetOf: (domain) => (domain === 'access' ? localTarget(domain, access) : options.routeTarget(domain)),
    identify,
    admit: meterRequests(quotas, identify),
    log,
    without: options.without,
  });
  registerHealth(app, options.domainStates, () => stop.stopping() || shedding.hard());

  const metrics = settings.metrics === null ? null : await serveMetrics(seeing.metrics, settings.metrics);

  return {
    app,
    listen: (address) => listenOn(app, address),
    async stop() {
      await metrics?.stop();
      await stop.close();
      door.stop();
      await server.stop();
    },
  };
}

/** One line, one breaker and one bulkhead for each domain, whoever asks it. */
function onceEach<Value>(make: (domain: string) => Value): (domain: string) => Value {
  const made = new Map<string, Value>();
  return (domain) => {
    const known = made.get(domain) ?? make(domain);
    made.set(domain, known);
    return known;
  };
}

async function listenOn(app: FastifyInstance, address: { host: string; port: number }): Promise<string> {
  try {
    return await app.listen(address);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code !== 'ENOTFOUND' && code !== 'EADDRNOTAVAIL' && code !== 'EAI_AGAIN') throw error;
    throw new SettingsError(`L’adresse HOST=${address.host} n’est pas une adresse de cette machine.`);
  }
}
