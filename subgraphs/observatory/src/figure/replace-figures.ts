import { deleteOthers, type LoadReport, upsertRows } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { Dataset } from '../dataset/dataset.entity.ts';
import { type Figure, observationIdOf, withEndOfValidity } from './figure.rules.ts';
import type { Publication } from './publication.ts';

/** Rows of other datasets do not come from files. */
const FROM_FILES = (column: string) => `(${column} LIKE 'ESS-PANORAMA-%' OR ${column} = 'ESS-DEMO')`;

/** Makes `publications` the whole of what the data files and the demonstration publish. */
export async function replaceFigures(
  db: EntityManager,
  datasets: readonly Dataset[],
  publications: readonly Publication[],
): Promise<LoadReport[]> {
  const vintages = publications.map(({ vintage }) => vintage);
  const figures = publications.flatMap((each) => each.figures);
  const observations = [...new Map(figures.map((figure) => [observationIdOf(figure), figure])).values()].map(
    observationRow,
  );
  const revisions = withEndOfValidity(figures).map(revisionRow);
  const own = `observation_id IN (SELECT id FROM observation WHERE ${FROM_FILES('dataset_code')})`;
  await deleteOthers(db, 'observation_revision', 'id', idsOf(revisions), own);
  await deleteOthers(db, 'observation', 'id', idsOf(observations), FROM_FILES('dataset_code'));
  await deleteOthers(db, 'vintage', 'id', idsOf(vintages), FROM_FILES('dataset_code'));
  await deleteOthers(
    db,
    'dataset',
    'code',
    datasets.map(({ code }) => code),
    FROM_FILES('code'),
  );
  return [
    await upsertRows(db, 'dataset', ['code'], datasets.map(datasetRow)),
    await upsertRows(db, 'vintage', ['id'], vintages),
    await upsertRows(db, 'observation', ['id'], observations),
    await upsertRows(db, 'observation_revision', ['id'], revisions),
  ];
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

function datasetRow({ updateFrequency, isDemonstration, ...dataset }: Dataset) {
  return { ...dataset, update_frequency: updateFrequency, is_demonstration: isDemonstration };
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
