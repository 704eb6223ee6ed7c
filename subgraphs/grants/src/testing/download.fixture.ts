import { Readable } from 'node:stream';
import { runRoute, VISITOR } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';

export type Downloaded = { status: number; headers: Readonly<Record<string, string>>; bytes: Buffer };

/** Asks a file of grants at its address at the root, as a visitor. */
export async function download(
  { open }: TestSubgraph,
  address: string,
  headers: Record<string, string> = {},
): Promise<Downloaded> {
  const url = new URL(address, 'http://localhost');
  for (const route of open.subgraph.routes) {
    const named = (route.publicPath ?? route.path)
      .replaceAll('.', '\\.')
      .replaceAll(/:([a-z]+)/gi, '(?<$1>[^/]+)');
    const match = new RegExp(`^${named}$`).exec(url.pathname);
    if (match === null || route.method !== 'GET') continue;
    const answer = await runRoute(open, route, {
      viewer: VISITOR,
      requestId: 'test-request',
      params: { ...match.groups },
      query: url.searchParams,
      headers,
      body: Readable.from([]),
      signal: new AbortController().signal,
    });
    const { status, body = '' } = answer;
    if (typeof body === 'object' && !Buffer.isBuffer(body))
      throw new TypeError('A file of grants is not a stream');
    return { status, headers: answer.headers ?? {}, bytes: Buffer.from(body) };
  }
  throw new RangeError(`No route for ${url.pathname}`);
}
