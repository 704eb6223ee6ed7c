import type { EntityManager } from 'typeorm';
import type { Application } from '../application/application.entity.ts';
import { APPLICATION_COLUMNS } from '../application/application.queries.ts';

/** What the jury may still fund of an edition, in the order of the file numbers. */
export function openProjects(db: EntityManager, callId: string): Promise<Application[]> {
  return db.query(
    `SELECT ${APPLICATION_COLUMNS} FROM application a
      WHERE a.call_id = $1 AND a.state IN ('SHORTLISTED', 'AUDITIONED', 'WAITLISTED')
      ORDER BY a.number, a.id LIMIT 100`,
    [callId],
  );
}
