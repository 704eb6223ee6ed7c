import type { EntityManager } from 'typeorm';
import { DisclosureAudit } from './disclosure-audit.entity.ts';

/** The audit of a vintage of a dataset, null when there is none. */
export function disclosureAuditOf(
  db: EntityManager,
  dataset: string,
  vintage: string,
): Promise<DisclosureAudit | null> {
  return db
    .createQueryBuilder(DisclosureAudit, 'a')
    .where('a.vintage_id = (SELECT id FROM vintage WHERE id = :vintage AND dataset_code = :dataset)', {
      vintage,
      dataset,
    })
    .getOne();
}
