import type { KeysetList } from '@graphess/subgraph-kit';
import { indicatorOf } from '../indicator/indicator.catalogue.ts';
import { INDICATOR_CODES, type IndicatorCode } from '../indicator/indicator.code.ts';
import { publicValueSql } from '../observation/public-value.sql.ts';
import type { UnknownReason } from './unknown.reason.ts';

/** Indicators that everybody asks of every place: where no source gives one, it is told as unknown. */
const HEADLINES: readonly IndicatorCode[] = [
  'ESS_ESTABLISHMENTS',
  'ESS_JOBS',
  'ESS_ESTABLISHMENTS_SHARE',
  'ESS_JOBS_SHARE',
  'ESS_JOBS_PER_1000',
];

const shown = publicValueSql('o', 'r');

/** `territory_id` is the place it is about, null for what is about none. */
const UNKNOWNS_SQL = `
  WITH silent AS MATERIALIZED (
      SELECT r.source_ids[1] AS source_id, coalesce(v.released_at, v.first_loaded_at) AS at
        FROM vintage v JOIN observation_revision r ON r.vintage_id = v.id
       WHERE v.dataset_code = ANY(ARRAY(SELECT 'ESS-PANORAMA-' || substr(area.territory_id, 5) FROM shown_area area))
       ORDER BY at DESC, v.id, r.id LIMIT 1)
  SELECT u.id, u.subject, u.field, u.label, u.reason, u.count, NULL AS statement, u.source_id AS "sourceId",
         CASE WHEN u.subject ~ '^(COM|EPCI|EPT|DEP|REG):' THEN u.subject END AS territory_id,
         NULL AS "toldBy", NULL::timestamptz AS "toldAt"
    FROM unknown_value u

  UNION ALL
  -- A place of the shown area of which no source gives a headline figure; the last document of the area is the silent one.
  SELECT 'UNKNOWN:NO_SOURCE/' || t.id || '/' || headline.code, t.id, headline.code, headline.label || ' : ' || t.name,
         'NO_SOURCE', 1, NULL, silent.source_id, t.id, NULL, silent.at
    FROM territory t
    CROSS JOIN unnest($1::text[], $2::text[]) AS headline(code, label)
    LEFT JOIN silent ON true
   WHERE t.level IN ('COMMUNE', 'EPT', 'DEPARTMENT')
     AND (t.id IN (SELECT area.territory_id FROM shown_area area)
          OR EXISTS (SELECT FROM territory_link link JOIN shown_area area ON area.territory_id = link.whole
                      WHERE link.part = t.id))
     AND NOT EXISTS (SELECT FROM retired_territory retired WHERE retired.territory_id = t.id)
     AND NOT EXISTS (SELECT FROM observation o JOIN observation_revision r ON r.observation_id = o.id AND r.valid_to IS NULL
                      WHERE o.indicator_code = headline.code AND o.territory_id = t.id AND o.breakdown = ''
                        AND NOT o.is_demonstration)

  UNION ALL
  -- A total that a source says in words, says to be missing, or that is hidden; details are no question of their own.
  SELECT 'UNKNOWN:' || why.reason || '/' || o.id, o.territory_id, o.indicator_code,
         concat_ws(' ', (SELECT label FROM unnest($3::text[], $4::text[]) AS known(code, label)
                          WHERE known.code = o.indicator_code) || ' : ' || t.name, '(' || o.period || ')'),
         why.reason, 1, ${shown.statement}, (${shown.sourceIds})[1], o.territory_id, d.producer,
         coalesce(o.secret_since, r.valid_from)
    FROM observation o
    JOIN observation_revision r ON r.observation_id = o.id AND r.valid_to IS NULL
    JOIN territory t ON t.id = o.territory_id
    JOIN dataset d ON d.code = o.dataset_code
    CROSS JOIN LATERAL (SELECT CASE WHEN ${shown.secret} THEN 'SUPPRESSED'
                                    WHEN r.approximate THEN 'IN_WORDS'
                                    WHEN r.status = 'MISSING' THEN 'NO_SOURCE' END AS reason) why
   WHERE o.breakdown = '' AND NOT o.is_demonstration AND why.reason IS NOT NULL

  UNION ALL
  -- A dataset that nobody has published here yet.
  SELECT 'UNKNOWN:NOT_PUBLISHED_YET/DS:' || d.code || '/vintages', 'DS:' || d.code, 'vintages', d.title,
         'NOT_PUBLISHED_YET', NULL, NULL, NULL, NULL, d.producer, NULL
    FROM dataset d
   WHERE NOT d.is_demonstration AND NOT EXISTS (SELECT FROM vintage v WHERE v.dataset_code = d.code)`;

/** What is not known, for the reasons given, inside a territory; null keeps all. In the order of ids: by reason, then subject. */
export function unknownList(reasons: readonly UnknownReason[] | null, within: string | null): KeysetList {
  const labels = (codes: readonly IndicatorCode[]) => codes.map((code) => indicatorOf(code)?.label ?? code);
  return {
    name: 'unknowns/ID_ASC',
    sql: `
      SELECT u.id, u.subject, u.field, u.label, u.reason, u.count, u.statement, u."sourceId",
             coalesce(source.producer, u."toldBy") AS producer,
             coalesce(source.published_on, source.accessed_on, (u."toldAt" AT TIME ZONE 'Europe/Paris')::date)::text AS since
        FROM (${UNKNOWNS_SQL}) u LEFT JOIN source ON source.id = u."sourceId"
       WHERE ($5::text[] IS NULL OR u.reason = ANY($5))
         AND ($6::text IS NULL OR u.territory_id = $6
              OR EXISTS (SELECT FROM territory_link link WHERE link.part = u.territory_id AND link.whole = $6))`,
    params: [HEADLINES, labels(HEADLINES), INDICATOR_CODES, labels(INDICATOR_CODES), reasons, within],
    order: [{ sql: 'id', type: 'text', notNull: true }],
  };
}
