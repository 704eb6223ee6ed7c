import { breakdownOf, type DimensionCodes } from '../cube/breakdown.ts';
import type { IndicatorCode } from '../indicator/indicator.code.ts';
import { foldedName } from './column-name.rules.ts';
import { familyOfLabel } from './ess-family-word.rules.ts';
import { type Column, placesOf } from './header.ts';
import type { Layout, RowReader } from './layout.ts';
import { rowProblem } from './row-problem.ts';
import { SeenLines } from './seen-lines.ts';
import type { ReadItem, RowProblem } from './source-cell.ts';
import type { SourceRow } from './source-row.ts';
import { territoryOfCode } from './territory-code.rules.ts';
import { isDescriptive, placeColumn } from './urssaf-columns.ts';
import { readUrssafValue } from './urssaf-value.ts';
import { detailsOfSector, sectorOfLabel } from './written-sector.ts';

const COLUMNS = {
  inEss: { names: ['champ_ess'] },
  family: { names: ['famille_ess', 'famille', 'famille_de_l_ess'], required: true },
  sector: { names: ['secteur_na88', 'na88', 'secteur_na88i', 'secteur_na17', 'na17'] },
  period: { names: ['annee', 'year'], required: true },
  establishments: { names: ['nombre_d_etablissements', 'nombre_etablissements', 'nb_etablissements'] },
  jobs: { names: ['effectifs_salaries_moyens', 'effectifs_salaries', 'effectifs'], required: true },
  payroll: { names: ['masse_salariale', 'masse_salariale_brute'] },
} satisfies Record<string, Column>;
type Measure = 'establishments' | 'jobs' | 'payroll';

const ESS: Readonly<Record<Measure, IndicatorCode>> = {
  establishments: 'ESS_ESTABLISHMENTS',
  jobs: 'ESS_JOBS',
  payroll: 'ESS_PAYROLL',
};
/** All of the private economy: what is in the ESS and what is not. */
const PRIVATE: Readonly<Record<Measure, IndicatorCode>> = {
  establishments: 'PRIVATE_ESTABLISHMENTS',
  jobs: 'PRIVATE_JOBS',
  payroll: 'PAYROLL',
};

/**
 * Urssaf, families of the ESS by activity and year, and what is outside the ESS when the file says which is which. Lines
 * add up: each one gives its part of the totals, of its family, of its sector and of its division.
 */
export const urssafEssLayout: Layout = {
  recognises: ({ names }) =>
    COLUMNS.family.names.some((name) => names.includes(name)) &&
    COLUMNS.jobs.names.some((name) => names.includes(name)),

  open(header, { elsewhere }): RowReader | RowProblem[] {
    const { places: at, problems } = placesOf(header, COLUMNS, isDescriptive);
    if (problems.length > 0) return problems;
    const place = placeColumn(header);
    const seen = new SeenLines();
    const fields = { inside: false, outside: false };

    return {
      read(row) {
        if (place === null || place.prefix === null) {
          const column = place?.column ?? -1;
          return row.aside(column, 'LEVEL_NOT_KEPT', 'Les chiffres de la France entière ne sont pas repris.');
        }
        const territory = territoryOfCode(place.prefix, row.text(place.column));
        if (territory === null) {
          row.refuse(
            place.column,
            'TERRITORY_MALFORMED',
            'Ce code n’est pas celui d’un territoire de cet échelon.',
          );
        }
        if (territory !== null && elsewhere.has(territory)) return row.elsewhere(place.column);
        const period = row.year(at.period);
        if (row.text(at.period) === '') row.refuse(at.period, 'YEAR_MISSING', 'L’année manque.');
        const inside = at.inEss < 0 || isInside(row, at.inEss);
        const family = inside ? familyOfLabel(row.text(at.family)) : null;
        if (family === 'TOTAL') {
          return row.aside(at.family, 'TOTAL_NOT_KEPT', 'Le total est recalculé à partir des familles.');
        }
        if (inside && family === null) {
          row.refuse(at.family, 'CODE_UNKNOWN', 'Cette famille de l’ESS n’est pas connue.');
        }
        const label = row.text(at.sector);
        const sector = label === '' ? null : sectorOfLabel(label);
        if (label !== '' && sector === null) {
          row.refuse(at.sector, 'CODE_UNKNOWN', 'Cette activité n’est pas connue de la NAF rév. 2.');
        }
        if (territory === null || row.problems.length > 0) return row.refusals();
        if (seen.again(`${territory}/${period}/${inside}`, `${family}/${label}`)) {
          const message = 'Cette ligne est déjà dans le fichier : ses valeurs seraient comptées deux fois.';
          row.refuse(at.family, 'LINE_TWICE', message);
        }
        fields[inside ? 'inside' : 'outside'] = true;
        const values = readValues(row, at);
        const cells = (codes: Readonly<Record<Measure, IndicatorCode>>, others: DimensionCodes) =>
          [breakdownOf(others), ...detailsOfSector(sector, others)].flatMap((breakdown) =>
            values.map(({ measure, ...value }): ReadItem => {
              const indicator = codes[measure];
              const cell = {
                line: row.line,
                indicator,
                territory,
                period,
                breakdown,
                ...value,
                largest: null,
              };
              return { kind: 'cell', cell };
            }),
          );
        const items = [
          ...(family === null ? [] : [...cells(ESS, {}), ...cells(ESS, { ESS_FAMILY: family })]),
          ...(at.inEss < 0 ? [] : cells(PRIVATE, {})),
        ];
        return row.problems.length > 0 ? row.refusals() : items;
      },
      end: () =>
        at.inEss < 0 || (fields.inside && fields.outside)
          ? []
          : [half(header.line, header.written[at.inEss] ?? '')],
    };
  },
};

function isInside(row: SourceRow, column: number): boolean {
  const word = foldedName(row.text(column));
  if (['oui', 'o', '1', 'true', 'ess'].includes(word)) return true;
  if (!['non', 'n', '0', 'false', 'hors_ess'].includes(word)) {
    row.refuse(column, 'CODE_UNKNOWN', '« Oui » ou « Non » est attendu.');
  }
  return false;
}

function readValues(row: SourceRow, at: Readonly<Record<Measure, number>>) {
  const read = (measure: Measure) => ({
    measure,
    ...readUrssafValue(row, at[measure], measure === 'payroll' ? 'euros' : 'mean'),
  });
  const measures = (['establishments', 'jobs', 'payroll'] as const).filter((measure) => at[measure] >= 0);
  const values = measures.map(read);
  const count = values.find(({ measure }) => measure === 'establishments')?.value ?? null;
  // Counts are means of quarters here: at most so many legal units contribute.
  return values.map((value) => ({ ...value, units: count === null ? null : Math.floor(count) }));
}

function half(line: number, column: string): RowProblem {
  const message =
    'Toutes les lignes sont du même côté (dans l’ESS, ou hors de l’ESS) : l’économie privée serait fausse. Donnez le fichier entier, ou retirez cette colonne.';
  return rowProblem(line, column, 'HALF_OF_THE_ECONOMY', message, null);
}
