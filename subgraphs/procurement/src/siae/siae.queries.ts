import { knownUnder } from '@graphess/reference';
import { type Context, loadOne } from '@graphess/subgraph-kit';
import { Siae } from './siae.entity.ts';

/** The columns of `shown_siae`, the directory as it is read, under the names of the entity's properties. */
export const SIAE_COLUMNS = `
  siae.id, siae.organization_id AS "organizationId", siae.siret, siae.territory_id AS "territoryId", siae.kind,
  siae.sectors, siae.presta_types AS "prestaTypes", siae.labels, siae.turnover_cents::float8 AS "turnoverCents",
  siae.employees_insertion AS "employeesInsertion", siae.employees_permanent AS "employeesPermanent",
  siae.headcount_withheld AS "headcountWithheld",
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

/** The insertion structure that an organisation is, under whichever of its ids; its own first, then the first by id. */
export const siaeOfOrganization = loadOne<Siae & { owner: string }>(
  async ({ db }: Context, organizationIds) => {
    const rows: (SiaeRow & { owner: string })[] = await db.query(
      `SELECT DISTINCT ON (known.asked) known.asked AS owner, ${SIAE_COLUMNS}
         FROM shown_siae siae JOIN (${knownUnder('$1')}) known ON known.id = siae.organization_id
        ORDER BY known.asked, known.id <> known.asked, siae.id`,
      [organizationIds],
    );
    return rows.map((row) => Object.assign(toSiae(row), { owner: row.owner }));
  },
  ({ owner }) => owner,
);

function siaeBy(property: 'id' | 'siret') {
  return loadOne<Siae>(
    async ({ db }: Context, keys) => {
      const rows: SiaeRow[] = await db.query(
        `SELECT ${SIAE_COLUMNS} FROM shown_siae siae WHERE siae.${property} = ANY($1)`,
        [keys],
      );
      return rows.map(toSiae);
    },
    (siae) => siae[property],
  );
}
