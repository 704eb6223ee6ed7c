import { breakdownOf } from '../../../subgraphs/observatory/src/cube/breakdown.ts';
import { dimensionLabel, dimensionOf } from '../../../subgraphs/observatory/src/cube/dimension.catalogue.ts';
import type { ExportHead, ExportRow } from '../../../subgraphs/observatory/src/format/export-row.ts';
import { indicatorOf } from '../../../subgraphs/observatory/src/indicator/indicator.catalogue.ts';

const INDICATORS = ['ESS_ESTABLISHMENTS', 'ESS_JOBS', 'ESS_PAYROLL', 'PRIVATE_JOBS'] as const;
const FAMILIES = [...dimensionOf('ESS_FAMILY').values.keys()];
const SECTORS = [...dimensionOf('SECTOR_A17').values.keys()];
const PERIODS = Array.from({ length: 14 }, (_, index) => 2010 + index);
const DETAILS = [
  {},
  ...FAMILIES.map((code) => ({ ESS_FAMILY: code })),
  ...FAMILIES.flatMap((family) => SECTORS.map((sector) => ({ ESS_FAMILY: family, SECTOR_A17: sector }))),
].map(breakdownOf);

/** Communes enough for `count` rows: each has every indicator, detail and year. */
const placesFor = (count: number) =>
  Array.from(
    { length: Math.ceil(count / (INDICATORS.length * DETAILS.length * PERIODS.length)) },
    (_, index) => {
      const code = String(1_001 + index).padStart(5, '0');
      return { id: `COM:${code}`, code, name: `Commune n° ${index + 1}`, level: 'COMMUNE' as const };
    },
  );

export function syntheticHead(rowCount: number): ExportHead {
  return {
    datasetCode: 'ESS-PREUVE',
    title: 'Observations inventées pour mesurer',
    licence: 'Sans objet',
    producer: 'Graph’ESS',
    query: '/datasets/ESS-PREUVE.csv?asOf=2026-01-01T00:00:00Z',
    asOf: '2026-01-01T00:00:00Z',
    indicators: INDICATORS,
    territories: placesFor(rowCount).map(({ id, name, level }) => ({ id, name, level })),
    periods: PERIODS,
    dimensions: (['ESS_FAMILY', 'SECTOR_A17'] as const).map((dimension) => ({
      dimension,
      values: (dimension === 'ESS_FAMILY' ? FAMILIES : SECTORS).map((code) => ({
        code,
        label: dimensionLabel(dimension, code) ?? code,
      })),
    })),
    rowCount,
  };
}

/** Rows in the order of an export; one in seven hides its value. They come by pages, as those of a cursor do. */
export async function* syntheticRows(count: number): AsyncGenerator<ExportRow> {
  let given = 0;
  for (const indicator of INDICATORS) {
    const unit = indicatorOf(indicator)?.unit ?? '';
    for (const breakdown of DETAILS) {
      for (const place of placesFor(count)) {
        for (const period of PERIODS) {
          if (given === count) return;
          if (given % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
          const hidden = given % 7 === 3;
          yield {
            dataset: 'ESS-PREUVE',
            indicator,
            territory: place.id,
            territoryCode: place.code,
            territoryName: place.name,
            territoryLevel: place.level,
            period,
            breakdown,
            value: hidden ? null : (given * 7_919) % 100_003,
            status: hidden ? 'SUPPRESSED' : 'NORMAL',
            approximate: false,
            statement: null,
            vintage: `Millésime ${period + 1}`,
            source: `Graph’ESS, observations inventées, millésime ${period + 1}`,
            unit,
          };
          given += 1;
        }
      }
    }
  }
}
