import type { EntityManager } from 'typeorm';
import type { Application } from '../application/application.entity.ts';
import { APPLICATION_COLUMNS, IS_PUBLISHED } from '../application/application.queries.ts';
import type { GrantChange } from './grant-change.type.ts';

/** `epoch` names the log, `next` is where to resume in it. */
export type GrantChanges = { epoch: string; changes: GrantChange[]; next: string; hasMore: boolean };

type Row = Application & { seq: string; key: string; changedAt: Date };

/**
 * The last change of each laureate after a position, oldest first; from 0, all laureates. The log keeps the order of
 * commits: a change never appears behind a position that was given.
 */
export async function grantChangesAfter(
  db: EntityManager,
  seq: string,
  limit: number,
): Promise<GrantChanges> {
  return db.transaction('REPEATABLE READ', async (tx) => {
    const [log]: { epoch: string; head: string }[] = await tx.query(
      `SELECT epoch, (SELECT coalesce(max(seq), 0)::text FROM change_log WHERE topic = 'grant') AS head
         FROM change_log_epoch`,
    );
    const rows: Row[] = await tx.query(
      `SELECT log.seq::text AS seq, log.key, log.changed_at AS "changedAt", ${APPLICATION_COLUMNS}
         FROM change_log log
         LEFT JOIN application a ON a.id = log.key AND ${IS_PUBLISHED}
        WHERE log.topic = 'grant' AND log.seq > $1::bigint
        ORDER BY log.seq LIMIT $2`,
      [seq, limit + 1],
    );
    const hasMore = rows.length > limit;
    const shown = rows.slice(0, limit);
    const last = hasMore ? shown.at(-1)?.seq : undefined;
    return { epoch: log?.epoch ?? '', changes: shown.map(changeOf), next: last ?? log?.head ?? seq, hasMore };
  });
}

function changeOf({ key, changedAt, seq: _seq, ...application }: Row): GrantChange {
  const held = application.id !== null;
  return { kind: held ? 'UPSERT' : 'DELETE', key, application: held ? application : null, changedAt };
}
