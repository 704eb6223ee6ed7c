import { breakdownOf, type DimensionCodes } from '../cube/breakdown.ts';
import type { IndicatorCode } from '../indicator/indicator.code.ts';
import { floresLevelOf, territoryOfFlores } from './flores.rules.ts';
import { Activities, legalDetail, sizeDetail, TOTALS, twoTotals } from './flores-detail.ts';
import { type Column, placesOf } from './header.ts';
import type { Layout, RowReader } from './layout.ts';
import { SECRET_PRESENT } from './messages.ts';
import type { RowProblem, SourceStatus } from './source-cell.ts';
import type { SourceRow } from './source-row.ts';

const COLUMNS = {
  geo: { names: ['geo'], shown: 'GEO', required: true },
  level: { names: ['geo_object'] },
  activity: { names: ['activity'] },
  size: { names: ['number_empl'] },
  legal: { names: ['legal_form_with_public'] },
  sphere: { names: ['economic_sphere'] },
  measure: { names: ['flores_measure'], shown: 'FLORES_MEASURE', required: true },
  shape: { names: ['obs_measure'] },
  status: { names: ['obs_status'], shown: 'OBS_STATUS', required: true },
  period: { names: ['time_period'], shown: 'TIME_PERIOD', required: true },
  value: { names: ['obs_value'], shown: 'OBS_VALUE', required: true },
} satisfies Record<string, Column>;

const INDICATOR_OF: ReadonlyMap<string, IndicatorCode> = new Map([
  ['UNIT_LOC', 'ESTABLISHMENTS'],
  ['EMPL3112', 'JOBS'],
]);

/**
 * What SDMX statuses say of a value. A value that includes another unit's (`W`) is the one that INSEE publishes for the
 * place; the unit's own (`K`) is not published and is never zero.
 */
const STATUS_OF: ReadonlyMap<string, SourceStatus> = new Map([
  ['A', 'NORMAL'],
  ['W', 'NORMAL'],
  ['B', 'BREAK'],
  ['P', 'PROVISIONAL'],
  ['E', 'ESTIMATED'],
  ['I', 'ESTIMATED'],
  ['K', 'SUPPRESSED_PRODUCER'],
  ['Q', 'SUPPRESSED_PRODUCER'],
  ['M', 'MISSING'],
  ['O', 'MISSING'],
  ['L', 'MISSING'],
  ['Z', 'NOT_APPLICABLE'],
]);

/** FLORES, as the INSEE publishes it by commune, activity and size (files `DS_FLORES_…_data.csv`). */
export const floresLayout: Layout = {
  recognises: ({ names }) => names.includes('flores_measure') && names.includes('obs_value'),

  open(header, { fileName, elsewhere }): RowReader | RowProblem[] {
    const { places: at, problems } = placesOf(header, COLUMNS, () => false);
    if (problems.length > 0) return problems;
    const level = floresLevelOf(fileName);
    const activities = new Activities(level);
    const legalTotals = new Map<string, number>();

    return {
      read(row) {
        const indicator = INDICATOR_OF.get(row.text(at.measure));
        if (indicator === undefined) {
          return row.aside(at.measure, 'MEASURE_NOT_KEPT', 'Cette mesure n’est pas reprise.');
        }
        if (!['', 'OBS_VALUE_NIVEAU'].includes(row.text(at.shape))) {
          return row.aside(at.shape, 'MEASURE_NOT_KEPT', 'Seuls les niveaux sont repris.');
        }
        if (![...TOTALS, 'ENS'].includes(row.text(at.sphere))) {
          return row.aside(at.sphere, 'SPHERE_NOT_KEPT', 'Le détail par sphère économique n’est pas repris.');
        }
        const territory = territoryOfFlores(row.text(at.geo), row.text(at.level));
        if (territory === 'LEVEL_NOT_KEPT') {
          return row.aside(
            at.level < 0 ? at.geo : at.level,
            'LEVEL_NOT_KEPT',
            'Cet échelon géographique n’est pas repris.',
          );
        }
        if (territory === 'MALFORMED') {
          row.refuse(
            at.geo,
            'TERRITORY_MALFORMED',
            'Ce code n’est pas celui d’un territoire de cet échelon.',
          );
        }
        if (elsewhere.has(territory)) return row.elsewhere(at.geo);
        const codes: DimensionCodes = {};
        const aside =
          activities.detail(row, at.activity, codes) ??
          legalDetail(row, at.legal, codes, legalTotals) ??
          sizeDetail(row, at.size, codes);
        if (aside !== null) return aside;
        const period = row.year(at.period);
        if (row.text(at.period) === '') row.refuse(at.period, 'YEAR_MISSING', 'L’année manque.');
        const value = readValue(row, at);
        if (row.problems.length > 0 || value === null) return row.refusals();
        return [
          {
            kind: 'cell',
            cell: {
              line: row.line,
              indicator,
              territory,
              period,
              breakdown: breakdownOf(codes),
              ...value,
              units: null,
              largest: null,
            },
          },
        ];
      },
      end: () => [...activities.problems(), ...twoTotals(legalTotals)],
    };
  },
};

function readValue(
  row: SourceRow,
  at: { status: number; value: number },
): { value: number | null; status: SourceStatus } | null {
  const written = row.text(at.status);
  const status = STATUS_OF.get(written);
  const text = row.text(at.value);
  if (status === undefined) {
    row.refuse(at.status, 'STATUS_UNKNOWN', 'Ce statut d’observation n’est pas connu.');
    return null;
  }
  if (status === 'SUPPRESSED_PRODUCER' && text !== '') {
    row.refuse(at.value, 'SECRET_VALUE_PRESENT', SECRET_PRESENT, null);
    return null;
  }
  const valueless = status === 'SUPPRESSED_PRODUCER' || status === 'MISSING' || status === 'NOT_APPLICABLE';
  if (valueless && text !== '') {
    row.refuse(at.value, 'VALUE_WITHOUT_STATUS', `Le statut « ${written} » ne va pas avec une valeur.`);
    return null;
  }
  if (!valueless && text === '') {
    row.refuse(at.value, 'VALUE_MISSING', 'La valeur manque ; une valeur non diffusée a le statut « K ».');
    return null;
  }
  return { value: row.amount(at.value, 'count'), status };
}
