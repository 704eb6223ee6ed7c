import type { KeysetList } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { QualityKind, QualityStatus } from './quality.kind.ts';
import { QualityFinding } from './quality-finding.entity.ts';

const FINDINGS = `
  SELECT f.id, f.kind, f.severity, f.subjects, f.field, f.statement, f.explanation, f.source_ids AS "sourceIds",
         CASE WHEN r.finding_id IS NULL THEN 'OPEN' ELSE 'RESOLVED' END AS status, r.resolution, r.note,
         r.resolved_at AS "resolvedAt", 1 + coalesce(r.decisions, 0) AS version, array_position(ARRAY['ERROR', 'WARNING', 'INFO'], f.severity) AS rank
    FROM quality_finding f LEFT JOIN quality_resolution r ON r.finding_id = f.id`;

export type QualityCriteria = {
  kinds: readonly QualityKind[] | null;
  subjects: readonly string[] | null;
  status: QualityStatus | null;
};

/** Findings, the gravest first. */
export function qualityFindingList({ kinds, subjects, status }: QualityCriteria): KeysetList {
  return {
    name: 'qualityFindings/SEVERITY_KIND',
    sql: `${FINDINGS}
       WHERE ($1::text[] IS NULL OR f.kind = ANY($1))
         AND ($2::text[] IS NULL OR f.subjects && $2)
         AND ($3::text IS NULL OR $3 = CASE WHEN r.finding_id IS NULL THEN 'OPEN' ELSE 'RESOLVED' END)`,
    params: [kinds, subjects, status],
    order: [
      { sql: 'rank', type: 'bigint', notNull: true },
      { sql: 'kind', type: 'text', notNull: true },
      { sql: 'id', type: 'text', notNull: true },
    ],
  };
}

export function toQualityFinding(row: QualityFinding): QualityFinding {
  return Object.assign(new QualityFinding(), row);
}

export async function findQualityFinding(db: EntityManager, id: string): Promise<QualityFinding | null> {
  const [row]: QualityFinding[] = await db.query(`${FINDINGS} WHERE f.id = $1`, [id]);
  return row === undefined ? null : toQualityFinding(row);
}
