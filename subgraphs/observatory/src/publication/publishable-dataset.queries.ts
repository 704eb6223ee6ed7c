import type { EntityManager } from 'typeorm';
import type { Dataset } from '../dataset/dataset.entity.ts';
import { documentsDatasetOf } from '../dataset/declared-datasets.ts';

export type PublishableDataset = Pick<Dataset, 'code' | 'title' | 'producer' | 'licence' | 'isDemonstration'>;

/** A dataset that producers publish, null for any other: figures of documents and invented ones come with the loads. */
export async function publishable(db: EntityManager, code: string): Promise<PublishableDataset | null> {
  const [dataset]: PublishableDataset[] = await db.query(
    `SELECT code, title, producer, licence, is_demonstration AS "isDemonstration" FROM dataset
      WHERE code = $1 AND NOT is_demonstration AND NOT starts_with(code, $2)`,
    [code, documentsDatasetOf('')],
  );
  return dataset ?? null;
}

/** Until the transaction ends, nobody else publishes in the dataset. */
export async function lockDataset(tx: EntityManager, code: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext(current_schema || '.publication'), hashtext($1))`, [
    code,
  ]);
}

/** Now, or right after the last publication of the dataset where a clock stands still: instants of a dataset differ. */
export async function instantOfPublication(tx: EntityManager, code: string, now: Date): Promise<Date> {
  const [row]: { at: Date }[] = await tx.query(
    `SELECT greatest($2::timestamptz, date_trunc('milliseconds', max(instant)) + interval '2 milliseconds') AS at
       FROM (SELECT coalesce(released_at, first_loaded_at) AS instant FROM vintage WHERE dataset_code = $1
             UNION ALL SELECT withdrawn_at FROM vintage WHERE dataset_code = $1) known`,
    [code, now],
  );
  return row?.at ?? now;
}
