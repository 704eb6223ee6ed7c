import { clockSetTo, type LoadSettings } from '@graphess/subgraph-kit';
import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { loadFacts } from './load-facts.ts';
import { observatory } from './observatory.ts';
import { insertTerritories } from './territory/territory.fixture.ts';

/** Seats of organisations, and Argenteuil, that lie outside the département of the tests. */
const ELSEWHERE = ['69123', '83069', '93048', '95018'];

export const NOW = new Date('2026-03-02T10:00:00Z');

export const FACT_SETTINGS: LoadSettings = {
  dataDir: 'data',
  area: '92',
  demonstration: false,
  scale: 1,
  now: NOW,
  thorough: false,
  onProgress: () => {},
};

/** An observatory that holds the facts of the Hauts-de-Seine and, of the territories of France, only those they name. */
export async function anObservatory({ demonstration = false } = {}): Promise<TestSubgraph> {
  const graph = await testSubgraph(observatory, { clock: clockSetTo(NOW.toISOString()) });
  await insertTerritories(
    graph.db,
    ({ code, departement }) => departement === '92' || ELSEWHERE.includes(code),
  );
  await loadFacts(graph.db, { ...FACT_SETTINGS, demonstration });
  return graph;
}
