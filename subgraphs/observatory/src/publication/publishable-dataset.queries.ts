import type { EntityManager } from 'typeorm';
import type { Dataset } from '../dataset/dataset.entity.ts';
import { DOCUMENTS_PREFIX } from '../dataset/declared-datasets.ts';

export type PublishableDataset = Pick<Dataset, 'code' | 'title' | 'producer' | 'licence' | 'isDemonstration'>;

/** A dataset that producers publish, null for any other: figures of documents and invented ones come with the loads. */
export async function publishable(db: EntityManager, code: string): Promise<PublishableDataset | null> {
  const [dataset]: PublishableDataset[] = await db.query(
    `SELECT code, title, producer, licence, is_demonstration AS "isDemonstration" FROM dataset
      WHERE code = $1 AND NOT is_demonstration AND NOT starts_with(code, $2)`,
    [code, DOCUMENTS_PREFIX],
  );
  return dataset ?? null;
}

/** Whether an organisation publishes a dataset, under whatever id that was merged into it. */
export async function isPublisher(db: EntityManager, code: string, organization: string): Promise<boolean> {
  const rows: unknown[] = await db.query(
    `SELECT FROM dataset
       JOIN organization publisher ON publisher.id = ANY(dataset.publisher_ids)
       JOIN organization asking ON asking.current_id = publisher.current_id
      WHERE dataset.code = $1 AND asking.id = $2`,
    [code, organization],
  );
  return rows.length > 0;
}

/** Until the transaction ends, nobody else publishes in the dataset. */
export async function lockDataset(tx: EntityManager, code: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext(current_schema || '.publication'), hashtext($1))`, [
    code,
  ]);
}

/**
 * Until the transaction ends, nobody else decides what is hidden, in whatever dataset: what one hides, all do. Taken after
 * the lock of the dataset.
 */
export async function lockSecrets(tx: EntityManager): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext(current_schema || '.secrets'))`);
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
