import { ApolloServer, HeaderMap } from '@apollo/server';
import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import { expect, test } from 'vitest';
import type { GatewayContext } from '../gateway-context.ts';
import type { Guard } from '../guards.ts';
import { cacheableReads } from './answer-headers.ts';

const PERSON: Viewer = { ...VISITOR, kind: 'person', subject: 'person-1', roles: ['agent'] };
const KEY: Viewer = { ...VISITOR, kind: 'key', subject: 'key-1', scopes: ['directory:read'] };

async function cacheOf(viewer: Viewer, query: string, without: Guard[] = []): Promise<string | undefined> {
  const server = new ApolloServer<GatewayContext>({
    typeDefs: 'type Query { word: String, broken: String! }',
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    plugins: [cacheableReads(new Set(without))],
  });
  await server.start();
  const { headers } = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'GET',
      headers: new HeaderMap(),
      search: `?query=${encodeURIComponent(query)}`,
      body: undefined,
    },
    context: async () => ({
      viewer,
      requestId: 'request-1',
      spendPoints: () => Promise.reject(new Error('nothing is spent here')),
    }),
  });
  await server.stop();
  return headers.get('cache-control');
}

test('what a visitor reads may be kept by its client; what is somebody’s, and what failed, by nobody', async () => {
  expect({
    visitor: await cacheOf(VISITOR, '{ word }'),
    person: await cacheOf(PERSON, '{ word }'),
    key: await cacheOf(KEY, '{ word }'),
    failed: await cacheOf(VISITOR, '{ broken }'),
    refused: await cacheOf(VISITOR, '{ nothing }'),
  }).toEqual({
    visitor: 'private, no-cache',
    person: 'no-store',
    key: 'no-store',
    failed: 'no-store',
    refused: 'no-store',
  });
});

test('without its guard a person’s answer would be kept', async () => {
  expect(await cacheOf(PERSON, '{ word }', ['private-answers'])).toBe('private, no-cache');
});
