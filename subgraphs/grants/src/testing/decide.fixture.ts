import { randomUUID } from 'node:crypto';
import type { Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import type { EntityManager } from 'typeorm';
import { AGENT } from './viewers.fixture.ts';

export const REFUSED = `... on UserError { code message path }
  ... on ValidationError { problems { code message path } }
  ... on ConflictError { currentVersion }
  ... on PermissionError { requiredScope }`;

const DECISION = `... on DecisionSuccess { application { id state version awarded { cents } publicInfo fundedItems } }`;

const INPUTS = {
  shortlistApplication: 'DecisionStepInput',
  recordAudition: 'DecisionStepInput',
  waitlistApplication: 'DecisionStepInput',
  awardApplication: 'AwardApplicationInput',
  rejectApplication: 'ReasonedDecisionInput',
  reopenDecision: 'ReasonedDecisionInput',
} as const;

type Decision = keyof typeof INPUTS;

/** Sends a decision as an agent, or as whoever is given; what the mutation answers, or its faults. */
export async function decide(
  graph: TestSubgraph,
  mutation: Decision,
  input: object,
  viewer: Viewer = AGENT,
): Promise<unknown> {
  const exceeded =
    mutation === 'awardApplication'
      ? '... on EnvelopeExceededError { remaining { cents } missing { cents } }'
      : '';
  const { data, errors } = await graph.as(viewer).run(
    `mutation ($input: ${INPUTS[mutation]}!) {
       ${mutation}(input: $input) { __typename ${DECISION} ${exceeded} ${REFUSED} } }`,
    { input: { idempotencyKey: randomUUID(), expectedVersion: 1, ...input } },
  );
  return errors ?? data?.[mutation];
}

/** Gives the fourth edition an envelope and a ceiling, in cents. */
export async function setEnvelope(
  db: EntityManager,
  { total, ceiling = 1_500_000 }: { total: number | null; ceiling?: number | null },
): Promise<void> {
  await db.query(
    `UPDATE call SET envelope_total_cents = $1, max_per_project_cents = $2 WHERE id = 'CALL:4'`,
    [total, ceiling],
  );
}

/** What the call says is committed, and what the awards add up to. */
export async function committedOf(db: EntityManager): Promise<{ committed: number; awards: number }> {
  const [row]: { committed: number; awards: number }[] = await db.query(
    `SELECT committed_cents::float8 AS committed,
            (SELECT coalesce(sum(awarded_cents), 0)::float8 FROM application WHERE call_id = 'CALL:4') AS awards
       FROM call WHERE id = 'CALL:4'`,
  );
  return row ?? { committed: Number.NaN, awards: Number.NaN };
}
