import { loadOne, loadWithArguments } from '@graphess/subgraph-kit';
import type { IndicatorCode } from '../indicator/indicator.code.ts';
import { publicValueSql } from '../observation/public-value.sql.ts';
import type { TerritoryLevel } from '../territory/territory.level.ts';
import type { Completeness } from './completeness.type.ts';

type CompletenessRequest = { indicator: IndicatorCode; level: TerritoryLevel; within: string };

const shown = publicValueSql('o', 'r');

/** How many territories each dataset tells of, by year: totals that hold today. */
export const completenessOf = loadWithArguments<CompletenessRequest, Completeness[]>(
  async ({ db }, datasets, { indicator, level, within }) => {
    const rows: (Omit<Completeness, 'missing' | 'completeness'> & { dataset: string })[] = await db.query(
      `WITH place AS (
         SELECT t.id FROM territory t
          WHERE t.level = $3 AND NOT EXISTS (SELECT FROM retired_territory retired WHERE retired.territory_id = t.id)
            AND (t.id = $4 OR EXISTS (SELECT FROM territory_link link WHERE link.part = t.id AND link.whole = $4)))
       SELECT o.dataset_code AS dataset, o.period, (SELECT count(*)::int FROM place) AS territories,
              count(*) FILTER (WHERE ${shown.value} IS NOT NULL)::int AS known,
              count(*) FILTER (WHERE ${shown.secret})::int AS suppressed,
              count(*) FILTER (WHERE r.status = 'NOT_APPLICABLE' AND NOT ${shown.secret})::int AS "notApplicable"
         FROM place JOIN observation o ON o.territory_id = place.id
         JOIN observation_revision r ON r.observation_id = o.id AND r.valid_to IS NULL
        WHERE o.dataset_code = ANY($1) AND o.indicator_code = $2 AND o.breakdown = ''
        GROUP BY o.dataset_code, o.period ORDER BY o.period NULLS LAST`,
      [datasets, indicator, level, within],
    );
    return Map.groupBy(
      rows.map(({ dataset, ...row }) => ({ dataset, ...withRatio(row) })),
      ({ dataset }) => dataset,
    );
  },
);

function withRatio(row: Omit<Completeness, 'missing' | 'completeness'>): Completeness {
  const meant = row.territories - row.notApplicable;
  return {
    ...row,
    missing: meant - row.known - row.suppressed,
    completeness: meant === 0 ? null : row.known / meant,
  };
}

type Release = {
  code: string;
  lastReleasedAt: Date | null;
  announcedOn: string | null;
  updateFrequency: string;
};

/** When each dataset was published last, and what it promises. */
export const releaseOf = loadOne<Release>(
  ({ db }, codes) =>
    db.query(
      `SELECT d.code, d.update_frequency AS "updateFrequency", d.next_release_on::text AS "announcedOn",
              (SELECT max(coalesce(v.released_at, v.first_loaded_at)) FROM vintage v
                WHERE v.dataset_code = d.code AND v.withdrawn_at IS NULL) AS "lastReleasedAt"
         FROM dataset d WHERE d.code = ANY($1)`,
      [codes],
    ),
  ({ code }) => code,
);
