import type { Reader } from '@graphess/secrecy';
import { appendToJournal } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { refreshHeadcountShields } from '../headcount/refresh-headcount-shields.ts';
import { ADDITIVE_INDICATORS } from '../indicator/indicator.code.ts';
import { placeKey } from './cube-cell.ts';
import { geographyOn } from './geography-on.queries.ts';
import { fewUnitsOf, judgedPast } from './judged-states.ts';
import { auditStates } from './protect-states.ts';
import { type Group, secretsOf } from './publication-tables.queries.ts';
import type { PublicationActor } from './publish-file.ts';
import {
  instantOfPublication,
  lockDataset,
  lockSecrets,
  publishable,
} from './publishable-dataset.queries.ts';
import { createStagingTables } from './staging-tables.ts';

export type TakingBack = {
  readonly vintageId: string;
  readonly reason: string;
  readonly actor: PublicationActor;
  readonly now: Date;
  readonly reader: Reader;
};

export type TakenBack =
  | { kind: 'DONE'; restored: number; deleted: number }
  | { kind: 'UNKNOWN' }
  | { kind: 'CONFLICT'; message: string };

/**
 * Ends what a vintage published, in the transaction `tx`: each cell that it wrote or ended has again the value that it had
 * before, as a new revision with the reason. What was hidden stays so. Only the last vintage in force may go.
 */
export async function takeBack(tx: EntityManager, { vintageId, ...how }: TakingBack): Promise<TakenBack> {
  const { reason, actor, now, reader } = how;
  const dataset = vintageId.slice('DS:'.length).split('/')[0] ?? '';
  if ((await publishable(tx, dataset)) === null) return { kind: 'UNKNOWN' };
  await lockDataset(tx, dataset);
  await lockSecrets(tx);
  const [vintage]: { releasedAt: Date; withdrawnAt: Date | null; later: string | null }[] = await tx.query(
    `SELECT v.released_at AS "releasedAt", v.withdrawn_at AS "withdrawnAt",
            (SELECT min(l.label) FROM vintage l WHERE l.dataset_code = v.dataset_code AND l.withdrawn_at IS NULL
                AND l.released_at > v.released_at) AS later
       FROM vintage v WHERE v.id = $1 AND v.dataset_code = $2 AND v.file_sha256 IS NOT NULL`,
    [vintageId, dataset],
  );
  if (vintage === undefined) return { kind: 'UNKNOWN' };
  if (vintage.withdrawnAt !== null) return { kind: 'CONFLICT', message: 'Ce millésime est déjà retiré.' };
  if (vintage.later !== null) {
    return {
      kind: 'CONFLICT',
      message: `Retirez d’abord le millésime « ${vintage.later} », publié après lui.`,
    };
  }
  await createStagingTables(tx);
  if (await wouldTell(tx, dataset, vintage.releasedAt, reader)) {
    return { kind: 'CONFLICT', message: 'Ce retrait laisserait retrouver une valeur secrète.' };
  }
  const at = await instantOfPublication(tx, dataset, now);
  const counts = await restore(tx, { dataset, releasedAt: vintage.releasedAt, at, reason });
  await tx.query('UPDATE vintage SET withdrawn_at = $2, withdrawal_reason = $3 WHERE id = $1', [
    vintageId,
    at,
    reason,
  ]);
  await refreshHeadcountShields(tx);
  await appendToJournal(tx, {
    action: 'VINTAGE_WITHDRAWN',
    actorKind: actor.kind,
    actor: actor.subject,
    target: vintageId,
    requestId: actor.requestId,
    details: counts,
  });
  return { kind: 'DONE', ...counts };
}

