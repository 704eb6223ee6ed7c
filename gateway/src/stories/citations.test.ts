import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { observatoryNumbers } from '../provenance/cited-fields.ts';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';

let graph: TestPlatform;
beforeAll(async () => {
  graph = await testPlatform({ mode: 'one process', env: { MAX_COST: '5000' } });
});
afterAll(() => graph.stop());

type Path = (string | number)[];
type Body = {
  data: Record<string, unknown>;
  errors?: unknown;
  extensions?: { provenance?: { path: Path; citations: string[] }[] };
};

async function ask(query: string, variables: Record<string, unknown> = {}): Promise<Body> {
  const response = await fetch(`${graph.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Body;
}

/** The paths of every number of an answer. */
function numbersOf(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    numbersOf(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

const cited = (body: Body) => body.extensions?.provenance ?? [];

test('every number of the observatory has its citation, and nothing is left of what was asked for it', async () => {
  const body = await ask(`{
    territory(code: "EPT:200057966") {
      name population populationYear
      indicators(codes: ["ESS_JOBS_SHARE", "ESS_JOBS"]) { period value revisions { value } }
      contains(level: COMMUNE) { centroid { lat lon } indicators(codes: ["ESS_JOBS_PER_1000"]) { value } }
    }
    organizations(first: 2) { totalCount nodes { name } }
  }`);
  expect(body.errors).toBe(undefined);
  expect(cited(body).map(({ path }) => path)).toEqual(numbersOf(body.data));
  expect(cited(body).filter(({ citations }) => citations.length === 0)).toEqual([]);
  expect(JSON.stringify(body.data)).not.toContain('__');
});

test('a citation is that of the sources the number is shown with', async () => {
  const body = await ask(`{
    territory(code: "COM:92047") { indicators(codes: ["ESS_JOBS_PER_1000"]) { value provenance { citation } } }
  }`);
  const { territory } = body.data as { territory: { indicators: { provenance: { citation: string }[] }[] } };
  expect(cited(body)).toEqual([
    {
      path: ['territory', 'indicators', 0, 'value'],
      citations: territory.indicators[0]?.provenance.map(({ citation }) => citation),
    },
  ]);
});

test('aliases, fragments, interfaces and lists of lists are followed; what has no number has no citation', async () => {
  const body = await ask(
    `query ($id: ID!) {
      node(id: $id) { id ...Place }
      there: territories(within: "DEP:92", level: EPT) { inhabitants: population ... on Territory { populationYear } }
    }
    fragment Place on Territory { people: population seen: indicators(codes: ["ESS_JOBS"]) { v: value } }`,
    { id: 'DEP:92' },
  );
  expect(body.errors).toBe(undefined);
  expect(cited(body).map(({ path }) => path)).toEqual(numbersOf(body.data));
  expect(cited(body).length).toBe(10);
  const none = await ask('{ territory(code: "DEP:92") { name } }');
  expect(none.extensions?.provenance).toBe(undefined);
});

test('numbers of other domains are theirs to cite', async () => {
  const body = await ask('{ territory(code: "DEP:92") { population laureates(first: 1) { totalCount } } }');
  expect(cited(body).map(({ path }) => path)).toEqual([['territory', 'population']]);
});

test('the numbers are those that the observatory alone resolves', () => {
  const numbers = observatoryNumbers(readFileSync(join(PROJECT_ROOT, 'schema/supergraph.graphql'), 'utf8'));
  expect(
    ['Observation.value', 'Territory.population', 'GeoPoint.lat'].filter((each) => !numbers.has(each)),
  ).toEqual([]);
  expect(['Territory.grantCentsPerInhabitant', 'Call.edition'].filter((each) => numbers.has(each))).toEqual(
    [],
  );
});
