import { randomUUID } from 'node:crypto';
import type { Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { AGENT } from '../testing/viewers.fixture.ts';

/** The grid of the tests: scales and weights that differ. */
export async function aGrid({ db }: TestSubgraph, callId = 'CALL:4'): Promise<void> {
  for (const [position, [code, label, weight, max]] of [
    ['IMPACT', 'Utilité sociale', 0.5, 5],
    ['BUDGET', 'Budget', 0.3, 10],
    ['TEAM', 'Équipe', 0.2, 20],
  ].entries()) {
    await db.query(
      `INSERT INTO evaluation_criterion (call_id, code, position, label, description, weight, max_score)
       VALUES ($1, $2, $3, $4, 'Ce que l’on juge.', $5, $6)`,
      [callId, code, position, label, weight, max],
    );
  }
}

/** Runs a mutation of one field and gives what it answers, errors in its place. */
export async function ask(
  graph: TestSubgraph,
  viewer: Viewer,
  mutation: string,
  input: Record<string, unknown>,
  selection = '',
): Promise<Record<string, unknown>> {
  const name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
  const { data, errors } = await graph.as(viewer).run(
    `mutation ($input: ${name}Input!) { ${mutation}(input: $input) {
       __typename ... on UserError { code path } ... on ValidationError { problems { code path } }
       ... on ConflictOfInterestError { candidates { kind severity path { from relation to } } } ${selection}
     } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  );
  return (errors as unknown as Record<string, unknown>) ?? (data?.[mutation] as Record<string, unknown>);
}

/** Makes somebody a juror of the open edition, under the structure that they act for. */
export async function seat(graph: TestSubgraph, juror: Viewer): Promise<void> {
  await graph.db.query(
    `INSERT INTO juror (call_id, subject, organization_id, added_at, added_by)
     VALUES ('CALL:4', $1, $2, '2025-11-20', 'PERSON:agent') ON CONFLICT DO NOTHING`,
    [juror.subject, juror.organization],
  );
}

/** Gives an application to a juror, through the graph. The id of the assignment, which is in its first version. */
export async function assign(graph: TestSubgraph, juror: Viewer, applicationId: string): Promise<string> {
  await seat(graph, juror);
  const { assignment } = await ask(
    graph,
    AGENT,
    'assignReviewer',
    { applicationId, reviewer: juror.subject },
    '... on AssignReviewerSuccess { assignment { id } }',
  );
  return (assignment as { id: string }).id;
}

/** The same, with nothing to declare. */
export async function assignCleared(
  graph: TestSubgraph,
  juror: Viewer,
  applicationId: string,
): Promise<string> {
  const assignmentId = await assign(graph, juror, applicationId);
  await ask(graph, juror, 'declareConflict', { assignmentId, nothing: true, expectedVersion: 1 });
  return assignmentId;
}

/** The scores of a whole grid: impact out of 5, budget out of 10, team out of 20; null where it does not apply. */
export const scored = (impact: number | null, budget: number | null, team: number | null) => [
  { criterion: 'IMPACT', score: impact },
  { criterion: 'BUDGET', score: budget },
  { criterion: 'TEAM', score: team },
];

/** The journal of an application, without what the reading of it leaves. */
export async function journalOf(
  { db }: TestSubgraph,
  target: string,
): Promise<{ action: string; details: object }[]> {
  return db.query(
    `SELECT action, details FROM journal WHERE target = $1 AND action <> 'APPLICATION_READ' ORDER BY seq`,
    [target],
  );
}
