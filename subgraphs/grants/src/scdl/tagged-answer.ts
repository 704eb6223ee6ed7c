import type { RouteAnswer, RouteRequest } from '@graphess/subgraph-kit';

/** The bytes of a file under the tag of its content, or that the client has them already (RFC 9110, 13.1.2). */
export function taggedAnswer(
  { headers }: Pick<RouteRequest, 'headers'>,
  { bytes, sha256, type }: { bytes: Buffer; sha256: string; type: string },
): RouteAnswer {
  const own = { etag: `"${sha256}"`, 'cache-control': 'public, no-cache' };
  const known = headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, '')) ?? [];
  if (known.includes('*') || known.includes(`"${sha256}"`)) return { status: 304, headers: own };
  return { status: 200, headers: { ...own, 'content-type': type }, body: bytes };
}
