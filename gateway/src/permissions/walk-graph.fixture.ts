import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { type DomainName, PROJECT_ROOT } from '@graphess/platform';
import { type OpenSubgraph, QUIET_SERVER, type Response, type Viewer } from '@graphess/subgraph-kit';
import type { GraphQLSchema } from 'graphql';

type WalkContext = { viewer: Viewer };
export type WalkGraph = {
  /** Asks the composed graph as somebody. */
  ask(viewer: Viewer, query: string): Promise<Response>;
  /** Asks one subgraph, as the gateway would. */
  askDomain(domain: DomainName, viewer: Viewer, query: string): Promise<Response>;
  open(domain: DomainName): OpenSubgraph;
  /** What the subgraph executes, its guards on or off. */
  schema(domain: DomainName): GraphQLSchema;
  stop(): Promise<void>;
};

/** The composed graph over subgraphs that are open, with nothing before it: what refuses here is the subgraphs alone. */
export async function walkGraph(
  opened: ReadonlyMap<string, OpenSubgraph>,
  { guarded = true } = {},
): Promise<WalkGraph> {
  const open = (domain: string) => {
    const found = opened.get(domain);
    if (found === undefined) throw new RangeError(`${domain} is not open`);
    return found;
  };
  const execute = async (
    domain: string,
    viewer: Viewer,
    query: string,
    variables?: Record<string, unknown>,
  ) => {
    const ctx = open(domain).newContext(viewer, 'walk');
    return JSON.parse(JSON.stringify(await open(domain).execute({ query, variables }, ctx))) as Response;
  };
  const gateway = new ApolloGateway({
    supergraphSdl: readFileSync(join(PROJECT_ROOT, 'schema/supergraph.graphql'), 'utf8'),
    buildService: ({ name }) =>
      ({
        process: ({ request, context }) =>
          execute(name, (context as WalkContext).viewer, request.query ?? '', request.variables),
      }) as GraphQLDataSource<WalkContext>,
  });
  const server = new ApolloServer<WalkContext>({ ...QUIET_SERVER, gateway });
  await server.start();
  return {
    open,
    schema: (domain) =>
      guarded ? open(domain).subgraph.schema() : open(domain).subgraph.schemaWithoutPermissions(),
    askDomain: execute,
    async ask(viewer, query) {
      const { body } = await server.executeOperation({ query }, { contextValue: { viewer } });
      if (body.kind !== 'single') throw new TypeError('One answer is expected');
      return body.singleResult as Response;
    },
    stop: () => server.stop(),
  };
}
