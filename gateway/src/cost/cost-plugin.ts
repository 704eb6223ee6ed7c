import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { Fault, type Viewer } from '@graphess/subgraph-kit';
import { getVariableValues } from 'graphql';
import type { GatewayContext } from '../gateway-context.ts';
import { type CostModel, costModel } from './cost-model.ts';
import { actualCost, estimatedCost, type Operation } from './request-cost.ts';

/** The highest cost of a request: of visitors and keys, of people, of agents and administrators. */
export type MaximumCost = { readonly visitor: number; readonly person: number; readonly agent: number };

export type CostOptions = {
  supergraphSdl: string;
  maximum: MaximumCost;
  /** False in the proof that something notices. */
  refuses: boolean;
};

export function maximumCostOf({ kind, roles }: Viewer, maximum: MaximumCost): number {
  if (kind === 'service' || roles.some((role) => role === 'agent' || role === 'admin')) return maximum.agent;
  return kind === 'person' ? maximum.person : maximum.visitor;
}

/**
 * Counts a request before anything is fetched, refuses it above the maximum of its viewer, and tells on every answer
 * what it could cost, what it did cost and what is allowed (`extensions.cost`, docs/cost.md).
 */
export function costPlugin(options: CostOptions): ApolloServerPlugin<GatewayContext> {
  let model: CostModel | undefined;
  return {
    async serverWillStart() {
      return {
        schemaDidLoadOrUpdate({ apiSchema }) {
          model = costModel(apiSchema, options.supergraphSdl);
        },
      };
    },
    async requestDidStart() {
      let counted: { operation: Operation; requested: number; maximum: number } | undefined;
      return {
        async didResolveOperation(request) {
          const operation = operationOf(request);
          if (model === undefined || operation === null) return;
          const requested = estimatedCost(model, operation);
          const maximum = maximumCostOf(request.contextValue.viewer, options.maximum);
          counted = { operation, requested, maximum };
          if (options.refuses && requested > maximum) throw tooCostly(requested, maximum);
          await request.contextValue.spendPoints(requested);
        },
        async willSendResponse({ response }) {
          if (response.body.kind !== 'single' || model === undefined || counted === undefined) return;
          const { operation, requested, maximum } = counted;
          const { singleResult } = response.body;
          singleResult.extensions = {
            ...singleResult.extensions,
            cost: {
              requestedQueryCost: requested,
              actualQueryCost: actualCost(model, operation, singleResult.data),
              maximumAvailable: maximum,
            },
          };
        },
      };
    },
  };
}

/** Null where execution will refuse the request: without operation, or with variables that do not fit. */
function operationOf({
  schema,
  document,
  operation,
  request,
}: GraphQLRequestContext<GatewayContext>): Operation | null {
  if (!operation || document === undefined) return null;
  const { coerced } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    request.variables ?? {},
    { maxErrors: 1 },
  );
  return coerced === undefined ? null : { operation, document, variables: coerced };
}

function tooCostly(requested: number, maximum: number): Fault {
  return new Fault(
    'OPERATION_LIMIT',
    `Cette requête peut coûter jusqu’à ${requested} points ; votre maximum est de ${maximum}. Demandez des pages plus courtes ou moins de listes imbriquées.`,
    { cost: { requested, maximum }, http: { status: 400 } },
  );
}
