import { communesOfArea, demonstrationStructures } from '@graphess/demonstration';
import { DEMONSTRATION_SOURCE, loadSources } from '@graphess/provenance';
import {
  fingerprintOf,
  firstLoadedAt,
  type LoadReport,
  type LoadSettings,
  loadUnlessSame,
  parisDay,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { EventRecord } from '../event/store-events.ts';
import { storeEvents } from '../event/store-events.ts';
import { demonstrationEvents } from './demonstration-events.ts';

const SET = 'events-demonstration';

/**
 * Loads invented events where the platform shows demonstration data, and removes them where it does not. Their dates
 * stay those of the first load.
 */
export async function loadDemonstrationEvents(
  db: EntityManager,
  settings: LoadSettings,
): Promise<LoadReport[]> {
  const firstLoad = await firstLoadedAt(db, SET);
  if (!settings.demonstration && firstLoad === null) return [];
  const records = settings.demonstration ? inventEvents(settings, firstLoad ?? settings.now) : [];
  return loadUnlessSame(db, { name: SET, fingerprint: fingerprintOf(records) }, settings, async (tx) => {
    if (records.length > 0) settings.onProgress('Chargement des événements de démonstration…');
    return [await loadSources(tx, [DEMONSTRATION_SOURCE]), ...(await storeEvents(tx, records, true))];
  });
}

function inventEvents({ area, scale }: LoadSettings, anchor: Date): EventRecord[] {
  return demonstrationEvents({
    area,
    scale,
    anchorDay: parisDay(anchor),
    communes: communesOfArea(area),
    organizerIds: demonstrationStructures({ area, scale }).map(({ organizationId }) => organizationId),
  });
}
