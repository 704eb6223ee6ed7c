import fc from 'fast-check';
import { breakdownOf } from '../cube/breakdown.ts';
import { dimensionLabel } from '../cube/dimension.catalogue.ts';
import { indicatorOf } from '../indicator/indicator.catalogue.ts';
import type { IndicatorCode } from '../indicator/indicator.code.ts';
import type { ObservationStatus } from '../observation/observation.status.ts';
import type { ExportHead, ExportRow } from './export-row.ts';
import type { FormatWriter } from './format-writer.ts';

export const PLACES = [
  { id: 'COM:92050', code: '92050', name: 'Nanterre', level: 'COMMUNE' },
  { id: 'COM:01004', code: '01004', name: 'Ambérieu-en-Bugey', level: 'COMMUNE' },
  { id: 'DEP:92', code: '92', name: 'Hauts-de-Seine', level: 'DEPARTMENT' },
  { id: 'EPT:200057982', code: '200057982', name: 'Paris Ouest La Défense', level: 'EPT' },
] as const;

export const INDICATORS = ['ESS_JOBS', 'ESS_JOBS_SHARE', 'ESS_PAYROLL'] as const satisfies IndicatorCode[];
export const PERIODS = [2022, 2023, null] as const;
export const BREAKDOWNS = [
  breakdownOf({}),
  breakdownOf({ ESS_FAMILY: 'ASSOCIATION' }),
  breakdownOf({ ESS_FAMILY: 'ASSOCIATION', SECTOR_A17: 'OQ' }),
  breakdownOf({ SECTOR_A17: 'RU' }),
];

export function aRow(given: Partial<ExportRow> = {}): ExportRow {
  const indicator = given.indicator ?? 'ESS_JOBS';
  return {
    dataset: 'ESS-FLORES',
    indicator,
    territory: 'COM:92050',
    territoryCode: '92050',
    territoryName: 'Nanterre',
    territoryLevel: 'COMMUNE',
    period: 2023,
    breakdown: '',
    value: 1177,
    status: 'NORMAL',
    approximate: false,
    statement: null,
    vintage: 'Flores 2023',
    source: 'Insee, Flores 2023',
    unit: indicatorOf(indicator)?.unit ?? 'jobs',
    ...given,
  };
}

export function headOf(rows: readonly ExportRow[], given: Partial<ExportHead> = {}): ExportHead {
  return {
    datasetCode: 'ESS-FLORES',
    title: 'Établissements et postes salariés de l’ESS (Flores)',
    licence: 'Licence Ouverte',
    producer: 'Insee',
    query: '/datasets/ESS-FLORES.csv?asOf=2026-01-01T00:00:00Z',
    asOf: '2026-01-01T00:00:00Z',
    indicators: INDICATORS,
    territories: PLACES.map(({ id, name, level }) => ({ id, name, level })),
    periods: PERIODS,
    dimensions: [
      {
        dimension: 'ESS_FAMILY',
        values: [{ code: 'ASSOCIATION', label: dimensionLabel('ESS_FAMILY', 'ASSOCIATION') ?? '' }],
      },
      {
        dimension: 'SECTOR_A17',
        values: ['OQ', 'RU'].map((code) => ({ code, label: dimensionLabel('SECTOR_A17', code) ?? '' })),
      },
    ],
    rowCount: rows.length,
    ...given,
  };
}

export async function* asyncRows(rows: Iterable<ExportRow>): AsyncGenerator<ExportRow> {
  yield* rows;
}

export async function fileOf(
  format: FormatWriter,
  rows: readonly ExportRow[],
  head: ExportHead = headOf(rows),
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of format.write(head, asyncRows(rows))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const NOTHING_KNOWN: readonly ObservationStatus[] = ['SUPPRESSED', 'MISSING', 'NOT_APPLICABLE'];
const KNOWN: readonly ObservationStatus[] = ['NORMAL', 'PROVISIONAL', 'ESTIMATED', 'REVISED', 'BREAK'];

const measured = fc.oneof(
  fc.record({
    status: fc.constantFrom(...KNOWN),
    value: fc.oneof(
      fc.constantFrom(0, -0, 1, -12, 0.079, 1e21, 1e-7),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    ),
  }),
  fc.record({ status: fc.constantFrom(...NOTHING_KNOWN), value: fc.constant(null) }),
);

/** Texts that break files: separators, quotes, ends of line, formulas, markup, other writings. */
const words = fc.oneof(
  fc.constantFrom(
    '=HYPERLINK("http://exemple.test")',
    '+33',
    '-5 %',
    '@nom',
    '\tx',
    'a;b,c|d',
    'dit « "près" »',
    'deux\nlignes',
    'retour\rseul',
    '<b>&amp;</b>',
    '_x0041_',
    "l'apostrophe",
    'né·e 🧡',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
);

/** Rows of a dataset, each cell once, sorted as those of an export are. */
export const manyRows: fc.Arbitrary<ExportRow[]> = fc
  .uniqueArray(
    fc.record({
      indicator: fc.constantFrom(...INDICATORS),
      breakdown: fc.constantFrom(...BREAKDOWNS),
      place: fc.constantFrom(...PLACES),
      period: fc.constantFrom(...PERIODS),
      measured,
      approximate: fc.boolean(),
      statement: fc.option(words),
      vintage: fc.option(words),
      source: words,
    }),
    {
      selector: ({ indicator, breakdown, place, period }) =>
        `${indicator} ${breakdown} ${place.id} ${period}`,
      maxLength: 40,
    },
  )
  .map((cells) =>
    cells
      .map(({ indicator, breakdown, place, period, measured, approximate, statement, vintage, source }) =>
        aRow({
          indicator,
          unit: indicatorOf(indicator)?.unit ?? '',
          breakdown,
          territory: place.id,
          territoryCode: place.code,
          territoryName: place.name,
          territoryLevel: place.level,
          period,
          ...measured,
          approximate,
          statement: measured.value === null ? null : statement,
          vintage,
          source,
        }),
      )
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  );

/** Where a row is in its dataset. */
export const keyOf = ({ indicator, breakdown, territory, period }: ExportRow) =>
  [indicator, breakdown, territory, period ?? ''].join(' / ');
