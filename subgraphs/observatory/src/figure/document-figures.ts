import type { SourceRecord } from '@graphess/provenance';
import { documentsDatasetOf } from '../dataset/declared-datasets.ts';
import { validFrom } from '../dataset/vintage-row.ts';
import type { FigureRecord } from './figure.record.ts';
import type { MakeVintage, Publication } from './publication.ts';

/** The source of an id. Throws RangeError when the data files do not define it. */
export function sourceNamed(sources: readonly SourceRecord[], id: string): SourceRecord {
  const source = sources.find((each) => each.id === id);
  if (source === undefined) throw new RangeError(`A figure names the unknown source ${id}`);
  return source;
}

/** The figures of an area's documents, one publication for each document. They state no year. */
export function documentFigures(
  area: string,
  records: readonly FigureRecord[],
  sources: readonly SourceRecord[],
  makeVintage: MakeVintage,
): Publication[] {
  return [...Map.groupBy(records, (record) => `${record.source}\n${record.vintage}`).values()].flatMap(
    (own) => {
      const [first] = own;
      if (first === undefined) return [];
      const { publishedOn } = sourceNamed(sources, first.source);
      const vintage = makeVintage(documentsDatasetOf(area), first.vintage, publishedOn);
      const figures = own.map((record) => ({
        datasetCode: vintage.dataset_code,
        vintageId: vintage.id,
        validFrom: validFrom(vintage),
        indicatorCode: record.indicator,
        territoryId: record.territory,
        period: null,
        isDemonstration: false,
        value: record.value,
        approximate: record.approximate,
        statement: record.statement,
        quotation: record.quotation,
        sourceIds: [record.source, ...record.basedOn],
        comparableWithPrevious: false,
      }));
      return [{ vintage, figures }];
    },
  );
}
