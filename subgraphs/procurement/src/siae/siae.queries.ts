import { type Context, loadOne } from '@graphess/subgraph-kit';
import { Siae } from './siae.entity.ts';

/** The columns of table `siae` under the names of the entity's properties. */
export const SIAE_COLUMNS = `
  siae.id, siae.organization_id AS "organizationId", siae.siret, siae.territory_id AS "territoryId", siae.kind,
  siae.sectors, siae.presta_types AS "prestaTypes", siae.labels, siae.turnover_cents::float8 AS "turnoverCents",
  siae.employees_insertion AS "employeesInsertion", siae.employees_permanent AS "employeesPermanent",
  siae.in_qpv AS "inQpv", siae.lat, siae.lon, siae.is_club_member AS "isClubMember",
  siae.agreement_valid_until::text AS "agreementValidUntil", siae.completeness,
  siae.is_demonstration AS "isDemonstration", siae.source_ids AS "sourceIds", siae.updated_at AS "updatedAt"`;

/** A row selected by {@link SIAE_COLUMNS}. */
export type SiaeRow = Omit<Siae, 'location' | 'activities' | 'sectorsFolded'>;

export function toSiae(row: SiaeRow): Siae {
  return Object.assign(new Siae(), row);
}

export const siaeById = siaeBy('id');
export const siaeBySiret = siaeBy('siret');
export const siaeOfOrganization = siaeBy('organizationId');

function siaeBy(property: 'id' | 'siret' | 'organizationId') {
  const column = property === 'organizationId' ? 'organization_id' : property;
  return loadOne<Siae>(
    async ({ db }: Context, keys) => {
      const rows: SiaeRow[] = await db.query(
        `SELECT ${SIAE_COLUMNS} FROM siae WHERE siae.${column} = ANY($1)`,
        [keys],
      );
      return rows.map(toSiae);
    },
    (siae) => siae[property],
  );
}
