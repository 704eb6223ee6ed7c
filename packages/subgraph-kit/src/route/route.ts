import type { Readable } from 'node:stream';
import type { Context } from '../context.ts';
import { Fault, type FaultCode } from '../errors.ts';

/** Where routes of subgraphs are, at the gateway and at the subgraph alike: `/files/<subgraph>/…`. */
export const ROUTES_PREFIX = '/files';

export const ROUTE_METHODS = ['GET', 'POST', 'PUT', 'DELETE'] as const;
export type RouteMethod = (typeof ROUTE_METHODS)[number];

export type RouteRequest = {
  readonly ctx: Context;
  /** The parts of the path that have a name. Text of the client: no path of a file. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Those of `REQUEST_HEADERS` alone, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes as they come; empty for GET. */
  readonly body: Readable;
  /** Aborted when whoever asked leaves, or when size or time run out. */
  readonly signal: AbortSignal;
};

export type RouteAnswer = {
  readonly status: number;
  /** Those of `ANSWER_HEADERS` alone reach the client. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Readable | Buffer | string;
};

/** What is known of a route without its code. */
export type RouteLimits = {
  readonly method: RouteMethod;
  /** Below `/files/<subgraph>`: `/books/:id/cover`. */
  readonly path: string;
  /** A second address, at the root of the gateway, with the same named parts: `/books/:id`. */
  readonly publicPath?: string;
  /** The longest body taken, in bytes. */
  readonly maxBytes: number;
  /** The longest exchange, from the first byte asked to the last answered, in milliseconds. */
  readonly timeoutMs: number;
  /** A reader, which is a subject or else an address, has one exchange at a time: the answer is dear to make. */
  readonly oneAtATime?: boolean;
};

/**
 * An address of a subgraph beside its graph: files, letters, uploads. The handler decides who may, from `ctx.viewer`;
 * what it throws is a fault, or masked as in the graph.
 */
export type Route = RouteLimits & { readonly handler: (request: RouteRequest) => Promise<RouteAnswer> };

/** A refusal with an HTTP status of its own. */
export class RouteRefusal extends Fault {
  constructor(
    readonly status: number,
    code: FaultCode,
    message: string,
    extensions: Record<string, unknown> = {},
  ) {
    super(code, message, extensions);
  }
}

export function routeUrl(subgraph: string, { path }: Pick<RouteLimits, 'path'>): string {
  return `${ROUTES_PREFIX}/${subgraph}${path}`;
}

const PATH = /^(\/(:[a-z][a-zA-Z]*|[a-z][a-z0-9-]*(\.[a-z0-9-]+)*))+$/;
const PARTS = /:[a-zA-Z]+/g;

/** Throws RangeError on a route that could not be forwarded: an odd path, no limit, the same address twice. */
export function checkRoutes(subgraph: string, routes: readonly RouteLimits[]): void {
  const addresses = new Set<string>();
  for (const { method, path, publicPath = path, maxBytes, timeoutMs } of routes) {
    const address = `${method} ${path.replaceAll(PARTS, ':')}`;
    if (!PATH.test(path)) throw new RangeError(`${subgraph} declares a route with an odd path: ${path}`);
    if (!PATH.test(publicPath) || partsOf(publicPath) !== partsOf(path))
      throw new RangeError(`${subgraph} declares a route with an odd public path: ${publicPath}`);
    if (!(Number.isSafeInteger(maxBytes) && maxBytes >= 0 && timeoutMs > 0 && Number.isFinite(timeoutMs)))
      throw new RangeError(`${subgraph} declares a route without limits: ${method} ${path}`);
    if (addresses.has(address)) throw new RangeError(`${subgraph} declares twice: ${method} ${path}`);
    addresses.add(address);
  }
}

function partsOf(path: string): string {
  return (path.match(PARTS) ?? []).sort().join();
}
