import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { Fault } from '@graphess/subgraph-kit';
import { type ASTVisitor, type DocumentNode, parse, type ValidationContext } from 'graphql';
import type { GatewayContext } from '../gateway-context.ts';

/** Says why a parsed document must not be validated: an empty list lets it go on. */
export type Examine = (
  document: DocumentNode,
  request: GraphQLRequestContext<GatewayContext>,
) => readonly Fault[];

/**
 * Refuses documents after they are parsed and before they are validated, where some rules take a time that grows with
 * the square of the document. Apollo has no place for that: the refused document is replaced by an empty one, which the
 * validation rule given along refuses in its stead.
 */
export function beforeValidation(examine: Examine): {
  plugin: ApolloServerPlugin<GatewayContext>;
  rule: (context: ValidationContext) => ASTVisitor;
} {
  const refused = new WeakMap<DocumentNode, readonly Fault[]>();
  const examined: Examine = (document, request) => {
    try {
      return examine(document, request);
    } catch (error) {
      // Out of stack. Whatever is thrown from this hook of Apollo's ends the process.
      if (!(error instanceof RangeError)) throw error;
      return [new Fault('OPERATION_LIMIT', 'Ce document est trop imbriqué pour être lu.')];
    }
  };
  return {
    plugin: {
      async requestDidStart() {
        return {
          async parsingDidStart(request: GraphQLRequestContext<GatewayContext>) {
            return async (syntaxError) => {
              if (syntaxError !== undefined || request.document === undefined) return;
              const refusals = examined(request.document, request);
              if (refusals.length === 0) return;
              const empty = parse('{ __typename }', { noLocation: true });
              refused.set(empty, refusals);
              Object.assign(request, { document: empty });
            };
          },
        };
      },
    },
    rule: (context) => ({
      Document(document) {
        for (const refusal of refused.get(document) ?? []) context.reportError(refusal);
      },
    }),
  };
}
