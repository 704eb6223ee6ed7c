import type { EntityManager } from 'typeorm';
import type { QualityResolution } from './quality.kind.ts';

export type FindingResolved =
  | { readonly outcome: 'DONE' | 'UNKNOWN' }
  | { readonly outcome: 'CHANGED'; readonly currentVersion: number };

type Decision = {
  readonly id: string;
  readonly resolution: QualityResolution;
  readonly note: string | null;
  readonly expectedVersion: number | null;
};

/** Decides on a finding, in place of what was decided before. */
export async function resolveQualityFinding(
  tx: EntityManager,
  { id, resolution, note, expectedVersion }: Decision,
  now: Date,
): Promise<FindingResolved> {
  // Two who decide at once come one after the other, the first decision of all too.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
  const [finding]: { version: number }[] = await tx.query(
    `SELECT 1 + coalesce(r.decisions, 0) AS version
       FROM quality_finding f LEFT JOIN quality_resolution r ON r.finding_id = f.id WHERE f.id = $1`,
    [id],
  );
  if (finding === undefined) return { outcome: 'UNKNOWN' };
  if (expectedVersion !== null && expectedVersion !== finding.version) {
    return { outcome: 'CHANGED', currentVersion: finding.version };
  }
  await tx.query(
    `INSERT INTO quality_resolution (finding_id, resolution, note, resolved_at)
     VALUES ($1, $2, $3, $4)
     ON CONFLICT (finding_id) DO UPDATE
       SET resolution = excluded.resolution, note = excluded.note, resolved_at = excluded.resolved_at,
           decisions = quality_resolution.decisions + 1`,
    [id, resolution, note, now],
  );
  return { outcome: 'DONE' };
}
