import { knownUnder } from '@graphess/reference';
import { loadOne, type Viewer } from '@graphess/subgraph-kit';
import type { Application } from './application.entity.ts';
import { APPLICATION_COLUMNS, IS_PUBLISHED } from './application.queries.ts';

/**
 * Whether somebody may see an application `a` at all, with the parameters of `visibleParameters` from `$first` on: all see
 * what is published, agents see what was filed, whoever applies for a structure sees its own, and a juror sees what they
 * were given once they declared that nothing binds them to it, unless they act for the applicant since.
 */
export function visibleSql(first: number): string {
  return `(${IS_PUBLISHED}
    OR ($${first}::boolean AND a.state <> 'DRAFT')
    OR a.organization_id IN (SELECT known.id FROM (${knownUnder(`$${first + 1}`)}) known)
    OR EXISTS (SELECT FROM review_assignment r
                WHERE r.application_id = a.id AND r.reviewer = $${first + 2}
                  AND r.declared_at IS NOT NULL AND r.recused_at IS NULL
                  AND a.organization_id NOT IN (SELECT known.id FROM (${knownUnder(`$${first + 3}`)}) known)))`;
}

/** The structure that somebody applies for, in a list: none for whoever acts for one as something else. */
export function structuresAppliedFor({
  roles,
  organization,
}: Pick<Viewer, 'roles' | 'organization'>): string[] {
  return roles.includes('applicant') && organization !== null ? [organization] : [];
}

export function visibleParameters({
  roles,
  subject,
  organization,
}: Viewer): [boolean, string[], string | null, string[]] {
  return [
    roles.includes('agent') || roles.includes('admin'),
    structuresAppliedFor({ roles, organization }),
    roles.includes('juror') ? subject : null,
    organization === null ? [] : [organization],
  ];
}

/** An application by its id, for whoever may see it; null for others. */
export const visibleApplicationById = loadOne<Application>(
  ({ db, viewer }, ids) =>
    db.query(`SELECT ${APPLICATION_COLUMNS} FROM application a WHERE a.id = ANY($1) AND ${visibleSql(2)}`, [
      ids,
      ...visibleParameters(viewer),
    ]),
  ({ id }) => id,
);
