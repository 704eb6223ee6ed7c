import type { EntityManager } from 'typeorm';
import { DOCUMENTS_PREFIX } from '../dataset/declared-datasets.ts';
import type { IndicatorCode } from '../indicator/indicator.code.ts';

/** What gives a count back to whoever knows the printed figure: the figure, and the counts that it is made of. */
const MADE_OF: readonly { printed: IndicatorCode; count: IndicatorCode }[] = [
  { printed: 'ESS_JOBS', count: 'ESS_JOBS' },
  { printed: 'ESS_JOBS_PER_1000', count: 'ESS_JOBS' },
  { printed: 'ESS_JOBS_SHARE', count: 'ESS_JOBS' },
  { printed: 'ESS_JOBS_SHARE', count: 'PRIVATE_JOBS' },
  { printed: 'ESS_JOBS_GROWTH', count: 'ESS_JOBS' },
  { printed: 'ESS_JOBS_RANK', count: 'ESS_JOBS' },
  { printed: 'ESS_JOBS_TOP5_SHARE', count: 'ESS_JOBS' },
  { printed: 'ESS_ESTABLISHMENTS', count: 'ESS_ESTABLISHMENTS' },
  { printed: 'ESS_ESTABLISHMENTS_SHARE', count: 'ESS_ESTABLISHMENTS' },
  { printed: 'ESS_ESTABLISHMENTS_SHARE', count: 'PRIVATE_ESTABLISHMENTS' },
  { printed: 'ESS_ESTABLISHMENTS_DEPARTMENT_SHARE', count: 'ESS_ESTABLISHMENTS' },
  { printed: 'ESS_ESTABLISHMENTS_GROWTH', count: 'ESS_ESTABLISHMENTS' },
  { printed: 'ESS_ESTABLISHMENTS_TOP5_SHARE', count: 'ESS_ESTABLISHMENTS' },
];

/**
 * Hides the figures that documents print of a place whose count is a secret, whatever its year: a document seldom says of
 * which year its figure is. A share of the département is hidden with the département’s count; the printed ranks of a
 * département all go when one of the communes that they rank does, since the others tell its place; a share of five first
 * communes goes with a commune that the documents name among the five. */
export async function hidePrintedFigures(db: EntityManager, at: Date): Promise<void> {
  await db.query(HIDE_SQL, [JSON.stringify(MADE_OF), DOCUMENTS_PREFIX, at]);
}

const HIDE_SQL = `
  WITH made_of AS (SELECT * FROM json_to_recordset($1::json) AS m(printed text, count text)),
  figure AS (
    SELECT o.* FROM observation o WHERE starts_with(o.dataset_code, $2) AND o.breakdown = '' AND NOT o.is_demonstration),
  secret AS (
    SELECT DISTINCT o.indicator_code AS count, o.territory_id FROM observation o
     WHERE o.secret_since IS NOT NULL AND o.breakdown = '' AND NOT o.is_demonstration
       AND o.indicator_code IN (SELECT count FROM made_of)),
  told AS (
    SELECT figure.id
      FROM figure JOIN made_of ON made_of.printed = figure.indicator_code JOIN secret ON secret.count = made_of.count
     WHERE figure.secret_since IS NULL
       AND (secret.territory_id = figure.territory_id
            OR figure.indicator_code LIKE '%_DEPARTMENT_SHARE' AND EXISTS (
                 SELECT FROM territory_link home WHERE home.part = figure.territory_id AND home.whole = secret.territory_id
                    AND home.whole LIKE 'DEP:%')
            OR figure.indicator_code LIKE '%_RANK' AND EXISTS (
                 SELECT FROM figure ranked JOIN territory_link home ON home.part = ranked.territory_id
                   JOIN territory_link near ON near.whole = home.whole AND near.part = figure.territory_id
                  WHERE ranked.indicator_code = figure.indicator_code AND ranked.territory_id = secret.territory_id
                    AND home.whole LIKE 'DEP:%')
            OR figure.indicator_code LIKE '%_TOP5_SHARE' AND EXISTS (
                 SELECT FROM territory_link inside
                  WHERE inside.whole = figure.territory_id AND inside.part = secret.territory_id)
               AND (EXISTS (SELECT FROM figure ranked WHERE ranked.indicator_code = secret.count || '_RANK'
                               AND ranked.territory_id = secret.territory_id)
                    OR EXISTS (SELECT FROM claim WHERE claim.subject = secret.territory_id
                                  AND claim.field = 'top5.' || secret.count))))
  UPDATE observation o SET secret_since = $3 FROM told WHERE o.id = told.id AND o.secret_since IS NULL`;
