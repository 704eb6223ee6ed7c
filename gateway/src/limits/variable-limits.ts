import type { ApolloServerPlugin } from '@apollo/server';
import { Fault } from '@graphess/subgraph-kit';
import type { GatewayContext } from '../gateway-context.ts';

/** Values that the variables of a request may hold together: the largest filter of the graph holds some 300. */
export const MAX_VARIABLE_VALUES = 1_000;
/** Levels of a variable: no input of the graph has more than four. */
export const MAX_VARIABLE_DEPTH = 10;

/** Why variables are too large to be coerced, one error a value; null when they are not. */
export function refusalOfVariables(variables: Readonly<Record<string, unknown>>): Fault | null {
  let values = 0;
  let level: unknown[] = Object.values(variables);
  for (let depth = 1; level.length > 0; depth += 1) {
    values += level.length;
    if (values > MAX_VARIABLE_VALUES) {
      return limit(`Les variables contiennent plus de ${MAX_VARIABLE_VALUES} valeurs.`);
    }
    if (depth > MAX_VARIABLE_DEPTH) {
      return limit(`Les variables ont plus de ${MAX_VARIABLE_DEPTH} niveaux.`);
    }
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : [],
    );
  }
  return null;
}

function limit(message: string): Fault {
  return new Fault('OPERATION_LIMIT', message, { http: { status: 400 } });
}

/** Before coercion: it tells every wrong value of a list, and its own limit does not work behind a gateway. */
export const variableLimits: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request }) {
        const refusal = refusalOfVariables(request.variables ?? {});
        if (refusal !== null) throw refusal;
      },
    };
  },
};
