import { createRequire } from 'node:module';
import { clockSetTo, type LoadSettings, upsertRows } from '@graphess/subgraph-kit';
import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import type { EntityManager } from 'typeorm';
import { loadFacts } from './load-facts.ts';
import { observatory } from './observatory.ts';
import { type CogGroup, type CogPlace, linksOf } from './territory/territory.rules.ts';

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
  await insertTerritories(graph.db);
  await loadFacts(graph.db, { ...FACT_SETTINGS, demonstration });
  return graph;
}

async function insertTerritories(db: EntityManager): Promise<void> {
  const require = createRequire(import.meta.url);
  const read = <Row>(file: string) => require(`@etalab/decoupage-administratif/data/${file}.json`) as Row[];
  const communes = read<CogPlace & { type: string; population?: number }>('communes').filter(
    ({ type, code, departement }) =>
      type === 'commune-actuelle' && (departement === '92' || ELSEWHERE.includes(code)),
  );
  const codes = new Set(communes.map(({ code }) => code));
  const epts = read<CogGroup>('ept').filter(({ membres }) => membres.every(({ code }) => codes.has(code)));
  const holdsSome = (level: 'departement' | 'region') => (place: { code: string }) =>
    communes.some((commune) => commune[level] === place.code);
  const departments = read<{ code: string; nom: string; region: string }>('departements').filter(
    holdsSome('departement'),
  );
  const regions = read<{ code: string; nom: string }>('regions').filter(holdsSome('region'));
  const links = linksOf({ communes, epts, epcis: [], departments });
  const named = (prefix: string, level: string, places: readonly { code: string; nom: string }[]) =>
    places.map(({ code, nom }) => ({ id: `${prefix}:${code}`, name: nom, level, population: null }));
  await upsertRows(
    db,
    'territory',
    ['id'],
    [
      ...communes.map(({ code, nom, population }) => ({
        id: `COM:${code}`,
        name: nom,
        level: 'COMMUNE',
        population: population ?? null,
      })),
      ...named('EPT', 'EPT', epts),
      ...named('DEP', 'DEPARTMENT', departments),
      ...named('REG', 'REGION', regions),
    ],
  );
  await upsertRows(db, 'territory_link', ['part', 'whole'], links);
}
