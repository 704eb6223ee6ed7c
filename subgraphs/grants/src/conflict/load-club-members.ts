import type { TableRows } from '@graphess/subgraph-kit';

/** A structure that a document shows at the Club des lauréats. */
export type ClubMemberRecord = { organization: string; since: string | null; sources: string[] };

/** Members that no document names are not a load's to change. */
export function clubMemberTables(records: readonly ClubMemberRecord[]): TableRows[] {
  const rows = records.map(({ organization, since, sources }) => ({
    organization_id: organization,
    since,
    source_ids: sources,
  }));
  return [
    {
      table: 'club_member',
      key: ['organization_id'],
      rows,
      scope: { sql: 'cardinality(t.source_ids) > 0', params: [] },
    },
  ];
}
