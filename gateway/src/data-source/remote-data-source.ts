import type { GraphQLDataSource } from '@apollo/gateway';
import { describeError, type Log, REQUEST_ID_HEADER } from '@graphess/subgraph-kit';
import { z } from 'zod';
import type { GatewayContext } from '../gateway-context.ts';
import { type SubgraphAnswer, subgraphRequest } from './subgraph-request.ts';
import { unavailable } from './unavailable.ts';

const answer = z
  .object({
    data: z.record(z.string(), z.unknown()).nullish(),
    errors: z
      .array(
        z.object({
          message: z.string(),
          path: z.array(z.union([z.string(), z.number()])).optional(),
          extensions: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional(),
  })
  // A refusal of HTTP, or of something that is no subgraph, has neither.
  .refine(({ data, errors }) => data !== undefined || errors !== undefined, 'not an answer of GraphQL');

/**
 * Reaches a subgraph over HTTP. Node's fetch keeps connections alive; a request that is not answered in time is
 * abandoned. Whatever goes wrong on the way becomes SUBGRAPH_UNAVAILABLE: the reason goes to the log alone.
 */
export function remoteDataSource(settings: {
  domain: string;
  url: string;
  timeoutMs: number;
  log: Log;
}): GraphQLDataSource<GatewayContext> {
  const { domain, log } = settings;
  const url = new URL('/graphql', settings.url);
  return {
    async process(options) {
      const { ctx, ...request } = subgraphRequest(options);
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'application/json',
            [REQUEST_ID_HEADER]: ctx.requestId,
          },
          body: JSON.stringify(request),
          signal: AbortSignal.timeout(settings.timeoutMs),
        });
        return answer.parse(await response.json()) as SubgraphAnswer;
      } catch (error) {
        log.warn({ requestId: ctx.requestId, domain, ...describeError(error) }, 'subgraph did not answer');
        return unavailable(domain, request);
      }
    },
  };
}
