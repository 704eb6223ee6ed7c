import type { DimensionCode } from '../cube/dimension.catalogue.ts';
import type { IndicatorCode } from '../indicator/indicator.code.ts';

/** A dataset as a catalogue tells it. */
export type CatalogDataset = {
  code: string;
  title: string;
  licence: string;
  producer: string;
  updateFrequency: string;
  isDemonstration: boolean;
  indicators: readonly IndicatorCode[];
  dimensions: readonly DimensionCode[];
  /** What its values cover, the largest territories alone: `DEP:92`. */
  territories: readonly { id: string; name: string }[];
  /** Years of its values, null when none is dated. */
  firstYear: number | null;
  lastYear: number | null;
  /** Instants (RFC 3339) of its first and last publications, null before the first. */
  issued: string | null;
  modified: string | null;
};

export type CatalogOptions = {
  /** Address of the platform, without a final slash. */
  publicUrl: string;
  title: string;
  publisher: { name: string; url: string | null };
  /** Whom to ask: harvesters keep a contact that has an address of e-mail. */
  contact: { name: string; email: string | null; url: string | null };
};
