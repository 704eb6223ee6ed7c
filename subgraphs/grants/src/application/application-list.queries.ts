import { knownUnder } from '@graphess/reference';
import type { Context, KeysetList } from '@graphess/subgraph-kit';
import type { Application } from './application.entity.ts';
import { APPLICATION_COLUMNS } from './application.queries.ts';
import type { ApplicationState } from './application.state.ts';
import { structuresAppliedFor } from './visible-applications.queries.ts';

export type ApplicationCriteria = {
  edition: number | null;
  states: readonly ApplicationState[] | null;
  search: string | null;
};

/** Every application that an agent works on, the newest edition first. */
export function applicationsMatching({ edition, states, search }: ApplicationCriteria): KeysetList {
  return {
    name: 'applications/EDITION_DESC',
    sql: `SELECT ${APPLICATION_COLUMNS}, call.edition
            FROM application a JOIN call ON call.id = a.call_id
           WHERE a.state <> 'DRAFT' AND ($1::int IS NULL OR call.edition = $1)
             AND ($2::text[] IS NULL OR a.state = ANY($2))
             AND ($3::text IS NULL OR extensions.fold_matches(a.folded, $3))`,
    params: [edition, states, search],
    order: [
      { sql: 'q.edition', type: 'bigint', descending: true, notNull: true },
      { sql: 'q."applicantName" COLLATE extensions.french', type: 'text', notNull: true },
      { sql: 'q.id', type: 'text', notNull: true },
    ],
  };
}

/** What the structure that somebody acts for filed or drafts here, the newest first; documents are no filing. */
export function applicationsOfViewer({ db, viewer }: Context): Promise<Application[]> {
  return db.query(
    `SELECT ${APPLICATION_COLUMNS} FROM application a
      WHERE a.created_at IS NOT NULL AND a.organization_id IN (SELECT known.id FROM (${knownUnder('$1')}) known)
      ORDER BY a.created_at DESC, a.id LIMIT 100`,
    [structuresAppliedFor(viewer)],
  );
}
