import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { presentError } from '../mask.ts';

/** One fault may be met at every item of a list: a reader needs no more of them. */
const MAX_ERRORS = 20;

type Present<Ctx> = (error: unknown, ctx: Ctx) => ReturnType<typeof presentError>;

/** Shows every error of a response through `present`, which knows the request (Apollo's `formatError` does not). */
export function presentErrors<Ctx extends BaseContext>(present: Present<Ctx>): ApolloServerPlugin<Ctx> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, errors, contextValue }) {
          if (response.body.kind !== 'single' || errors === undefined || errors.length === 0) return;
          response.body.singleResult.errors = errors
            .slice(0, MAX_ERRORS)
            .map((error) => present(error, contextValue));
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
