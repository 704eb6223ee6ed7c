import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aGrid, ask, assignCleared, scored } from '../review/jury.fixture.ts';
import { anApplication } from '../testing/an-application.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, JUROR } from '../testing/viewers.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants();
  await aGrid(graph);
});
afterAll(() => graph.stop());

const given = async () => {
  const applicationId = await anApplication(graph.db, { state: 'UNDER_REVIEW' });
  return { applicationId, assignmentId: await assignCleared(graph, JUROR, applicationId) };
};
type Given = Awaited<ReturnType<typeof given>>;

async function asOwner(statement: string): Promise<void> {
  const client = new Client({ connectionString: graph.url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** How many reviews are those of somebody who did not declare, or stepped aside. */
const unlawful = async (): Promise<number> => {
  const [row]: { count: number }[] = await graph.db.query(
    `SELECT count(*)::int AS count FROM review v JOIN review_assignment r ON r.id = v.assignment_id
      WHERE r.declared_at IS NULL OR r.recused_at IS NOT NULL`,
  );
  return row?.count ?? -1;
};

/** A writer who looks first and writes then, as both do, with the other in between. Whether each could write. */
async function interleaved({
  applicationId,
  assignmentId,
}: Given): Promise<[scored: boolean, recused: boolean]> {
  const scorer = graph.db.connection.createQueryRunner();
  await scorer.startTransaction();
  const [looked] = await scorer.query(
    'SELECT FROM review_assignment WHERE id = $1 AND declared_at IS NOT NULL AND recused_at IS NULL',
    [assignmentId],
  );
  const writes = (work: Promise<unknown>) => work.then(() => true).catch(() => false);
  const recused = await writes(
    graph.db.query(`UPDATE review_assignment SET recused_at = now() WHERE id = $1`, [assignmentId]),
  );
  const hasScored = await writes(
    looked === undefined
      ? Promise.reject(new Error('Not cleared'))
      : scorer.query(
          `INSERT INTO review (assignment_id, application_id, call_id, saved_at) VALUES ($1, $2, 'CALL:4', now())`,
          [assignmentId, applicationId],
        ),
  );
  await (hasScored ? scorer.commitTransaction() : scorer.rollbackTransaction());
  await scorer.release();
  return [hasScored, recused];
}

test('whoever looks first and scores then is stopped by the keys of the database', async () => {
  expect(await interleaved(await given())).toEqual([false, true]);
  expect(await unlawful()).toBe(0);
});

test('without them, the same leaves the score of a recused juror', async () => {
  await asOwner('ALTER TABLE grants.review DROP CONSTRAINT review_cleared_fkey');
  const pair = await given();
  expect(await interleaved(pair)).toEqual([true, true]);
  expect(await unlawful()).toBe(1);
  await graph.db.query('DELETE FROM review WHERE assignment_id = $1', [pair.assignmentId]);
  await asOwner(
    `ALTER TABLE grants.review ADD CONSTRAINT review_cleared_fkey FOREIGN KEY (assignment_id, application_id, cleared)
       REFERENCES grants.review_assignment (id, application_id, cleared) ON DELETE CASCADE`,
  );
});

test('nobody who did not declare has a review, whoever writes it', async () => {
  const { applicationId, assignmentId } = await given();
  await graph.db.query('UPDATE review_assignment SET declared_at = NULL WHERE id = $1', [assignmentId]);
  await expect(
    graph.db.query(
      `INSERT INTO review (assignment_id, application_id, call_id, saved_at) VALUES ($1, $2, 'CALL:4', now())`,
      [assignmentId, applicationId],
    ),
  ).rejects.toThrow('review_cleared_fkey');
});

test('twenty jurors submit while they are recused: each is recused, and none has a score', async () => {
  const pairs: Given[] = [];
  for (let count = 0; count < 20; count += 1) pairs.push(await given());
  const outcomes = await Promise.all(
    pairs.flatMap(({ assignmentId }) => [
      ask(graph, JUROR, 'submitReview', { assignmentId, scores: scored(1, 2, 3) }),
      ask(graph, AGENT, 'recuseReviewer', {
        ...{ assignmentId, conflict: 'CLUB', reason: 'Siège à son conseil.', expectedVersion: 2 },
      }),
    ]),
  );
  const recusals = outcomes.filter((_, index) => index % 2 === 1);
  expect(recusals.map(({ __typename }) => __typename)).toEqual(pairs.map(() => 'RecuseReviewerSuccess'));
  const submissions = new Set(
    outcomes.filter((_, index) => index % 2 === 0).map(({ __typename, code }) => code ?? __typename),
  );
  expect(
    [...submissions].filter((each) => each !== 'REVIEWER_RECUSED' && each !== 'SubmitReviewSuccess'),
  ).toEqual([]);
  expect(await unlawful()).toBe(0);
  const [left] = await graph.db.query('SELECT count(*)::int AS count FROM review');
  expect(left).toEqual({ count: 0 });
});
