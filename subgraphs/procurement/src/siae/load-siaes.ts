import { type DemonstrationStructure, demonstrationStructures } from '@graphess/demonstration';
import { DEMONSTRATION_SOURCE, loadSources, readSources } from '@graphess/provenance';
import {
  fingerprintOf,
  type LoadReport,
  type LoadSettings,
  loadUnlessSame,
  replaceTables,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { SECTOR_LABELS } from '../sector/sector.labels.ts';
import { completenessOf } from './siae.rules.ts';

/** Loads the sectors, and the SIAE of the area: invented ones when demonstration data is wanted, none otherwise. */
export async function loadSiaes(db: EntityManager, settings: LoadSettings): Promise<LoadReport[]> {
  const sources = readSources(settings);
  const sectors = Object.entries(SECTOR_LABELS).map(([code, label]) => ({ code, label }));
  const siaes = settings.demonstration ? demonstrationStructures(settings).map(demonstrationRow) : [];
  const set = { name: 'siaes', fingerprint: fingerprintOf(sources, sectors, siaes) };
  return loadUnlessSame(db, set, settings, async (tx) => {
    settings.onProgress('Chargement des structures d’insertion…');
    // The database stamps the rows that change with the platform's clock.
    await tx.query(`SELECT set_config('graphess.now', $1, true)`, [settings.now.toISOString()]);
    return [
      await loadSources(tx, sources),
      ...(await replaceTables(tx, [
        { table: 'sector', key: ['code'], rows: sectors },
        { table: 'siae', key: ['id'], rows: siaes },
      ])),
    ];
  });
}

function demonstrationRow(structure: DemonstrationStructure) {
  return {
    id: structure.siaeId,
    organization_id: structure.organizationId,
    siret: structure.siret,
    territory_id: structure.commune,
    kind: structure.kind,
    sectors: structure.sectors,
    presta_types: structure.prestaTypes,
    labels: structure.labels,
    turnover_cents: structure.turnoverCents,
    employees_insertion: structure.employeesInsertion,
    employees_permanent: structure.employeesPermanent,
    in_qpv: structure.inQpv,
    lat: null,
    lon: null,
    is_club_member: structure.isClubMember,
    agreement_valid_until: null,
    completeness: completenessOf({ ...structure, agreementValidUntil: null }),
    is_demonstration: true,
    source_ids: [DEMONSTRATION_SOURCE.id],
  };
}
