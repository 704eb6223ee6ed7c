import type { DimensionCode } from '../cube/dimension.catalogue.ts';
import type { IndicatorCode } from '../indicator/indicator.code.ts';
import type { ObservationStatus } from '../observation/observation.status.ts';
import type { TerritoryLevel } from '../territory/territory.level.ts';

/** A cell as a file gives it: what anybody may read, whoever asks. */
export type ExportRow = {
  dataset: string;
  indicator: IndicatorCode;
  /** Identifier, `COM:92050`. */
  territory: string;
  /** INSEE code or SIREN alone, `92050`. */
  territoryCode: string;
  territoryName: string;
  territoryLevel: TerritoryLevel;
  /** Year, null when the source does not say it. */
  period: number | null;
  /** Canonical text of the detail, '' for a total. */
  breakdown: string;
  /** In `unit`; null when hidden, missing or not applicable. */
  value: number | null;
  /** That of the public: SUPPRESSED for whatever hides the value. */
  status: ObservationStatus;
  approximate: boolean;
  /** Words of the source, null when there are none. */
  statement: string | null;
  vintage: string | null;
  /** Citation of the source. */
  source: string;
  unit: string;
};

/**
 * What a whole file says of itself. Rows come sorted by indicator, breakdown, territory, period, and there are `rowCount`
 * of them. Nothing in it tells when the file was made: the same query at the same `asOf` is the same bytes.
 */
export type ExportHead = {
  datasetCode: string;
  title: string;
  licence: string;
  producer: string;
  /** The stored query that makes the file again. */
  query: string;
  /** Instant of the values, RFC 3339. */
  asOf: string;
  indicators: readonly IndicatorCode[];
  territories: readonly { id: string; name: string; level: TerritoryLevel }[];
  periods: readonly (number | null)[];
  dimensions: readonly {
    dimension: DimensionCode;
    values: readonly { code: string; label: string }[];
  }[];
  rowCount: number;
};
