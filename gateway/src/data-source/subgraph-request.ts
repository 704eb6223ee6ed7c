import type { GraphQLDataSource } from '@apollo/gateway';
import type { GatewayContext } from '../gateway-context.ts';

/** One fetch of a query plan. */
export type SubgraphRequest = {
  query: string;
  variables: Record<string, unknown> | undefined;
  operationName: string | undefined;
  ctx: GatewayContext;
};

export type SubgraphAnswer = Awaited<ReturnType<GraphQLDataSource<GatewayContext>['process']>>;

type ProcessOptions = Parameters<GraphQLDataSource<GatewayContext>['process']>[0];

export function subgraphRequest({ request, context }: ProcessOptions): SubgraphRequest {
  return {
    query: request.query ?? '',
    variables: request.variables,
    operationName: request.operationName,
    ctx: context as GatewayContext,
  };
}
