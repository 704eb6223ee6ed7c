import { type Audit, type AuditResult, serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestPlatform, testPlatform } from '../gateway/src/testing/test-platform.ts';

let graph: TestPlatform;
beforeAll(async () => {
  graph = await testPlatform({ mode: 'services' });
});
afterAll(() => graph.stop());

/** Each audit that is not simply passed, by its name. */
async function findings(audits: Audit[]): Promise<Record<string, AuditResult['status']>> {
  const results: AuditResult[] = [];
  for (const audit of audits) results.push(await audit.fn());
  expect(results.length).toBe(61);
  return Object.fromEntries(
    results.filter(({ status }) => status !== 'ok').map(({ status, name }) => [name, status]),
  );
}

test('the gateway speaks GraphQL over HTTP', async () => {
  const audits = serverAudits({
    url: `${graph.url}/graphql`,
    // A GET must prove that no page of another site sent it.
    fetchFn: (input: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      headers.set('apollo-require-preflight', 'true');
      return fetch(input, { ...init, headers });
    },
  });
  expect(await findings(audits)).toEqual({});
});

/** A subgraph has one client, which posts: an address is logged on its way, a body is not. */
const NO_GET = {
  'MAY accept application/x-www-form-urlencoded formatted GET requests': 'notice',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json':
    'notice',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json': 'notice',
};

test.each(['grants', 'observatory', 'events', 'procurement'])(
  '%s speaks GraphQL over HTTP to its gateway',
  async (domain) => {
    const audits = serverAudits({
      url: `${graph.subgraphUrls.get(domain)}/graphql`,
      fetchFn: graph.signedClient(domain),
    });
    expect(await findings(audits)).toEqual(NO_GET);
  },
);