/** Whether something hidden follows from what was public at one instant or another: what is restored was one of them. */
async function wouldTell(
  tx: EntityManager,
  dataset: string,
  releasedAt: Date,
  reader: Reader,
): Promise<boolean> {
  const groups: Group[] = await tx.query(
    `SELECT DISTINCT o.indicator_code AS indicator, o.period
       FROM observation o JOIN observation_revision r ON r.observation_id = o.id
      WHERE o.dataset_code = $1 AND o.indicator_code = ANY($3) AND $2 IN (r.valid_from, r.valid_to)
        AND EXISTS (SELECT FROM observation secret WHERE secret.dataset_code = $1 AND secret.secret_since IS NOT NULL
                       AND secret.indicator_code = o.indicator_code AND secret.period IS NOT DISTINCT FROM o.period)`,
    [dataset, releasedAt, [...ADDITIVE_INDICATORS]],
  );
  const communes: { ids: string[] | null }[] = await tx.query(
    `SELECT array_agg(DISTINCT territory_id) AS ids FROM observation WHERE dataset_code = $1 AND territory_id LIKE 'COM:%'`,
    [dataset],
  );
  const geographyOf = (day: string | null) => geographyOn(tx, day, communes[0]?.ids ?? []);
  for (const group of groups) {
    const secrets = await secretsOf(tx, dataset, group);
    const counted = await fewUnitsOf(tx, { dataset, isPublished: false }, group);
    const found = await auditStates(await judgedPast(tx, group, { dataset, geographyOf, counted }), {
      secret: new Set(secrets.map(placeKey)),
      once: new Set(secrets.filter(({ once }) => once).map(placeKey)),
      reader,
    });
    if (found.length > 0) return true;
  }
  return false;
}

type Restoring = { dataset: string; releasedAt: Date; at: Date; reason: string };

async function restore(
  tx: EntityManager,
  { dataset, releasedAt, at, reason }: Restoring,
): Promise<{ restored: number; deleted: number }> {
  await tx.query(
    `CREATE TEMP TABLE taken_back ON COMMIT DROP AS
     SELECT o.id AS observation_id, now_held.id AS ending, before.id AS returned
       FROM observation o
       LEFT JOIN observation_revision now_held ON now_held.observation_id = o.id AND now_held.valid_to IS NULL
       LEFT JOIN observation_revision before ON before.observation_id = o.id AND before.valid_from < $2
            AND (before.valid_to IS NULL OR before.valid_to >= $2)
      WHERE o.dataset_code = $1 AND now_held.id IS DISTINCT FROM before.id
        AND EXISTS (SELECT FROM observation_revision r WHERE r.observation_id = o.id
                       AND $2 IN (r.valid_from, r.valid_to))`,
    [dataset, releasedAt],
  );
  await tx.query(`UPDATE observation_revision r SET valid_to = $1 FROM taken_back t WHERE r.id = t.ending`, [
    at,
  ]);
  await tx.query(
    `INSERT INTO observation_revision (id, observation_id, vintage_id, valid_from, value, status, approximate, statement,
                                       quotation, source_ids, comparable_with_previous, reason, inputs, units, largest,
                                       is_computed)
     SELECT t.observation_id || '@' || to_char($1::timestamptz AT TIME ZONE 'UTC', 'YYYYMMDD"T"HH24MISS.MS'),
            t.observation_id, b.vintage_id, $1, b.value,
            CASE WHEN o.secret_since IS NULL OR starts_with(b.status, 'SUPPRESSED') OR b.value IS NULL THEN b.status
                 WHEN starts_with(e.status, 'SUPPRESSED') THEN e.status ELSE 'SUPPRESSED_SECONDARY' END,
            b.approximate, b.statement, b.quotation, b.source_ids, b.comparable_with_previous, $2, b.inputs, b.units,
            b.largest, b.is_computed
       FROM taken_back t
       JOIN observation o ON o.id = t.observation_id
       JOIN observation_revision b ON b.id = t.returned
       LEFT JOIN observation_revision e ON e.id = t.ending`,
    [at, reason],
  );
  const [counts]: { restored: number; deleted: number }[] = await tx.query(
    `SELECT count(returned)::int AS restored, count(*) FILTER (WHERE returned IS NULL)::int AS deleted FROM taken_back`,
  );
  return counts ?? { restored: 0, deleted: 0 };
}
