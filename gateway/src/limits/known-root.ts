import { Fault } from '@graphess/subgraph-kit';
import type { ASTVisitor, ValidationContext } from 'graphql';

/** Validation lets an operation of a kind that the graph does not have go by, and execution then fails as a bug would. */
export function knownRoot(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition({ operation }) {
      if (context.getSchema().getRootType(operation)) return;
      context.reportError(
        new Fault('GRAPHQL_VALIDATION_FAILED', `Ce graphe n’a pas d’opération du genre « ${operation} ».`),
      );
    },
  };
}
