import type { RouteRequest } from '@graphess/subgraph-kit';

/** Whether the client already has the file of a tag: RFC 9110, 13.1.2, by weak comparison. */
export function hasAlready({ headers }: Pick<RouteRequest, 'headers'>, tag: string): boolean {
  const known = headers['if-none-match'];
  if (known === undefined) return false;
  if (known.trim() === '*') return true;
  return known.split(',').some((each) => each.trim().replace(/^W\//, '') === `"${tag}"`);
}
