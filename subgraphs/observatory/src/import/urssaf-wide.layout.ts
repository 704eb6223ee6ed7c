import type { IndicatorCode } from '../indicator/indicator.code.ts';
import { type Header, placesOf } from './header.ts';
import type { Layout, RowReader } from './layout.ts';
import { rowProblem } from './row-problem.ts';
import { SeenLines } from './seen-lines.ts';
import type { ReadItem, RowProblem } from './source-cell.ts';
import type { SourceRow } from './source-row.ts';
import { territoryOfCode } from './territory-code.rules.ts';
import { isDescriptive, placeColumn } from './urssaf-columns.ts';
import { readUrssafValue } from './urssaf-value.ts';
import { detailsOfSector, sectorOfApe, sectorOfLabel, type WrittenSector } from './written-sector.ts';

const MEASURE = /^(nombre_d_etablissements|effectifs_salaries|masse_salariale)_((?:19|20)\d{2})$/;

const INDICATOR_OF: Readonly<Record<string, IndicatorCode>> = {
  nombre_d_etablissements: 'PRIVATE_ESTABLISHMENTS',
  effectifs_salaries: 'PRIVATE_JOBS',
  masse_salariale: 'PAYROLL',
};

type Measure = { column: number; indicator: IndicatorCode };
type Year = { period: number; establishments: number; measures: Measure[] };

/**
 * Urssaf, private sector: a line for each place and activity, a column for each measure and year. The lines of a place
 * add up: each one gives its part of the total, of its sector and of its division.
 */
export const urssafWideLayout: Layout = {
  recognises: ({ names }) => names.some((name) => MEASURE.test(name)),

  open(header, { elsewhere }): RowReader | RowProblem[] {
    const { problems } = placesOf(header, {}, (name) => isDescriptive(name) || MEASURE.test(name));
    const place = placeColumn(header);
    if (place === null) {
      const message =
        'Aucune colonne ne donne le code du territoire (« code_commune », « code_departement »…).';
      problems.push(rowProblem(header.line, 'code_commune', 'COLUMN_MISSING', message, null));
    }
    if (place === null || problems.length > 0) return problems;
    const years = yearsOf(header);
    const activity = activityColumn(header);
    const seen = new SeenLines();

    return {
      read(row) {
        if (place.prefix === null) {
          return row.aside(place.column, 'LEVEL_NOT_KEPT', 'Cet échelon géographique n’est pas repris.');
        }
        const territory = territoryOfCode(place.prefix, row.text(place.column));
        if (territory === null) {
          row.refuse(
            place.column,
            'TERRITORY_MALFORMED',
            'Ce code n’est pas celui d’un territoire de cet échelon.',
          );
          return row.refusals();
        }
        if (elsewhere.has(territory)) return row.elsewhere(place.column);
        const sector = activity?.read(row.text(activity.column)) ?? null;
        if (activity !== null && sector === null) {
          row.refuse(activity.column, 'CODE_UNKNOWN', 'Cette activité n’est pas connue de la NAF rév. 2.');
          return row.refusals();
        }
        if (seen.again(territory, activity === null ? '' : row.text(activity.column))) {
          row.refuse(
            activity?.column ?? place.column,
            'LINE_TWICE',
            'Cette ligne est déjà dans le fichier (même territoire, même activité) : ses valeurs seraient comptées deux fois.',
          );
          return row.refusals();
        }
        const breakdowns = ['', ...detailsOfSector(sector)];
        const cells = years.flatMap((year) => cellsOf(row, year, territory, breakdowns));
        return row.problems.length > 0 ? row.refusals() : cells;
      },
    };
  },
};

function yearsOf({ names }: Header): Year[] {
  const years = new Map<number, Year>();
  names.forEach((name, column) => {
    const [, measure = '', written] = MEASURE.exec(name) ?? [];
    const indicator = INDICATOR_OF[measure];
    if (indicator === undefined) return;
    const period = Number(written);
    const year = years.get(period) ?? { period, establishments: -1, measures: [] };
    year.measures.push({ column, indicator });
    if (indicator === 'PRIVATE_ESTABLISHMENTS') year.establishments = column;
    years.set(period, year);
  });
  return [...years.values()].sort((a, b) => a.period - b.period);
}

type Activity = { column: number; read: (text: string) => WrittenSector | null };

function activityColumn({ names }: Header): Activity | null {
  const find = (...known: string[]) => names.findIndex((name) => known.includes(name));
  const ape = [find('code_ape'), find('ape')].find((column) => column >= 0);
  if (ape !== undefined) return { column: ape, read: sectorOfApe };
  const label = [
    find('code_na88', 'secteur_na88', 'secteur_na88i'),
    find('code_na17', 'secteur_na17', 'secteur_na17i'),
  ].find((column) => column >= 0);
  return label === undefined ? null : { column: label, read: sectorOfLabel };
}

/** The cells of a year; none when the year is empty: the activity is then simply not there. */
function cellsOf(
  row: SourceRow,
  { period, establishments, measures }: Year,
  territory: string,
  breakdowns: readonly string[],
): ReadItem[] {
  if (measures.every(({ column }) => row.text(column) === '')) return [];
  const values = measures.map(({ column, indicator }) => ({
    column,
    indicator,
    ...readUrssafValue(row, column, indicator === 'PAYROLL' ? 'euros' : 'count'),
  }));
  // A place has at least as many establishments as legal units: fewer than three are never three contributors.
  const units = values.find(({ column }) => column === establishments)?.value ?? null;
  return breakdowns.flatMap((breakdown) =>
    values.map(
      ({ indicator, value, status }): ReadItem => ({
        kind: 'cell',
        cell: {
          line: row.line,
          indicator,
          territory,
          period,
          breakdown,
          value,
          status,
          units,
          largest: null,
        },
      }),
    ),
  );
}
