import type { FastifyInstance, FastifyRequest } from 'fastify';
import { allowLongBody } from '../http/awaited-body.ts';
import { askerLeft } from '../http/until-asker-leaves.ts';
import type { OpenSubgraph } from '../open-subgraph.ts';
import type { Statement } from '../statement/verify-statement.ts';
import { exchange } from './exchange.ts';
import { routeUrl } from './route.ts';
import { announcedBytes, onlyHeaders, REQUEST_HEADERS, sendAnswer } from './route-headers.ts';
import { ABANDONED, refusalAnswer, runRoute } from './run-route.ts';

/** Tells the gateway that a route of the subgraph answers, and not something else at its address. */
export const ROUTE_ANSWER_HEADER = 'x-graphess-route';

/** Serves the routes of a subgraph to the gateway, behind the door that `statementOf` knows. */
export async function serveRoutes(
  app: FastifyInstance,
  open: OpenSubgraph,
  statementOf: (request: FastifyRequest) => Statement,
): Promise<void> {
  const { name, routes } = open.subgraph;
  await app.register(async (scope) => {
    takeBodiesAsTheyCome(scope);
    for (const route of routes) {
      scope.route<{ Params: Record<string, string> }>({
        method: route.method,
        url: routeUrl(name, route),
        exposeHeadRoute: false,
        handler: async (request, reply) => {
          const { viewer, requestId } = statementOf(request);
          // A visitor has no time to take.
          if (viewer.subject !== null) allowLongBody(request.raw, route.timeoutMs);
          const left = askerLeft(reply);
          const answer = await exchange(
            {
              limits: route,
              domain: name,
              body: request.raw,
              announced: announcedBytes(request.headers),
              left,
            },
            (body, signal) =>
              runRoute(open, route, {
                viewer,
                requestId,
                params: request.params,
                query: queryOf(request.raw.url),
                headers: onlyHeaders(REQUEST_HEADERS, request.headers),
                body,
                signal,
              }),
          ).catch((error: unknown) => (left.aborted ? ABANDONED : refusalAnswer(open, error, requestId)));
          reply.header(ROUTE_ANSWER_HEADER, name);
          return sendAnswer(reply, answer);
        },
      });
    }
  });
}

/** Within a scope of its own: no body is parsed, kept or decompressed. */
export function takeBodiesAsTheyCome(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
}

export function queryOf(url = ''): URLSearchParams {
  const start = url.indexOf('?');
  return new URLSearchParams(start === -1 ? '' : url.slice(start + 1));
}
