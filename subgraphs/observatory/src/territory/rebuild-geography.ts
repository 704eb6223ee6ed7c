import { upsertRows } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { type CogCommune, cogVersion } from './cog.ts';
import { EPT_SINCE, FIRST_KNOWN_DAY, REGIONS_SINCE } from './known-history.ts';
import {
  codesOfPackage,
  type FormerCommune,
  type History,
  historyOf,
  type Movement,
  movementsOfPackage,
  type TerritoryCode,
} from './movement.rules.ts';

type Rebuilt = { codes: number; former: number; astray: readonly Movement[] };

/**
 * Says anew, from the communes of the geographic code and the movements that were imported, which codes lead to which
 * territory and where communes lay at each date. Communes that are no more become territories that lie in nothing today.
 */
export async function rebuildGeography(db: EntityManager, communes: readonly CogCommune[]): Promise<Rebuilt> {
  const movements: Movement[] = await db.query(
    `SELECT effective_on::text AS on, kind, type_before AS "typeBefore", code_before AS "codeBefore",
            name_before AS "nameBefore", type_after AS "typeAfter", code_after AS "codeAfter", name_after AS "nameAfter"
       FROM territory_movement`,
  );
  const current = communes.map(({ code }) => code);
  const history: History =
    movements.length === 0
      ? { codes: [], former: [], astray: [] }
      : historyOf([...movements, ...movementsOfPackage(communes, movements)], current, FIRST_KNOWN_DAY);
  const told = new Set(history.codes.map(({ code }) => code));
  const codes = [
    ...withoutUnchanged(history.codes),
    ...codesOfPackage(communes, FIRST_KNOWN_DAY).filter(({ code }) => !told.has(code)),
  ];

  await keepFormerCommunes(db, history.former);
  const rows = codes.map(({ code, territory, from, to, own }) => ({
    code,
    territory_id: territory,
    valid_from: from ?? '-infinity',
    valid_to: to,
    own,
  }));
  await deleteOtherCodes(db, rows);
  await upsertRows(db, 'territory_code', ['code', 'territory_id', 'valid_from'], rows);
  await replaceDatedLinks(db, movements.length > 0);
  await db.query(
    `INSERT INTO loaded_geography (cog_on) VALUES ($1)
     ON CONFLICT (only_row) DO UPDATE SET cog_on = excluded.cog_on`,
    [`${cogVersion().year}-01-01`],
  );
  return { codes: codes.length, former: history.former.length, astray: history.astray };
}

/** Without the communes that always had the code of today. */
function withoutUnchanged(codes: readonly TerritoryCode[]): TerritoryCode[] {
  const ownCodes = Map.groupBy(
    codes.filter(({ own }) => own),
    ({ territory }) => territory,
  );
  return codes.filter(
    ({ code, territory, from, to, own }) =>
      !(
        own &&
        code === territory &&
        from === FIRST_KNOWN_DAY &&
        to === null &&
        ownCodes.get(territory)?.length === 1
      ),
  );
}

async function keepFormerCommunes(db: EntityManager, former: readonly FormerCommune[]): Promise<void> {
  await db.query(`UPDATE territory SET ended_on = NULL WHERE ended_on IS NOT NULL AND NOT (id = ANY($1))`, [
    former.map(({ id }) => id),
  ]);
  const rows = former.map(({ id, name, endedOn }) => ({ id, name, level: 'COMMUNE', ended_on: endedOn }));
  await upsertRows(db, 'territory', ['id'], rows);
  await db.query(
    'INSERT INTO retired_territory (territory_id) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING',
    [former.map(({ id }) => id)],
  );
}

/** A row that changes leaves first, so that another may take what was unique to it. */
async function deleteOtherCodes(db: EntityManager, rows: readonly object[]): Promise<void> {
  await db.query(
    `DELETE FROM territory_code t
      WHERE NOT EXISTS (
        SELECT FROM json_populate_recordset(NULL::territory_code, $1::json) kept
         WHERE kept.code = t.code AND kept.territory_id = t.territory_id AND kept.valid_from = t.valid_from
           AND kept.own = t.own AND kept.valid_to IS NOT DISTINCT FROM t.valid_to)`,
    [JSON.stringify(rows)],
  );
}

/**
 * A commune lies in the département that its code names; in the EPT and the région that it, or its heir, lies in today,
 * from the day that these have their present extent. Without movements, only communes whose history is known have a row.
 */
async function replaceDatedLinks(db: EntityManager, hasMovements: boolean): Promise<void> {
  await db.query('DELETE FROM dated_territory_link');
  await db.query(
    `WITH own AS (
       SELECT territory_id AS part, code, valid_from, valid_to FROM territory_code WHERE own AND valid_from > '-infinity'),
     life AS (
       SELECT * FROM own
       UNION ALL
       SELECT id, id, $3::date, NULL FROM territory
        WHERE $4 AND level = 'COMMUNE' AND id NOT IN (SELECT part FROM own)
          AND id NOT IN (SELECT territory_id FROM retired_territory)),
     home AS (
       SELECT part, code, valid_from, valid_to,
              'DEP:' || CASE WHEN code ~ '^COM:9[78]' THEN substr(code, 5, 3) ELSE substr(code, 5, 2) END AS department
         FROM life),
     lying AS (
       SELECT part, department AS whole, valid_from, valid_to FROM home
       UNION ALL
       SELECT home.part, link.whole, greatest(valid_from, $1::date), valid_to
         FROM home JOIN territory_link link ON link.part = home.department AND NOT link.partial
         JOIN territory region ON region.id = link.whole AND region.level = 'REGION'
       UNION ALL
       SELECT life.part, link.whole, greatest(life.valid_from, $2::date), life.valid_to
         FROM life
         LEFT JOIN territory_code heir ON heir.code = life.code AND heir.valid_from = life.valid_from AND NOT heir.own
         JOIN territory_link link ON link.part = coalesce(heir.territory_id, life.part)
         JOIN territory ept ON ept.id = link.whole AND ept.level = 'EPT')
     INSERT INTO dated_territory_link (part, whole, valid_from, valid_to)
     SELECT part, whole, valid_from, valid_to FROM lying JOIN territory t ON t.id = lying.whole
      WHERE valid_to IS NULL OR valid_from < valid_to`,
    [REGIONS_SINCE, EPT_SINCE, FIRST_KNOWN_DAY, hasMovements],
  );
}
