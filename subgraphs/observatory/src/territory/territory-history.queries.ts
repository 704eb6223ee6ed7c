import { loadMany } from '@graphess/subgraph-kit';
import { KIND_OF_MOVEMENT } from './movement.kind.ts';
import type { FormerCode, TerritoryChange } from './territory-history.type.ts';

const MOST = 50;

/** The codes that lead to a territory besides its own, the oldest first, the unknown dates last. */
export const formerCodesOf = loadMany<FormerCode & { owner: string }>(
  ({ db }, ids) =>
    db.query(
      `SELECT territory_id AS owner, code, NULLIF(valid_from, '-infinity')::text AS since, valid_to::text AS until,
              NOT own AS absorbed
         FROM (SELECT *, row_number() OVER (PARTITION BY territory_id ORDER BY NULLIF(valid_from, '-infinity'), code) AS rank
                 FROM territory_code WHERE territory_id = ANY($1) AND code <> territory_id) former
        WHERE rank <= $2
        ORDER BY territory_id, rank`,
      [ids, MOST],
    ),
  ({ owner }) => owner,
);

/** The movements of a commune under each of its codes, the oldest first. */
export const changesOf = loadMany<TerritoryChange & { owner: string }>(
  async ({ db }, ids) => {
    const rows: (Omit<TerritoryChange, 'kind'> & { owner: string; kind: number })[] = await db.query(
      `SELECT * FROM (
         SELECT found.*, row_number() OVER (PARTITION BY owner ORDER BY "on", kind, "codeBefore", "codeAfter") AS rank
           FROM (SELECT DISTINCT own.id AS owner, m.effective_on::text AS on, m.kind,
                        'COM:' || m.code_before AS "codeBefore", m.name_before AS "nameBefore",
                        'COM:' || m.code_after AS "codeAfter", m.name_after AS "nameAfter"
                   FROM (SELECT territory_id AS id, substr(code, 5) AS code, valid_from, valid_to
                           FROM territory_code WHERE own AND territory_id = ANY($1)
                         UNION ALL
                         SELECT id, substr(id, 5), '-infinity', NULL FROM unnest($1::text[]) AS always(id)
                          WHERE NOT EXISTS (SELECT FROM territory_code WHERE own AND territory_id = id)) own
                   JOIN LATERAL (
                     SELECT * FROM territory_movement WHERE code_before = own.code
                        AND effective_on > own.valid_from AND (own.valid_to IS NULL OR effective_on <= own.valid_to)
                     UNION
                     SELECT * FROM territory_movement WHERE code_after = own.code
                        AND effective_on >= own.valid_from AND (own.valid_to IS NULL OR effective_on < own.valid_to)) m
                     ON m.type_before = 'COM' AND m.type_after = 'COM') found) ranked
        WHERE rank <= $2
        ORDER BY owner, rank`,
      [ids, MOST],
    );
    return rows.map((row) => ({ ...row, kind: KIND_OF_MOVEMENT[row.kind] ?? 'OTHER' }));
  },
  ({ owner }) => owner,
);
