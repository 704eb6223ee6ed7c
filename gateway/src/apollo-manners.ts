import type { ApolloServerPlugin } from '@apollo/server';
import type { Log } from '@graphess/subgraph-kit';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from './gateway-context.ts';

/** Apollo's own chatter at a level that a terminal does not show. */
export function quietLogger(log: Log) {
  const debug = (message?: unknown) => log.debug(String(message));
  return {
    debug,
    info: debug,
    warn: (message?: unknown) => log.warn(String(message)),
    error: (message?: unknown) => log.error(String(message)),
  };
}

/** The gateway explains in an extension, in English, every null that it had to put; `errors` says what there is to say. */
export const withoutValueCompletion: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response }) {
        if (response.body.kind !== 'single') return;
        const { valueCompletion: _explained, ...others } = response.body.singleResult.extensions ?? {};
        if (Object.keys(others).length > 0) response.body.singleResult.extensions = others;
        else delete response.body.singleResult.extensions;
      },
    };
  },
};

/** Apollo answers 500 to a name that the document does not have, as if it were our fault. */
export const knownOperation: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation) return;
        throw new GraphQLError(
          'Précisez dans « operationName » l’une des opérations du document, telle qu’elle y est nommée.',
          { extensions: { code: 'BAD_USER_INPUT', argument: 'operationName', http: { status: 400 } } },
        );
      },
    };
  },
};

/** What Apollo refuses before it knows the request is told in English, at length; a parser out of stack is no syntax. */
export function frenchRefusal(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const code = formatted.extensions?.['code'];
  if (code === 'BAD_REQUEST') {
    return {
      message:
        'La requête n’a pas la forme attendue : un objet JSON avec « query » et, au besoin, « variables » et « operationName » ; par GET, une lecture seulement.',
      extensions: { code },
    };
  }
  if (code === 'GRAPHQL_PARSE_FAILED' && !formatted.message.startsWith('Syntax Error')) {
    return { message: 'Ce document est trop imbriqué pour être lu.', extensions: { code } };
  }
  return formatted;
}
