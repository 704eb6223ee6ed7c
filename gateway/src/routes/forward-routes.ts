import {
  ABANDONED,
  allowLongBody,
  announcedBytes,
  askerLeft,
  errorAnswer,
  exchange,
  type Log,
  onlyHeaders,
  presentError,
  queryOf,
  REQUEST_HEADERS,
  REQUEST_ID_HEADER,
  type RouteAnswer,
  refusalAnswer,
  routeUrl,
  sendAnswer,
  takeBodiesAsTheyCome,
  type Viewer,
} from '@graphess/subgraph-kit';
import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { WithoutGuards } from '../guards.ts';
import { addressBucket } from '../quota/client-address.ts';
import { readerPlaces } from './reader-places.ts';
import type { DeclaredRoute, RouteTarget } from './route-target.ts';

const RETRY_AFTER_SECONDS = 10;

type Options = {
  routes: readonly DeclaredRoute[];
  targetOf(domain: string): RouteTarget;
  identify(request: FastifyRequest): Promise<Viewer>;
  /** What lets a request in before anything else is done for it: quotas. */
  admit?: onRequestAsyncHookHandler;
  log: Log;
  without?: WithoutGuards | undefined;
};

/** The answer is a file of somebody's, not a page of ours: whatever it holds, a browser runs none of it. */
const NO_SCRIPT = `default-src 'none'; sandbox`;

/**
 * Forwards `/files/<domain>/…`, and what routes have at the root, to the domain that declares it, streamed both ways, with who asks, and within the size
 * and time that the route declares. No header of the client goes on but those of `REQUEST_HEADERS`.
 */
export async function forwardRoutes(app: FastifyInstance, options: Options): Promise<void> {
  const { routes, identify, admit } = options;
  const readers = readerPlaces();
  await app.register(async (scope) => {
    takeBodiesAsTheyCome(scope);
    for (const [domain, own] of Map.groupBy(routes, (route) => route.domain)) {
      const target = options.targetOf(domain);
      for (const { route, url, place } of own.flatMap(addressesOf)) {
        scope.route<{ Params: Record<string, string> }>({
          method: route.method,
          url,
          exposeHeadRoute: false,
          // A file has its own coding, length and tag.
          compress: false,
          ...(admit ? { onRequest: admit } : {}),
          handler: async (request, reply) => {
            const viewer = await identify(request);
            // A visitor has no time to take.
            if (viewer.subject !== null) allowLongBody(request.raw, route.timeoutMs);
            reply.header(REQUEST_ID_HEADER, request.id).header('content-security-policy', NO_SCRIPT);
            const leave = route.oneAtATime
              ? readers.take(`${place} ${viewer.subject ?? addressBucket(request.ip)}`)
              : nothingToLeave;
            if (leave === null) return sendAnswer(reply, alreadyReading(request.id));
            reply.raw.once('close', leave);
            return sendAnswer(
              reply,
              await forward({ route, target, viewer, left: askerLeft(reply) }, request, options),
            );
          },
        });
      }
    }
  });
}

/** Where a route is reached: below its domain, and at the root where it has an address there; its readers count together. */
function addressesOf(route: DeclaredRoute): { route: DeclaredRoute; url: string; place: string }[] {
  const place = routeUrl(route.domain, route);
  const urls = route.publicPath === undefined ? [place] : [place, route.publicPath];
  return urls.map((url) => ({ route, url, place }));
}

type Forwarding = { route: DeclaredRoute; target: RouteTarget; viewer: Viewer; left: AbortSignal };

async function forward(
  { route, target, viewer, left }: Forwarding,
  request: FastifyRequest<{ Params: Record<string, string> }>,
  { log, without = new Set() }: Options,
): Promise<RouteAnswer> {
  const { id: requestId, params, headers } = request;
  if (Object.values(params).some(isStep)) return notFound(requestId);
  const announced = route.method === 'GET' ? null : announcedBytes(headers);
  const going = without.has('route-headers') ? Object.keys(headers) : REQUEST_HEADERS;
  try {
    return await exchange(
      { limits: limitsOf(route, without), domain: route.domain, body: request.raw, announced, left },
      (body, signal) =>
        target({
          route,
          viewer,
          requestId,
          announced,
          params,
          query: queryOf(request.raw.url),
          headers: onlyHeaders(going, headers),
          body,
          signal,
        }),
    );
  } catch (error) {
    if (left.aborted) return ABANDONED;
    return refusalAnswer({ present: (each) => presentError(each, { requestId, log }) }, error, requestId);
  }
}

function limitsOf(
  route: DeclaredRoute,
  without: WithoutGuards,
): Pick<DeclaredRoute, 'maxBytes' | 'timeoutMs'> {
  return {
    maxBytes: without.has('route-size') ? Number.MAX_SAFE_INTEGER : route.maxBytes,
    // The longest that a timer of Node waits.
    timeoutMs: without.has('route-time') ? 2 ** 31 - 1 : route.timeoutMs,
  };
}

/** A part of a path that a reader of addresses would take for a step: nothing is named so. */
function isStep(part: string): boolean {
  return part === '.' || part === '..' || part === '';
}

const nothingToLeave = () => {};

function alreadyReading(requestId: string): RouteAnswer {
  const answer = errorAnswer(
    503,
    'Un fichier vous est déjà envoyé : attendez sa fin, ou demandez un export, qui se prépare à côté.',
    { code: 'OVERLOADED', retryAfterSeconds: RETRY_AFTER_SECONDS, requestId },
  );
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(RETRY_AFTER_SECONDS) } };
}

function notFound(requestId: string): RouteAnswer {
  return errorAnswer(404, 'Cette adresse n’existe pas.', { code: 'BAD_REQUEST', requestId });
}
