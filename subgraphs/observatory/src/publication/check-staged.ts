import type { EntityManager } from 'typeorm';
import type { RowProblem } from '../import/source-cell.ts';
import { ADDITIVE_INDICATORS } from '../indicator/indicator.code.ts';
import { resolveCodes } from '../territory/resolve-codes.ts';
import { KEPT_PROBLEMS, type Problems } from './stage-items.ts';

type Check = { geographyDate: string; now: Date; aggregates: boolean };

/** What is wrong with the lines of `staged`, all of it; each with its line and column. */
export async function checkStaged(
  tx: EntityManager,
  { geographyDate, now, aggregates }: Check,
  problems: Problems,
): Promise<void> {
  await resolveTerritories(tx, geographyDate);
  const found = [
    ...(await firstOf(tx, UNKNOWN_TERRITORIES, [geographyDate])),
    ...(aggregates ? [] : await firstOf(tx, REPEATED_CELLS)),
    ...(await firstOf(tx, ODD_VALUES, [now.getUTCFullYear(), [...ADDITIVE_INDICATORS]])),
  ];
  for (const { problem, standsFor } of found.sort((a, b) => a.problem.line - b.problem.line))
    problems.add(problem, standsFor);
}

/** The first lines that a check finds fault with, as many as are kept; the last one stands for all that follow. */
async function firstOf(
  tx: EntityManager,
  check: string,
  params: readonly unknown[] = [],
): Promise<{ problem: RowProblem; standsFor: number }[]> {
  const rows: (RowProblem & { total: number })[] = await tx.query(
    `SELECT *, (count(*) OVER ())::int AS total FROM (${check}) found ORDER BY line LIMIT ${KEPT_PROBLEMS}`,
    [...params],
  );
  return rows.map(({ total, ...problem }, at) => ({
    problem,
    standsFor: at === rows.length - 1 ? total - at : 1,
  }));
}

async function resolveTerritories(tx: EntityManager, geographyDate: string): Promise<void> {
  const codes: { code: string }[] = await tx.query('SELECT DISTINCT territory AS code FROM staged');
  const found = await resolveCodes(
    tx,
    codes.map(({ code }) => code),
    geographyDate,
  );
  const rows = codes.map(({ code }) => ({
    code,
    id: found.get(code)?.id ?? null,
    exact: found.get(code)?.exact ?? null,
  }));
  await tx.query(
    'INSERT INTO staged_territory SELECT * FROM json_populate_recordset(NULL::staged_territory, $1::json)',
    [JSON.stringify(rows)],
  );
  await tx.query('ANALYZE staged_territory');
}

const UNKNOWN_TERRITORIES = `
  SELECT s.line, 'territory' AS column, s.territory AS raw,
         CASE WHEN t.id IS NULL THEN 'TERRITORY_UNKNOWN' ELSE 'TERRITORY_OF_ANOTHER_DATE' END AS code,
         CASE WHEN t.id IS NULL THEN 'Ce territoire n’existe pas dans le code officiel géographique.'
              ELSE 'Ce code n’est pas celui d’un territoire au ' || to_char($1::date, 'DD/MM/YYYY')
                   || ' : aujourd’hui, ' || t.id || coalesce(' (' || named.name || ')', '') || '.' END AS message
    FROM staged s JOIN staged_territory t ON t.code = s.territory LEFT JOIN territory named ON named.id = t.id
   WHERE t.id IS NULL OR NOT t.exact`;

const REPEATED_CELLS = `
  SELECT line, NULL AS column, 'DUPLICATE_KEY' AS code, territory AS raw,
         'Cette ligne donne la même cellule que la ligne ' || first || '.' AS message
    FROM (SELECT line, territory,
                 min(line) OVER (PARTITION BY indicator, territory, period, breakdown) AS first,
                 row_number() OVER (PARTITION BY indicator, territory, period, breakdown ORDER BY line) AS place
            FROM staged) numbered
   WHERE place > 1`;

const ODD_VALUES = `
  SELECT line, problem.column_name AS column, problem.code, problem.message, problem.raw
    FROM staged s, LATERAL (VALUES
      (s.period IS NOT NULL AND s.period > $1::int, 'period', 'PERIOD_IN_FUTURE',
       'L’année observée n’est pas encore commencée.', s.period::text),
      (s.period IS NOT NULL AND s.period NOT BETWEEN 1900 AND 2200, 'period', 'PERIOD_OUT_OF_BOUNDS',
       'Une année de 1900 à 2200 est attendue.', s.period::text),
      (s.value IS NULL AND s.status IN ('NORMAL', 'PROVISIONAL', 'ESTIMATED', 'BREAK'), 'value', 'VALUE_MISSING',
       'Ce statut demande une valeur.', NULL),
      (s.value IS NOT NULL AND s.status = 'SUPPRESSED_PRODUCER', 'value', 'SECRET_VALUE_PRESENT',
       'Une cellule masquée ne doit pas porter de valeur.', NULL),
      (s.value IS NOT NULL AND s.status IN ('MISSING', 'NOT_APPLICABLE'), 'status', 'VALUE_WITHOUT_STATUS',
       'Ce statut dit qu’il n’y a pas de valeur, et la ligne en porte une.', s.value::text),
      (s.value < 0 OR s.value = 'NaN' OR s.value = 'Infinity', 'value', 'VALUE_OUT_OF_BOUNDS',
       'Un nombre positif ou nul est attendu.', s.value::text),
      (s.largest > s.value, 'largest', 'LARGEST_ABOVE_VALUE',
       'La plus grande unité dépasse la valeur de la cellule.', NULL),
      (s.units = 0 AND s.value > 0, 'units', 'UNITS_MISSING',
       'Une valeur positive a au moins une unité.', NULL),
      (NOT s.indicator = ANY($2::text[]), 'indicator', 'INDICATOR_COMPUTED',
       'Cet indicateur se calcule à la publication ; il ne se dépose pas.', s.indicator)
    ) AS problem (applies, column_name, code, message, raw)
   WHERE problem.applies`;
