import { type OpenSubgraph, runRoute } from '@graphess/subgraph-kit';
import type { RouteTarget } from './route-target.ts';
import { unavailableRoute } from './unavailable-route.ts';

/** Reaches the routes of a domain that is open in this process; until it is, the domain is unavailable. */
export function localTarget(domain: string, find: () => OpenSubgraph | undefined): RouteTarget {
  return async ({ route: { method, path }, announced: _announced, ...call }) => {
    const open = find();
    const own = open?.subgraph.routes.find((each) => each.method === method && each.path === path);
    if (open === undefined || own === undefined) return unavailableRoute(domain, call.requestId);
    return runRoute(open, own, call);
  };
}
