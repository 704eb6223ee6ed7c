import { loadMany } from '@graphess/subgraph-kit';
import type { IndicatorCode } from '../indicator/indicator.code.ts';
import type { ObservationAtInstant } from '../observation/observation.entity.ts';
import { heldAtSql, OBSERVED_SQL, type ObservedRow, toObservation } from '../observation/observed.sql.ts';

/** What one `series` field asks. `asOf` is an instant of publication (RFC 3339), null for what holds today. */
export type SeriesRequest = {
  indicator: IndicatorCode;
  territories: readonly string[];
  breakdowns: readonly string[];
  from: number;
  to: number;
  asOf: string | null;
  isDemonstration: boolean;
  dataset: string | null;
};

/** A cell of a series, with the dataset that the series comes from. */
export type SeriesCell = { observation: ObservationAtInstant; datasetCode: string };

/** The cells of all series that a field asks; every field of a request in one statement. */
export const cellsOfSeries = loadMany<SeriesCell & { request: string }>(
  async ({ db }, requests) => {
    const asked = requests.map((request) => JSON.parse(request) as SeriesRequest);
    const rows: (ObservedRow & { ask: number; datasetCode: string; answering: string })[] = await db.query(
      SERIES_SQL,
      [
        asked.map(({ indicator }) => indicator),
        asked.map(({ from }) => from),
        asked.map(({ to }) => to),
        asked.map(({ asOf }) => asOf),
        asked.map(({ isDemonstration }) => isDemonstration),
        asked.map(({ dataset }) => dataset),
        asked.flatMap(({ territories }, index) => territories.map(() => index + 1)),
        asked.flatMap(({ territories }) => territories),
        asked.flatMap(({ breakdowns }, index) => breakdowns.map(() => index + 1)),
        asked.flatMap(({ breakdowns }) => breakdowns),
      ],
    );
    return rows.map(({ ask, datasetCode, answering: _, ...row }) => ({
      request: requests[ask - 1] ?? '',
      datasetCode,
      observation: toObservation(row),
    }));
  },
  ({ request }) => request,
);

// A series mixes no two sources: of the datasets that have a cell of it, the one that was released last answers. Each
// series is read by itself (OFFSET keeps the planner from merging them): an index gives exactly its cells.
const SERIES_SQL = `
  WITH ask AS (
    SELECT * FROM unnest($1::text[], $2::int[], $3::int[], $4::timestamptz[], $5::boolean[], $6::text[])
      WITH ORDINALITY AS a(indicator, first_year, last_year, as_of, is_demonstration, dataset, ask)),
  place AS (SELECT * FROM unnest($7::int[], $8::text[]) AS p(ask, territory)),
  detail AS (SELECT * FROM unnest($9::int[], $10::text[]) AS d(ask, breakdown)),
  released AS (
    SELECT ask.ask, v.dataset_code AS "datasetCode", max(coalesce(v.released_at, v.first_loaded_at)) AS at
      FROM ask JOIN vintage v
        ON coalesce(v.released_at, v.first_loaded_at) <= coalesce(ask.as_of, 'infinity')
           AND (v.withdrawn_at IS NULL OR v.withdrawn_at > coalesce(ask.as_of, 'infinity'))
     GROUP BY ask.ask, v.dataset_code),
  cell AS (
    SELECT ask.ask, cell.*
      FROM ask JOIN place USING (ask) JOIN detail USING (ask),
      LATERAL (
        SELECT o.dataset_code AS "datasetCode", ${OBSERVED_SQL}
          FROM observation o JOIN observation_revision r ON r.observation_id = o.id AND ${heldAtSql('ask.as_of')}
         WHERE o.indicator_code = ask.indicator AND o.territory_id = place.territory
           AND o.breakdown = detail.breakdown AND o.period BETWEEN ask.first_year AND ask.last_year
           AND o.is_demonstration = ask.is_demonstration AND (ask.dataset IS NULL OR o.dataset_code = ask.dataset)
        OFFSET 0) cell),
  ranked AS (
    SELECT cell.*, first_value("datasetCode") OVER (
             PARTITION BY ask, "territoryId", breakdown ORDER BY released.at DESC NULLS LAST, "datasetCode") AS answering
      FROM cell LEFT JOIN released USING (ask, "datasetCode"))
  SELECT * FROM ranked WHERE "datasetCode" = answering`;
