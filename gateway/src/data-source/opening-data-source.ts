import type { GraphQLDataSource } from '@apollo/gateway';
import type { OpenSubgraph } from '@graphess/subgraph-kit';
import type { GatewayContext } from '../gateway-context.ts';
import { localDataSource } from './local-data-source.ts';
import { subgraphRequest } from './subgraph-request.ts';
import { unavailable } from './unavailable.ts';

/** Until it is open and loaded a domain of this process is unavailable: an empty list would be taken for the truth. */
export function openingDataSource(
  domain: string,
  find: () => OpenSubgraph | undefined,
): GraphQLDataSource<GatewayContext> {
  return {
    async process(options) {
      const open = find();
      if (open !== undefined) return localDataSource(open).process(options);
      return unavailable(domain, subgraphRequest(options));
    },
  };
}
