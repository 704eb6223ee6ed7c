import { type KeysetList, loadMany, loadOne } from '@graphess/subgraph-kit';
import { Dataset } from './dataset.entity.ts';
import { Vintage } from './vintage.entity.ts';

export const datasetByCode = loadOne<Dataset>(
  ({ db }, codes) =>
    db
      .createQueryBuilder(Dataset, 'd')
      .where('d.code = ANY(:codes)', { codes: [...codes] })
      .getMany(),
  ({ code }) => code,
);

export const vintageById = loadOne<Vintage>(
  ({ db }, ids) =>
    db
      .createQueryBuilder(Vintage, 'v')
      .where('v.id = ANY(:ids)', { ids: [...ids] })
      .getMany(),
  ({ id }) => id,
);

/** The vintages of each dataset, the latest first; one without a date of release counts from its first load. */
export const vintagesOfDataset = loadMany<Vintage>(
  ({ db }, codes) =>
    db
      .createQueryBuilder(Vintage, 'v')
      .where('v.dataset_code = ANY(:codes)', { codes: [...codes] })
      .orderBy('coalesce(v.released_at, v.first_loaded_at)', 'DESC')
      .addOrderBy('v.id')
      .getMany(),
  ({ datasetCode }) => datasetCode,
);

export const DATASET_LIST: KeysetList = {
  name: 'datasets/CODE_ASC',
  sql: 'SELECT code, title, licence, producer, update_frequency AS "updateFrequency", version FROM dataset',
  params: [],
  order: [{ sql: 'code', type: 'text' }],
};
