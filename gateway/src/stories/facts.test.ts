import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPlatformSubgraph, PROJECT_ROOT, platformSettings } from '@graphess/platform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FactEntry, factCoverage, matches } from '../cli/fact-coverage.ts';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';

const entries = JSON.parse(
  readFileSync(join(PROJECT_ROOT, 'data/92/facts-index.json'), 'utf8'),
) as FactEntry[];
let graph: TestPlatform;
beforeAll(async () => {
  graph = await testPlatform({ mode: 'one process' });
});
afterAll(() => graph.stop());

test('every row of every table of facts is reached by a named query', async () => {
  const coverage = await factCoverage(graph.url, entries);
  expect(coverage.flatMap(({ table, missing }) => missing.map((row) => `${table} ${row}`))).toEqual([]);
});

test('a row that says something else is missed', () => {
  expect(matches({ name: 'Assol', links: [{ url: 'a' }] }, { name: 'Assol', links: [{ url: 'b' }] })).toBe(
    false,
  );
});

test('loading again changes nothing', async () => {
  const settings = platformSettings({ DATABASE_URL: 'postgres://unused/unused' });
  const reports = [];
  for (const open of graph.open.values())
    reports.push(...(await loadPlatformSubgraph(open, settings, () => {}, true)));
  expect(reports.filter(({ inserted, changed }) => inserted + changed > 0)).toEqual([]);
  expect(reports.reduce((sum, { read }) => sum + read, 0)).toBeGreaterThan(100_000);
}, 60_000);
