import { loadSources, readSources } from '@graphess/provenance';
import { fingerprintOf, type LoadReport, type LoadSettings, loadUnlessSame } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { TERRITORY_SOURCES } from '../territory/territory.sources.ts';

/** Loads the sources of the data files and of the territories; every other set names some of them. */
export async function loadKnownSources(db: EntityManager, settings: LoadSettings): Promise<LoadReport[]> {
  const sources = [...readSources(settings), ...TERRITORY_SOURCES];
  return loadUnlessSame(
    db,
    { name: 'sources', fingerprint: fingerprintOf(sources) },
    settings,
    async (tx) => [await loadSources(tx, sources)],
  );
}
