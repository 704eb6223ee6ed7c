import type { TableRows } from '@graphess/subgraph-kit';
import type { JointProjectRecord } from '../joint-project/load-joint-projects.ts';

/** The members that documents name: those of a joint project that they say the club brought about. */
export function clubTables(records: readonly JointProjectRecord[]): TableRows[] {
  const rows = records.flatMap(({ partners, sources }) =>
    partners.map((organization_id) => ({ organization_id, source_ids: sources })),
  );
  return [
    {
      table: 'club_member',
      key: ['organization_id'],
      rows,
      scope: { sql: 't.recorded_by IS NULL', params: [] },
    },
  ];
}
