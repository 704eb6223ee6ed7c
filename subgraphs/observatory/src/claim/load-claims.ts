import { organizationId } from '@graphess/identifiers';
import { loadClaims, type SubjectClaim } from '@graphess/provenance';
import {
  fingerprintOf,
  type LoadReport,
  type LoadSettings,
  loadUnlessSame,
  readDataFile,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { readOrganizations } from '../organization/organization.record.ts';

/** Every claim of the data files about organisations, territories and datasets. */
export function readOwnClaims(settings: Pick<LoadSettings, 'dataDir' | 'area'>): SubjectClaim[] {
  return [
    ...readOrganizations(settings).flatMap(({ slug, claims }) =>
      claims.map((claim) => ({ ...claim, subject: organizationId(slug) })),
    ),
    ...readDataFile<SubjectClaim[]>(settings.dataDir, settings.area, 'observatory/claims.json', []),
  ];
}

/** Loads the observatory's own claims into the ledger; those of the other subgraphs arrive by their change feeds. */
export async function loadOwnClaims(db: EntityManager, settings: LoadSettings): Promise<LoadReport[]> {
  const claims = readOwnClaims(settings);
  return loadUnlessSame(db, { name: 'claims', fingerprint: fingerprintOf(claims) }, settings, async (tx) => [
    await loadClaims(tx, 'observatory', claims),
  ]);
}
