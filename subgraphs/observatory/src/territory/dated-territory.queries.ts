import { BadInput, type Context, loadWithArguments } from '@graphess/subgraph-kit';
import { EPT_SINCE, FIRST_KNOWN_DAY, REGIONS_SINCE } from './known-history.ts';
import type { TerritoryLevel } from './territory.level.ts';

/** How territories were related on a day before the loaded geographic code. */
export type DatedRelation = {
  direction: 'within' | 'contains';
  level: TerritoryLevel | null;
  itself: boolean;
  on: string;
};
export type TerritoryPlace = { owner: string; id: string; partial: boolean };

const loadedGeography = loadWithArguments<object, { cogOn: string; hasMovements: boolean }>(
  async ({ db }) => {
    const rows: { cogOn: string; hasMovements: boolean }[] = await db.query(
      `SELECT cog_on::text AS "cogOn", movements_sha256 IS NOT NULL AS "hasMovements" FROM loaded_geography`,
    );
    return new Map(rows.map((row) => ['', row]));
  },
);

/** The day asked, null when the geography of that day is the one that is loaded. Throws BadInput before 1943. */
export async function formerDay(ctx: Context, on: string | null | undefined): Promise<string | null> {
  if (on === null || on === undefined) return null;
  const loaded = await loadedGeography(ctx, '', {});
  if (loaded === null || on >= loaded.cogOn) return null;
  if (on < FIRST_KNOWN_DAY) throw unknownBefore('la géographie', FIRST_KNOWN_DAY);
  return on;
}

/**
 * Since when the communes of each territory are known: 1943 once the movements are imported, and for those whose whole
 * history is known without them; else the date of the loaded code.
 */
const knownSince = loadWithArguments<object, { level: TerritoryLevel; since: string }>(
  async ({ db }, ids) => {
    const rows: { id: string; level: TerritoryLevel; since: string }[] = await db.query(
      `SELECT t.id, t.level,
            CASE WHEN loaded.movements_sha256 IS NOT NULL THEN $2::date
                 WHEN t.level = 'COMMUNE' THEN CASE WHEN t.id = ANY(known.ids) THEN $2::date ELSE loaded.cog_on END
                 WHEN EXISTS (SELECT FROM territory_link link JOIN territory commune
                                ON commune.id = link.part AND commune.level = 'COMMUNE'
                               WHERE link.whole = t.id AND NOT (commune.id = ANY(known.ids))) THEN loaded.cog_on
                 ELSE $2::date END::text AS since
       FROM territory t, loaded_geography loaded,
            LATERAL (SELECT coalesce(array_agg(code.territory_id), '{}') AS ids FROM territory_code code
                      WHERE code.own AND code.valid_from = $2::date) known
      WHERE t.id = ANY($1)`,
      [ids, FIRST_KNOWN_DAY],
    );
    return new Map(rows.map((row) => [row.id, row]));
  },
);

/** Throws BadInput when it is not known where the territory, or territories of a level, lay on that day. */
export async function checkKnownOn(ctx: Context, id: string, { level, on }: DatedRelation): Promise<void> {
  const known = await knownSince(ctx, id, {});
  if (known === null) return;
  for (const each of level === null ? [known.level] : [known.level, level]) {
    const loaded = await loadedGeography(ctx, '', {});
    if (each === 'EPCI' && loaded) throw unknownBefore('le périmètre des EPCI', loaded.cogOn);
    if (each === 'REGION' && on < REGIONS_SINCE)
      throw unknownBefore('le périmètre des régions', REGIONS_SINCE);
  }
  // No EPT existed: it need not be known of which communes it would have been.
  if (known.level === 'EPT' && on < EPT_SINCE) return;
  if (on < known.since) throw unknownBefore(`la géographie de ${id}`, known.since);
}

/** Where the communes of territories lay on a day, one statement whatever their number. */
export const placesOn = loadWithArguments<DatedRelation, TerritoryPlace[]>(
  async ({ db }, ids, { direction, level, itself, on }) => {
    const rows: TerritoryPlace[] = await db.query(
      `WITH lying AS NOT MATERIALIZED (
         SELECT part, whole FROM dated_territory_link
          WHERE valid_from <= $2::date AND (valid_to IS NULL OR $2::date < valid_to)),
       mine AS (
         SELECT whole AS owner, part AS commune FROM lying WHERE whole = ANY($1)
         UNION SELECT part, part FROM lying WHERE part = ANY($1)),
       near AS (
         SELECT mine.owner, lying.whole AS id, count(*) AS shared
           FROM mine JOIN lying ON lying.part = mine.commune GROUP BY mine.owner, lying.whole
         UNION ALL SELECT owner, commune, 1 FROM mine),
       smaller AS (
         SELECT near.*, CASE WHEN $3 = 'contains' THEN near.id ELSE near.owner END AS part
           FROM near JOIN territory t ON t.id = near.id JOIN territory asker ON asker.id = near.owner
          WHERE ($4::text IS NULL OR t.level = $4)
            AND (near.id = near.owner AND $5
                 OR CASE WHEN $3 = 'contains' THEN array_position($6::text[], t.level) < array_position($6, asker.level)
                         ELSE array_position($6::text[], t.level) > array_position($6, asker.level) END)),
       size AS (
         SELECT whole, count(*) AS communes FROM lying WHERE whole IN (SELECT part FROM smaller) GROUP BY whole)
       SELECT smaller.owner, smaller.id, coalesce(size.communes > smaller.shared, false) AS partial
         FROM smaller JOIN territory t ON t.id = smaller.id LEFT JOIN size ON size.whole = smaller.part
        ORDER BY smaller.owner, t.level, t.name COLLATE extensions.french, t.id`,
      [ids, on, direction, level, itself, FROM_SMALL_TO_LARGE],
    );
    return Map.groupBy(rows, ({ owner }) => owner);
  },
);

const FROM_SMALL_TO_LARGE: readonly TerritoryLevel[] = ['COMMUNE', 'EPT', 'EPCI', 'DEPARTMENT', 'REGION'];

function unknownBefore(what: string, since: string): BadInput {
  return new BadInput('on', `On ne connaît pas ${what} avant le ${frenchDay(since)}.`);
}

const DAY = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });

function frenchDay(day: string): string {
  return DAY.format(new Date(`${day}T00:00:00Z`)).replace(/^1 /, '1er ');
}
