import { type LoadSettings, readDataFile } from '@graphess/subgraph-kit';
import type { IndicatorCode } from '../indicator/indicator.code.ts';

/**
 * A figure as `observatory/observations.json` writes it. `vintage` is the label of the document, `basedOn` names the
 * statistical sources that the document says the figure comes from.
 */
export type FigureRecord = {
  indicator: IndicatorCode;
  territory: string;
  value: number | null;
  approximate: boolean;
  statement: string | null;
  source: string;
  basedOn: string[];
  quotation: string;
  vintage: string;
};

export function readFigures({ dataDir, area }: Pick<LoadSettings, 'dataDir' | 'area'>): FigureRecord[] {
  return readDataFile<FigureRecord[]>(dataDir, area, 'observatory/observations.json', []);
}
