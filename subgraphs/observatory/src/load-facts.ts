import type { LoadReport, LoadSettings } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { loadOwnClaims } from './claim/load-claims.ts';
import { loadFigures } from './figure/load-figures.ts';
import { loadOrganizations } from './organization/load-organizations.ts';
import { loadQualityFindings } from './quality/load-quality-findings.ts';
import { loadKnownSources } from './source/load-known-sources.ts';

/** Loads all that is said of territories already loaded: sources first, which every other row names. */
export async function loadFacts(db: EntityManager, settings: LoadSettings): Promise<LoadReport[]> {
  return [
    ...(await loadKnownSources(db, settings)),
    ...(await loadOrganizations(db, settings)),
    ...(await loadOwnClaims(db, settings)),
    ...(await loadFigures(db, settings)),
    ...(await loadQualityFindings(db, settings)),
  ];
}
