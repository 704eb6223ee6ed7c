import type { VintageRow } from '../dataset/vintage-row.ts';
import type { Figure } from './figure.rules.ts';

/** A vintage and the figures it gives. */
export type Publication = { vintage: VintageRow; figures: Figure[] };

/** Makes the row of a vintage: see `vintageRows`. */
export type MakeVintage = (datasetCode: string, label: string, publishedOn: string | null) => VintageRow;
