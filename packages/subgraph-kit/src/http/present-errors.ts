import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { presentError } from '../mask.ts';

type Present<Ctx> = (error: unknown, ctx: Ctx) => ReturnType<typeof presentError>;

/** Shows every error of a response through `present`, which knows the request (Apollo's `formatError` does not). */
export function presentErrors<Ctx extends BaseContext>(present: Present<Ctx>): ApolloServerPlugin<Ctx> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, errors, contextValue }) {
          if (response.body.kind !== 'single' || errors === undefined || errors.length === 0) return;
          response.body.singleResult.errors = errors.map((error) => present(error, contextValue));
        },
      };
    },
  };
}

/** Nothing is sent out of the machine, no page of Apollo's is served, and nobody but the host stops the server. */
export const QUIET_SERVER = {
  includeStacktraceInErrorResponses: false,
  stopOnTerminationSignals: false,
} as const;
