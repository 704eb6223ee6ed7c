import type { EntityManager } from 'typeorm';
import type { QualityResolution } from './quality.kind.ts';

/** Decides on a finding, in place of what was decided before. False when the last load did not find it. */
export async function resolveQualityFinding(
  tx: EntityManager,
  { id, resolution, note }: { id: string; resolution: QualityResolution; note: string | null },
  now: Date,
): Promise<boolean> {
  const written: unknown[] = await tx.query(
    `INSERT INTO quality_resolution (finding_id, resolution, note, resolved_at)
     SELECT id, $2, $3, $4 FROM quality_finding WHERE id = $1
     ON CONFLICT (finding_id) DO UPDATE
       SET resolution = excluded.resolution, note = excluded.note, resolved_at = excluded.resolved_at
     RETURNING 1`,
    [id, resolution, note, now],
  );
  return written.length === 1;
}
