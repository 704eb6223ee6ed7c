import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { runRoute, VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';

type Asking = {
  headers?: Record<string, string>;
  viewer?: Viewer;
  /** Pieces of a body, sent by PUT; without them the request is a GET. */
  put?: Iterable<Buffer> | AsyncIterable<Buffer>;
};

export type Downloaded = { status: number; headers: Readonly<Record<string, string>>; bytes: Buffer };

/** Asks a route of the observatory below `/files/observatory`, or at its address at the root. */
export async function download(
  { open }: TestSubgraph,
  address: string,
  { headers = {}, viewer = VISITOR, put }: Asking = {},
): Promise<Downloaded> {
  const url = new URL(address, 'http://localhost');
  const path = url.pathname.replace(/^\/files\/observatory/, '');
  for (const route of open.subgraph.routes) {
    const named = route.path.replaceAll(/:([a-z]+)/gi, '(?<$1>[^/]+)').replaceAll('.', '\\.');
    const match = new RegExp(`^${named}$`).exec(path);
    if (match === null || route.method !== (put === undefined ? 'GET' : 'PUT')) continue;
    const answer = await runRoute(open, route, {
      viewer,
      requestId: 'test-request',
      params: { ...match.groups },
      query: url.searchParams,
      headers,
      body: Readable.from(put ?? []),
      signal: new AbortController().signal,
    });
    const { status, body = '' } = answer;
    const bytes =
      typeof body === 'string' ? Buffer.from(body) : Buffer.isBuffer(body) ? body : await buffer(body);
    return { status, headers: answer.headers ?? {}, bytes };
  }
  throw new RangeError(`No route for ${path}`);
}
