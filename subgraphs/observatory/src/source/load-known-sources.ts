import { loadSources, readSources } from '@graphess/provenance';
import { fingerprintOf, type LoadReport, type LoadSettings, loadUnlessSame } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';

/** Loads the sources of the data files; every other set names some of them. */
export async function loadKnownSources(db: EntityManager, settings: LoadSettings): Promise<LoadReport[]> {
  const sources = readSources(settings);
  return loadUnlessSame(
    db,
    { name: 'sources', fingerprint: fingerprintOf(sources) },
    settings,
    async (tx) => [await loadSources(tx, sources)],
  );
}
