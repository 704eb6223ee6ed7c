import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../gateway-context.ts';

/** Errors that a refused request is told of at once. */
export const MAX_REQUEST_ERRORS = 5;

/** A few bytes in must not give thousands of errors out: what is wrong with a request is told a few at a time. */
export const errorLimit: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response }) {
        if (response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        if (singleResult.data || singleResult.errors === undefined) return;
        singleResult.errors = singleResult.errors.slice(0, MAX_REQUEST_ERRORS);
      },
    };
  },
};
