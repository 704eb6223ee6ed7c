import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../gateway-context.ts';

const RETRY_AFTER_SECONDS = '2';

/**
 * An answer that holds nothing but refusals for want of room is 503, so that clients come back later; one that holds
 * something is an answer. Its nulls go: with them, GraphQL over HTTP would have it succeed.
 */
export const overloadedAnswer: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response }) {
        if (response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        const { data, errors = [] } = singleResult;
        const empty = Object.values(data ?? {}).every((value) => value === null);
        const overloaded = errors.every(({ extensions }) => extensions?.['code'] === 'OVERLOADED');
        if (errors.length === 0 || !empty || !overloaded) return;
        delete singleResult.data;
        response.http.status = 503;
        response.http.headers.set('retry-after', RETRY_AFTER_SECONDS);
      },
    };
  },
};
