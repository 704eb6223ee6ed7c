import { loadMany, loadOne } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { EligibilityRule } from './eligibility-rule.entity.ts';
import { EligibilityTerms } from './eligibility-terms.entity.ts';

export const eligibilityRulesOfCall = loadMany<EligibilityRule>(
  ({ db }, callIds) =>
    db
      .createQueryBuilder(EligibilityRule, 'rule')
      .where('rule.callId = ANY(:callIds)', { callIds: [...callIds] })
      .orderBy({ 'rule.position': 'ASC', 'rule.code': 'ASC' })
      .getMany(),
  ({ callId }) => callId,
);

export const eligibilityTermsOfCall = loadOne<EligibilityTerms>(
  ({ db }, callIds) =>
    db
      .createQueryBuilder(EligibilityTerms, 'terms')
      .where('terms.callId = ANY(:callIds)', { callIds: [...callIds] })
      .getMany(),
  ({ callId }) => callId,
);

export type KnownTheme = { code: string; label: string; callIds: string[] };

/** The themes that some edition has among `codes`, each with the calls it belongs to. */
export function themesNamed(db: EntityManager, codes: readonly string[]): Promise<KnownTheme[]> {
  return db.query(
    `SELECT code, min(label) AS label, array_agg(call_id) AS "callIds" FROM theme
      WHERE code = ANY($1) GROUP BY code ORDER BY code`,
    [codes],
  );
}

/** `asked` is the code it was named by, perhaps a former one. */
export type PlacedTerritory = {
  asked: string;
  id: string;
  name: string;
  position: 'INSIDE' | 'PARTLY' | 'OUTSIDE';
};

/**
 * Where the territories that codes lead to lie: wholly in `area`, sharing only some communes with it (or larger than it), or
 * elsewhere.
 */
export function territoriesAgainst(
  db: EntityManager,
  area: string,
  codes: readonly string[],
): Promise<PlacedTerritory[]> {
  return db.query(
    `SELECT asked.code AS asked, place.id, place.name,
            CASE WHEN $1 = ANY(place.within) THEN 'INSIDE'
                 WHEN $1 = ANY(place.within_partly) OR place.id = ANY(area.within) OR place.id = ANY(area.within_partly)
                 THEN 'PARTLY' ELSE 'OUTSIDE' END AS position
       FROM unnest($2::text[]) AS asked(code)
       JOIN LATERAL (
         SELECT * FROM territory_copy named
          WHERE named.id = asked.code OR (named.id LIKE 'COM:%' AND named.within @> ARRAY[asked.code])
          ORDER BY named.id = asked.code DESC, named.id LIMIT 1) place ON true
       LEFT JOIN territory_copy area ON area.id = $1
      ORDER BY place.name COLLATE extensions.french, place.id`,
    [area, codes],
  );
}
