import type { TableRows } from '@graphess/subgraph-kit';

/** A joint project as the data files write it. */
export type JointProjectRecord = {
  slug: string;
  title: string;
  partners: string[];
  since: string | null;
  sources: string[];
  quotation: string | null;
};

// What a member proposed here is not a load’s to change.
const FROM_DOCUMENTS = { sql: 't.proposed_by IS NULL', params: [] };

export function jointProjectTables(records: readonly JointProjectRecord[]): TableRows[] {
  const rows = records.map(({ sources, ...record }) => ({ ...record, source_ids: sources }));
  return [{ table: 'joint_project', key: ['slug'], rows, scope: FROM_DOCUMENTS }];
}
