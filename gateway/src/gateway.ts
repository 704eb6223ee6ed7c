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
  type Log,
  letRequestsFinish,
  type OpenSubgraph,
  presentError,
  presentErrors,
  QUIET_SERVER,
  REQUEST_ID_HEADER,
  SettingsError,
  VISITOR,
} from '@graphess/subgraph-kit';
import type { FastifyInstance } from 'fastify';
import { frenchRefusal, knownOperation, quietLogger, withoutValueCompletion } from './apollo-manners.ts';
import { openingDataSource } from './data-source/opening-data-source.ts';
import { documentLimits, MAX_TOKENS } from './document-limits.ts';
import type { GatewayContext } from './gateway-context.ts';
import type { WithoutGuards } from './guards.ts';
import { createHttp } from './http/create-http.ts';
import { type DomainState, registerHealth } from './http/health.ts';
import { adoptScalars } from './scalars.ts';

export type GatewayOptions = {
  settings: Settings;
  /** The gateway's own part of the graph, as soon as its database is open. */
  access(): OpenSubgraph | undefined;
  /** How to reach a subgraph; the gateway reaches its own part by itself. */
  dataSource(domain: string): GraphQLDataSource<GatewayContext>;
  domainStates(): Promise<DomainState[]>;
  log: Log;
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
  const { log, settings, access } = options;
  const introspection = !settings.production;
  const app = createHttp(log);
  const closeApp = letRequestsFinish(app);
  const gateway = new ApolloGateway({
    supergraphSdl: readFileSync(join(PROJECT_ROOT, 'schema/supergraph.graphql'), 'utf8'),
    buildService: ({ name }) =>
      name === 'access' ? openingDataSource(name, access) : options.dataSource(name),
    logger: quietLogger(log),
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => adoptScalars(apiSchema));
  const server = new ApolloServer<GatewayContext>({
    ...QUIET_SERVER,
    gateway,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [documentLimits],
    validationOptions: { maxErrors: 20 },
    formatError: frenchRefusal,
    // Only JSON bodies and GET reach the server (see createHttp), and GET cannot run a mutation.
    csrfPrevention: false,
    logger: quietLogger(log),
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      presentErrors<GatewayContext>((error, { requestId }) =>
        frenchRefusal(presentError(error, { requestId, log })),
      ),
      withoutValueCompletion,
      knownOperation,
    ],
  });
  await server.start();

  await options.extend?.(app);
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    handler: fastifyApolloHandler(server, {
      context: async (request, reply): Promise<GatewayContext> => {
        reply.header(REQUEST_ID_HEADER, request.id);
        return { viewer: VISITOR, requestId: request.id };
      },
    }),
  });
  registerHealth(app, options.domainStates);

  return {
    app,
    listen: (address) => listenOn(app, address),
    async stop() {
      await closeApp();
      await server.stop();
    },
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
