import { createHash } from 'node:crypto';
import type { ApolloGateway } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { type DocumentNode, type GraphQLSchema, print } from 'graphql';
import type { GatewayContext } from '../gateway-context.ts';
import { askForSources } from './ask-for-sources.ts';
import { observatoryNumbers } from './cited-fields.ts';
import { takeCitations } from './take-citations.ts';

type GatewayInterface = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];
type Asking = { document: DocumentNode; queryHash: string } | null;

const REMEMBERED = 500;

/**
 * The gateway, whose answers cite the source of every number of the observatory in `extensions.provenance`: it asks the
 * subgraph for the sources beside the numbers, in the same fetch, and takes them out of the data.
 */
export function citingGateway(gateway: ApolloGateway, supergraphSdl: string): GatewayInterface {
  const numbers = observatoryNumbers(supergraphSdl);
  const known = new Map<string, Asking>();

  const askingOf = (hash: string, document: DocumentNode, schema: GraphQLSchema): Asking => {
    const before = known.get(hash);
    if (before !== undefined) return before;
    const asking = askForSources(document, schema, numbers);
    const made =
      asking === null
        ? null
        : { document: asking, queryHash: createHash('sha256').update(print(asking)).digest('hex') };
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size >= REMEMBERED) known.delete(oldest);
    known.set(hash, made);
    return made;
  };

  return {
    onSchemaLoadOrUpdate: (listener) => gateway.onSchemaLoadOrUpdate(listener),
    stop: () => gateway.stop(),
    async load(options) {
      const { executor } = await gateway.load(options);
      if (executor === null) return { executor };
      return {
        async executor(context) {
          const asking = askingOf(context.queryHash, context.document, context.schema);
          if (asking === null) return executor(context);
          const result = await executor({ ...context, ...asking });
          if (!result.data) return result;
          const citations = takeCitations(result.data, asking.document, context.request.operationName, {
            schema: context.schema,
            numbers,
          });
          return { ...result, extensions: { ...result.extensions, provenance: citations } };
        },
      };
    },
  };
}
