import { cancelledBy } from '../database/cancellation.ts';
import type { OpenSubgraph } from '../open-subgraph.ts';
import type { Viewer } from '../viewer.ts';
import { type Route, type RouteAnswer, RouteRefusal, type RouteRequest } from './route.ts';

export type RouteCall = Omit<RouteRequest, 'ctx'> & { readonly viewer: Viewer; readonly requestId: string };

/** Runs the handler of a route. What it throws becomes an answer, but what the end of the exchange throws. */
export async function runRoute(open: OpenSubgraph, route: Route, call: RouteCall): Promise<RouteAnswer> {
  const { viewer, requestId, ...request } = call;
  const ctx = open.newContext(viewer, requestId);
  const handle = () => route.handler({ ...request, ctx });
  try {
    // A write is finished whoever listens.
    return await (route.method === 'GET' ? cancelledBy(request.signal, handle) : handle());
  } catch (error) {
    request.signal.throwIfAborted();
    return refusalAnswer(open, error, requestId);
  }
}

const STATUS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  BAD_REQUEST: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  OVERLOADED: 503,
  SUBGRAPH_UNAVAILABLE: 503,
};

/** An error in the shape that the graph gives to its own, with the request's id. */
export function refusalAnswer(
  { present }: Pick<OpenSubgraph, 'present'>,
  error: unknown,
  requestId: string,
): RouteAnswer {
  const { message, extensions } = present(error, requestId);
  const status = error instanceof RouteRefusal ? error.status : (STATUS[String(extensions?.['code'])] ?? 500);
  const answer = errorAnswer(status, message, { ...extensions, requestId });
  const seconds = extensions?.['retryAfterSeconds'];
  return typeof seconds === 'number'
    ? { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } }
    : answer;
}

/** The answer to somebody who left: nobody reads it, and no log needs to know. */
export const ABANDONED: RouteAnswer = { status: 499 };

export function errorAnswer(
  status: number,
  message: string,
  extensions: Readonly<Record<string, unknown>>,
): RouteAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ errors: [{ message, extensions }] }),
  };
}
