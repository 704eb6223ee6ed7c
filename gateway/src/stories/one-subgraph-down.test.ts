import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { afterEach, expect, test } from 'vitest';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';

const COMMUNE_PAGE = readFileSync(join(PROJECT_ROOT, 'operations/front-end/commune-page.graphql'), 'utf8');
let graph: TestPlatform | undefined;
afterEach(() => graph?.stop());

test.each([
  ['grants', ['grantSummary', 'laureates']],
  ['events', ['agenda']],
  ['procurement', ['siaes']],
])('without %s, the commune page shows the other domains and one error', async (domain, lost) => {
  graph = await testPlatform({ mode: 'services' });
  await graph.kill(domain);
  const { data, errors } = await graph.query<{ territory: Record<string, unknown> }>(COMMUNE_PAGE, {
    code: 'COM:92050',
    from: '2026-01-01T00:00:00Z',
  });
  const territory = data?.territory ?? {};
  const empty = ['name', 'indicators', 'grantSummary', 'laureates', 'siaes', 'agenda'].filter(
    (field) => territory[field] === null,
  );
  expect(empty).toEqual(lost);
  expect(errors.map(({ extensions, path }) => ({ extensions, path }))).toEqual([
    {
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', domain, requestId: expect.any(String) },
      path: ['territory', lost[0]],
    },
  ]);
  expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|localhost|ECONN|:\d{4}/);
});

test('without observatory, what does not need it still answers', async () => {
  graph = await testPlatform({ mode: 'services' });
  await graph.kill('observatory');
  const { data, errors } = await graph.query<Record<string, { nodes?: unknown[] } & unknown[]>>(`{
    calls { edition }
    laureates(first: 3) { nodes { title applicantName } }
    events(first: 3) { nodes { title } }
    siaes(first: 3) { nodes { id kind } }
  }`);
  expect(errors).toEqual([]);
  expect([
    data?.['calls']?.length,
    data?.['laureates']?.nodes?.length,
    data?.['events']?.nodes?.length,
    data?.['siaes']?.nodes?.length,
  ]).toEqual([4, 3, 3, 3]);
  const page = await graph.query(COMMUNE_PAGE, { code: 'COM:92050', from: '2026-01-01T00:00:00Z' });
  expect([page.data, page.errors.map(({ extensions, path }) => ({ extensions, path }))]).toEqual([
    { territory: null },
    [
      {
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', domain: 'observatory', requestId: expect.any(String) },
        path: ['territory'],
      },
    ],
  ]);
});
