import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { checkRoutes, ROUTE_METHODS, type Subgraph } from '@graphess/subgraph-kit';
import { z } from 'zod';
import type { DeclaredRoute } from './route-target.ts';

const ROUTES_FILE = 'schema/routes.json';

const table = z.array(
  z.strictObject({
    domain: z.string(),
    method: z.enum(ROUTE_METHODS),
    path: z.string(),
    publicPath: z.string().exactOptional(),
    maxBytes: z.int(),
    timeoutMs: z.int(),
    oneAtATime: z.boolean().exactOptional(),
  }),
);

/** What the domains declare, as written to `schema/`: the gateway knows the routes of a domain that is away. */
export function printRoutes(subgraphs: Readonly<Record<string, Pick<Subgraph, 'routes'>>>): string {
  const routes = Object.entries(subgraphs).flatMap(([domain, subgraph]) =>
    subgraph.routes.map(({ method, path, publicPath, maxBytes, timeoutMs, oneAtATime }) => ({
      domain,
      method,
      path,
      ...(publicPath === undefined ? {} : { publicPath }),
      maxBytes,
      timeoutMs,
      ...(oneAtATime === undefined ? {} : { oneAtATime }),
    })),
  );
  return `${JSON.stringify(routes, null, 2)}\n`;
}

/** The routes that the gateway forwards. Throws when the committed file is no such table. */
export function committedRoutes(): readonly DeclaredRoute[] {
  const routes = table.parse(JSON.parse(readFileSync(join(PROJECT_ROOT, ROUTES_FILE), 'utf8')));
  for (const [domain, own] of Map.groupBy(routes, (route) => route.domain)) checkRoutes(domain, own);
  return routes;
}
