import { cancelledBy, type OpenSubgraph } from '@graphess/subgraph-kit';
import type { SubgraphAnswer, SubgraphRequest } from './subgraph-request.ts';

/**
 * Asks a subgraph that is open in this process. Without HTTP, and with a context of its own for each fetch. A read that
 * the signal gives up ends in the database too; a write is finished.
 */
export async function askLocally(
  open: OpenSubgraph,
  { ctx, ...request }: SubgraphRequest,
  signal: AbortSignal,
): Promise<SubgraphAnswer> {
  const execute = () => open.execute(request, open.newContext(ctx.viewer, ctx.requestId));
  const isWrite = /^\s*mutation\b/.test(request.query);
  const response = await (isWrite ? execute() : cancelledBy(signal, execute));
  // graphql-js makes objects without a prototype, which the gateway's merge does not expect.
  return JSON.parse(JSON.stringify(response)) as SubgraphAnswer;
}
