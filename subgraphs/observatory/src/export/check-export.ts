import { parseTerritoryId } from '@graphess/identifiers';
import { collect, DateTimeScalar, type Problem, problem } from '@graphess/subgraph-kit';
import {
  DIMENSION_CODES,
  type DimensionCode,
  isDimensionCode,
  isDimensionValue,
} from '../cube/dimension.catalogue.ts';
import { INDICATOR_CODES, type IndicatorCode, isIndicatorCode } from '../indicator/indicator.code.ts';
import type { ExportQuery } from './export-query.ts';

/** A file as it is asked for, before anything is checked. */
export type AskedExport = Omit<ExportQuery, 'territories' | 'indicators' | 'dimensions' | 'asOf'> & {
  readonly territories: readonly string[] | null;
  readonly indicators: readonly string[] | null;
  readonly dimensions: readonly { dimension: string; in: readonly string[] }[] | null;
  readonly asOf: string | null;
};

/** The same once nothing stands in its way. */
export type CheckedExport = Omit<ExportQuery, 'asOf'> & { readonly asOf: string | null };

const YEARS = { least: 1900, most: 2200 } as const;
const MOST_TERRITORIES = 1_000;
const MOST_CODES = 1_000;
const CODE = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/;

export function isDatasetCode(text: string): boolean {
  return text.length <= 60 && CODE.test(text);
}

/** What stands in the way of a file, all at once; paths name the parameters of an address. */
export function problemsOfExport(asked: AskedExport): Problem[] {
  const { territories, indicators, dimensions, from, to, asOf } = asked;
  return collect(
    !isDatasetCode(asked.datasetCode) &&
      problem('DATASET_MALFORMED', 'Un code de jeu de données est attendu, par exemple ESS-FLORES.', [
        'datasetCode',
      ]),
    asked.dialect !== 'RFC_4180' &&
      asked.format !== 'CSV' &&
      problem('DIALECT_WITHOUT_CSV', 'Le dialecte ne concerne que les fichiers CSV.', ['dialecte']),
    (territories ?? []).some((code) => parseTerritoryId(code) === null) &&
      problem('TERRITORY_MALFORMED', 'Un territoire s’écrit COM:92050, EPT:200057982, DEP:92 ou REG:11.', [
        'territories',
      ]),
    territories !== null &&
      (territories.length === 0 || territories.length > MOST_TERRITORIES) &&
      problem('TERRITORIES_COUNT', `De 1 à ${MOST_TERRITORIES} territoires sont attendus.`, ['territories']),
    (indicators ?? []).some((code) => !isIndicatorCode(code)) &&
      problem('INDICATOR_UNKNOWN', `Les indicateurs sont ${INDICATOR_CODES.join(', ')}.`, ['indicators']),
    indicators !== null &&
      (indicators.length === 0 || indicators.length > MOST_CODES) &&
      problem('INDICATORS_COUNT', `De 1 à ${MOST_CODES} indicateurs sont attendus.`, ['indicators']),
    ...problemsOfDimensions(dimensions ?? []),
    ...[
      ['from', from],
      ['to', to],
    ].flatMap(([name, year]) =>
      year === null || isYear(year as number)
        ? []
        : [problem('YEAR_OUT_OF_BOUNDS', `Une année va de ${YEARS.least} à ${YEARS.most}.`, [String(name)])],
    ),
    from !== null &&
      to !== null &&
      from > to &&
      problem('PERIOD_REVERSED', 'La première année est après la dernière.', ['from']),
    asOf !== null &&
      !isInstant(asOf) &&
      problem('INSTANT_MALFORMED', 'Un instant est attendu, sous la forme 2025-11-20T10:00:00Z.', ['asOf']),
  );
}

/** `problemsOfExport` found nothing: the codes are those of the catalogues. */
export function checkedExport(asked: AskedExport): CheckedExport {
  return {
    ...asked,
    indicators: asked.indicators as readonly IndicatorCode[] | null,
    dimensions: asked.dimensions as readonly { dimension: DimensionCode; in: readonly string[] }[] | null,
  };
}

function problemsOfDimensions(asked: readonly { dimension: string; in: readonly string[] }[]): Problem[] {
  const names = asked.map(({ dimension }) => dimension);
  return collect(
    names.some((name) => !isDimensionCode(name)) &&
      problem('DIMENSION_UNKNOWN', `Les dimensions sont ${DIMENSION_CODES.join(', ')}.`, ['dimensions']),
    new Set(names).size < names.length &&
      problem('DIMENSION_TWICE', 'Une dimension ne se donne qu’une fois.', ['dimensions']),
    ...asked.map(
      ({ dimension, in: codes }) =>
        isDimensionCode(dimension) &&
        (codes.length > MOST_CODES || codes.some((code) => !isDimensionValue(dimension, code))) &&
        problem('DIMENSION_VALUE_UNKNOWN', `Une modalité demandée n’existe pas dans ${dimension}.`, [
          'dimensions',
        ]),
    ),
  );
}

function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= YEARS.least && year <= YEARS.most;
}

function isInstant(text: string): boolean {
  try {
    DateTimeScalar.parseValue(text);
    return true;
  } catch {
    return false;
  }
}
