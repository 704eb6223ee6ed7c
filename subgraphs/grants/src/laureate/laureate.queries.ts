import { APPLICATION_COLUMNS, IS_PUBLISHED } from '../application/application.queries.ts';

export type LaureateCriteria = {
  editions: readonly number[] | null;
  themes: readonly string[] | null;
  /** Territory that an action territory lies wholly in. */
  within: string | null;
  asOf: string | null;
  search: string | null;
  minCents: number | null;
  maxCents: number | null;
  isDemonstration: boolean | null;
};

/** Selects laureates, each under the owner of the list it belongs to: an application's columns, `edition`, `awardYear`. */
export type LaureateSelection = { sql: string; params: readonly unknown[] };

/** The owner of a list that is not the list of a territory. */
export const EVERYWHERE = '';

const COLUMNS = `${APPLICATION_COLUMNS}, call.edition, call.award_year AS "awardYear"`;
const LAUREATES = 'application a JOIN call ON call.id = a.call_id';

const CONDITIONS = {
  editions: (n) => `call.edition = ANY($${n})`,
  themes: (n) => `EXISTS (
    SELECT FROM (SELECT 1) always LEFT JOIN application_theme answer ON answer.application_id = a.id
     WHERE coalesce(answer.theme_code, 'UNKNOWN') = ANY($${n}))`,
  within: (n) => `EXISTS (
    SELECT FROM territory_copy place WHERE place.id = ANY(a.action_territories) AND $${n} = ANY(place.within))`,
  asOf: (n) => `call.award_year <= extract(year FROM $${n}::date)`,
  search: (n) => `(extensions.fold_matches(a.folded, $${n}) OR EXISTS (
    SELECT FROM organization_copy own JOIN organization_copy o ON o.current_id = own.current_id
     WHERE own.id = a.organization_id AND extensions.fold_matches(o.folded, $${n})))`,
  minCents: (n) => `a.awarded_cents >= $${n}::bigint`,
  maxCents: (n) => `a.awarded_cents <= $${n}::bigint`,
  isDemonstration: (n) => `a.is_demonstration = $${n}`,
} as const satisfies Record<keyof LaureateCriteria, (parameter: number) => string>;

/** Laureates that meet every criterion given. An empty list of editions or themes is met by none. */
export function laureatesMatching(criteria: LaureateCriteria): LaureateSelection {
  const { sql, params } = criteriaSql(criteria);
  return {
    sql: `SELECT '${EVERYWHERE}' AS owner, ${COLUMNS} FROM ${LAUREATES} WHERE ${IS_PUBLISHED} AND ${sql}`,
    params,
  };
}

/** What an application `a` of a `call` meets to fit every criterion given, with parameters from `$1` on. */
export function criteriaSql(criteria: LaureateCriteria): { sql: string; params: unknown[] } {
  const conditions: string[] = [];
  const params: unknown[] = [];
  for (const [name, condition] of Object.entries(CONDITIONS)) {
    const value = criteria[name as keyof LaureateCriteria];
    if (value === null) continue;
    params.push(value);
    conditions.push(condition(params.length));
  }
  return { sql: ['true', ...conditions].join(' AND '), params };
}

/** The laureates of each territory: those whose action territory lies wholly in it. */
export function laureatesWithin(territoryIds: readonly string[]): LaureateSelection {
  return {
    sql: `SELECT wider.id AS owner, ${COLUMNS}
            FROM ${LAUREATES} CROSS JOIN LATERAL (
              SELECT DISTINCT owner.id
                FROM territory_copy place CROSS JOIN unnest(place.within) AS owner (id)
               WHERE place.id = ANY(a.action_territories) AND owner.id = ANY($1)) wider
           WHERE ${IS_PUBLISHED}`,
    params: [territoryIds],
  };
}
