import { type LoadReport, replaceTables } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import {
  DEMONSTRATION_DATASET,
  type DeclaredDataset,
  documentsDatasetOf,
} from '../dataset/declared-datasets.ts';
import { type Figure, observationIdOf, withEndOfValidity } from './figure.rules.ts';
import type { Publication } from './publication.ts';

/** Rows of other datasets do not come from files. */
const FROM_FILES = [documentsDatasetOf('%'), DEMONSTRATION_DATASET];

/** Makes `publications` the whole of what the data files and the demonstration publish. */
export async function replaceFigures(
  db: EntityManager,
  datasets: readonly DeclaredDataset[],
  publications: readonly Publication[],
): Promise<LoadReport[]> {
  const vintages = publications.map(({ vintage }) => vintage);
  const figures = publications.flatMap((each) => each.figures);
  const observations = [...new Map(figures.map((figure) => [observationIdOf(figure), figure])).values()].map(
    observationRow,
  );
  const revisions = withEndOfValidity(figures).map(revisionRow);
  const scope = (sql: string) => ({ sql, params: [FROM_FILES] });
  return replaceTables(db, [
    { table: 'dataset', key: ['code'], rows: datasets.map(datasetRow), scope: scope('t.code LIKE ANY($1)') },
    { table: 'vintage', key: ['id'], rows: vintages, scope: scope('t.dataset_code LIKE ANY($1)') },
    { table: 'observation', key: ['id'], rows: observations, scope: scope('t.dataset_code LIKE ANY($1)') },
    {
      table: 'observation_revision',
      key: ['id'],
      rows: revisions,
      scope: scope('t.observation_id IN (SELECT id FROM observation WHERE dataset_code LIKE ANY($1))'),
    },
  ]);
}

function datasetRow({ updateFrequency, isDemonstration, publisherIds, ...dataset }: DeclaredDataset) {
  return {
    ...dataset,
    update_frequency: updateFrequency,
    is_demonstration: isDemonstration,
    publisher_ids: publisherIds,
  };
}

function observationRow(figure: Figure) {
  return {
    id: observationIdOf(figure),
    dataset_code: figure.datasetCode,
    indicator_code: figure.indicatorCode,
    territory_id: figure.territoryId,
    period: figure.period,
    is_demonstration: figure.isDemonstration,
  };
}

function revisionRow(figure: Figure & { validTo: string | null }) {
  return {
    id: `${observationIdOf(figure)}@${figure.vintageId}`,
    observation_id: observationIdOf(figure),
    vintage_id: figure.vintageId,
    valid_from: figure.validFrom,
    valid_to: figure.validTo,
    value: figure.value,
    status: figure.value === null ? 'MISSING' : 'NORMAL',
    approximate: figure.approximate,
    statement: figure.statement,
    quotation: figure.quotation,
    source_ids: figure.sourceIds,
    comparable_with_previous: figure.comparableWithPrevious,
    reason: null,
  };
}
