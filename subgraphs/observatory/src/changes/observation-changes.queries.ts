import type { EntityManager } from 'typeorm';
import { DEMONSTRATION_DATASET } from '../dataset/declared-datasets.ts';
import { OBSERVED_SQL, type ObservedRow, toObservation } from '../observation/observed.sql.ts';
import { publicValueSql } from '../observation/public-value.sql.ts';
import type { ObservationChange } from './observation-change.type.ts';

/** `epoch` names the log, `next` is where to resume in it. */
export type Changes = { epoch: string; changes: ObservationChange[]; next: string; hasMore: boolean };

type Row = Partial<ObservedRow> & { seq: string; key: string; held: boolean; changedAt: Date };

const { secret: HIDDEN } = publicValueSql('o', 'r');

/** Since when a hidden cell looks as it does: its revisions that follow one another in secret are one. */
const HIDDEN_SINCE_SQL = `
  SELECT max(start.valid_from) AS since FROM observation_revision start
   WHERE start.observation_id = o.id AND NOT EXISTS (
     SELECT FROM observation_revision past
      WHERE past.observation_id = o.id AND past.valid_to = start.valid_from
        AND past.comparable_with_previous = start.comparable_with_previous
        AND (o.secret_since IS NOT NULL OR starts_with(past.status, 'SUPPRESSED')))`;

/**
 * The last change of each observation after a position, oldest first; from 0, all that is published. The log keeps the
 * order of commits: a change never appears behind a position that was given.
 */
export async function changesAfter(
  db: EntityManager,
  seq: string,
  limit: number,
  isDemonstration: boolean,
): Promise<Changes> {
  return db.transaction('REPEATABLE READ', async (tx) => {
    const [log]: { epoch: string; head: string }[] = await tx.query(
      `SELECT epoch, (SELECT coalesce(max(seq), 0)::text FROM change_log WHERE topic = 'observation') AS head
         FROM change_log_epoch`,
    );
    const rows: Row[] = await tx.query(
      `SELECT log.seq::text AS seq, log.key, r.id IS NOT NULL AS held,
              coalesce(CASE WHEN ${HIDDEN} THEN greatest(o.secret_since, hidden.since) ELSE r.valid_from END,
                       ended.at, log.changed_at) AS "changedAt", ${OBSERVED_SQL}
         FROM change_log log
         LEFT JOIN observation o ON o.id = log.key
         LEFT JOIN observation_revision r ON r.observation_id = o.id AND r.valid_to IS NULL
         LEFT JOIN LATERAL (${HIDDEN_SINCE_SQL}) hidden ON ${HIDDEN}
         LEFT JOIN LATERAL (SELECT max(valid_to) AS at FROM observation_revision past
                             WHERE past.observation_id = o.id) ended ON r.id IS NULL
        WHERE log.topic = 'observation' AND log.seq > $1::bigint
          AND coalesce(o.is_demonstration, starts_with(log.key, $4)) = $3
        ORDER BY log.seq LIMIT $2`,
      [seq, limit + 1, isDemonstration, `OBS:${DEMONSTRATION_DATASET}/`],
    );
    const hasMore = rows.length > limit;
    const shown = rows.slice(0, limit);
    const last = hasMore ? shown.at(-1)?.seq : undefined;
    return { epoch: log?.epoch ?? '', changes: shown.map(changeOf), next: last ?? log?.head ?? seq, hasMore };
  });
}

function changeOf({ key, held, changedAt, seq: _seq, ...observed }: Row): ObservationChange {
  return {
    kind: held ? 'UPSERT' : 'DELETE',
    key,
    observation: held ? toObservation(observed as ObservedRow) : null,
    changedAt,
  };
}
