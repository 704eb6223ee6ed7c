import type { EntityManager } from 'typeorm';
import { IS_PUBLISHED } from '../application/application.queries.ts';
import { criteriaSql, type LaureateCriteria } from '../laureate/laureate.queries.ts';
import type { GrantGroupBy } from './grant-group-by.ts';

/** The applications of one edition under the same keys. */
export type CountedGroup = {
  edition: number;
  keys: string[];
  applications: number;
  awarded: number;
  /** Amounts awarded that are known, in cents, of the `awarded`. */
  amounts: number[];
  /** What was asked for, in cents; null as soon as one application does not say. */
  requestedCents: number | null;
};

const KEYS: Readonly<Record<GrantGroupBy, string>> = {
  THEME: 'answer.code',
  EPT: 'place.ept',
  COMMUNE: 'place.commune',
  EDITION: 'call.edition::text',
  STATE: 'a.state',
  LEGAL_FORM: 'family.name',
};

/** Filed: what a structure still writes is nobody else’s. */
const IS_FILED = `a.state <> 'DRAFT'`;

export type GroupsAsked = {
  criteria: LaureateCriteria;
  groupBy: readonly GrantGroupBy[];
  of: 'FILED' | 'PUBLISHED';
  /** The family of each legal category, where legal forms are asked. */
  families?: Readonly<Record<string, string>>;
};

/** Counts what meets the criteria, by edition and keys: all that was filed, or what is published of it. */
export async function countedGroups(
  db: EntityManager,
  { criteria, groupBy, of, families = {} }: GroupsAsked,
): Promise<CountedGroup[]> {
  const { sql, params } = criteriaSql(criteria);
  const keys = groupBy.map((each) => `coalesce(${KEYS[each]}, 'UNKNOWN')`);
  return db.query(
    `SELECT call.edition, ARRAY[${keys.join(', ')}]::text[] AS keys, count(*)::int AS applications,
            count(*) FILTER (WHERE ${IS_PUBLISHED})::int AS awarded,
            coalesce(array_agg(a.awarded_cents::float8) FILTER (WHERE ${IS_PUBLISHED} AND a.awarded_cents IS NOT NULL), '{}') AS amounts,
            CASE WHEN count(*) = count(a.requested_cents) THEN sum(a.requested_cents)::float8 END AS "requestedCents"
       FROM application a
       JOIN call ON call.id = a.call_id
       ${groupBy.includes('THEME') ? THEMES : ''}
       LEFT JOIN LATERAL (${FIRST_PLACE}) place ON true
       LEFT JOIN jsonb_each_text($${params.length + 1}::jsonb) family (code, name) ON family.code = a.applicant_legal_form
      WHERE ${of === 'FILED' ? IS_FILED : IS_PUBLISHED} AND ${sql}
      GROUP BY 1, 2`,
    [...params, JSON.stringify(families)],
  );
}

const THEMES = `LEFT JOIN LATERAL (
         SELECT DISTINCT coalesce(theme.parent_code, theme.code) AS code
           FROM application_theme t JOIN theme ON theme.call_id = t.call_id AND theme.code = t.theme_code
          WHERE t.application_id = a.id) answer ON true`;

const FIRST_PLACE = `
         SELECT CASE WHEN starts_with(t.id, 'COM:') THEN t.id END AS commune,
                (SELECT min(wider) FROM unnest(t.within) wider WHERE starts_with(wider, 'EPT:')) AS ept
           FROM territory_copy t WHERE t.id = a.action_territories[1]`;

/** The legal categories that applications name. */
export async function legalCategories(db: EntityManager): Promise<string[]> {
  const rows: { code: string }[] = await db.query(
    'SELECT DISTINCT applicant_legal_form AS code FROM application WHERE applicant_legal_form IS NOT NULL',
  );
  return rows.map(({ code }) => code);
}
