import { type ServiceIdentity, STATEMENT_CHALLENGE, STATEMENT_HEADER } from '@graphess/subgraph-kit';
import { z } from 'zod';
import type { WatchedSource } from '../seeing/seeing.ts';
import { traceHeaders } from '../seeing/trace-headers.ts';
import { refuseMomentary } from './retry.ts';
import { statementsFor } from './statements.ts';
import { type LineSettings, subgraphLine } from './subgraph-line.ts';
import { type SubgraphAnswer, subgraphRequest } from './subgraph-request.ts';

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
 * Reaches a subgraph over HTTP. Node's fetch keeps connections alive; what is wrong on the way is the line's to tell
 * (see `subgraphLine`): the reason goes to the log alone.
 */
export function remoteDataSource(
  settings: LineSettings & {
    url: string;
    /** Who signs for the viewers: the gateway. */
    identity: ServiceIdentity;
  },
): WatchedSource {
  const url = new URL('/graphql', settings.url);
  const statementOf = statementsFor(settings.identity, settings.domain);
  const line = subgraphLine(settings);
  return {
    breakerState: line.breakerState,
    process(options) {
      const request = subgraphRequest(options);
      const { ctx, ...body } = request;
      return line.ask(request, async (signal) => {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'application/json',
            [STATEMENT_HEADER]: await statementOf(ctx),
            ...traceHeaders(),
          },
          body: JSON.stringify(body),
          redirect: 'error',
          signal,
        });
        refuseMomentary(response.status);
        if (response.headers.get('www-authenticate') === STATEMENT_CHALLENGE) {
          throw new Error('the subgraph refuses the statement of the gateway');
        }
        return answer.parse(await response.json()) as SubgraphAnswer;
      });
    },
  };
}
