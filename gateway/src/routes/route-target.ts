import type { RouteAnswer, RouteCall, RouteLimits } from '@graphess/subgraph-kit';

/** A route of a domain, as the gateway knows it. */
export type DeclaredRoute = RouteLimits & { readonly domain: string };

/** One request on its way to a route: who asks is already known, and its headers are those that may go on. */
export type ForwardedCall = RouteCall & {
  readonly route: DeclaredRoute;
  /** The length of the body as announced, null when it is not. */
  readonly announced: number | null;
};

/** Reaches the routes of one domain. Never throws but what ends the exchange. */
export type RouteTarget = (call: ForwardedCall) => Promise<RouteAnswer>;
