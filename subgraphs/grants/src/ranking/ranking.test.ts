import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aGrid, ask, assign, assignCleared, scored } from '../review/jury.fixture.ts';
import { anApplication } from '../testing/an-application.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, jurorOf, ONE_OF_EACH } from '../testing/viewers.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants();
  await aGrid(graph);
});
afterAll(() => graph.stop());

const MILD = jurorOf('ORG:kpmg');
const SEVERE = jurorOf('ORG:villyz');
const RANKING = `{ call(edition: 4) { ranking {
  application { title } rank rawRank tied normalizedMean weightedMean group
} } }`;

async function reviewed(juror: typeof MILD, applicationId: string, ...scores: [number, number, number]) {
  const assignmentId = await assignCleared(graph, juror, applicationId);
  await ask(graph, juror, 'submitReview', { assignmentId, scores: scored(...scores) });
}

test('a ranking corrects severity, and a scorecard says what it comes from', async () => {
  expect((await graph.as(AGENT).run(RANKING)).data).toEqual({ call: { ranking: [] } });
  const project = (title: string) => anApplication(graph.db, { title, state: 'UNDER_REVIEW' });
  const [a, b, c, withdrawn] = [
    await project('A'),
    await project('B'),
    await project('C'),
    await project('D'),
  ];
  await reviewed(MILD, a, 4, 8, 16);
  await reviewed(MILD, b, 3, 6, 12);
  await reviewed(SEVERE, b, 1, 2, 4);
  await reviewed(SEVERE, c, 3, 6, 12);
  await reviewed(MILD, withdrawn, 5, 10, 20);
  await assign(graph, jurorOf('ORG:base-commune'), b);
  await graph.db.query(`UPDATE application SET state = 'WITHDRAWN' WHERE id = $1`, [withdrawn]);
  const row = (
    title: string,
    rank: number,
    rawRank: number,
    normalizedMean: number,
    weightedMean: number,
  ) => ({
    ...{ application: { title }, rank, rawRank, tied: false, normalizedMean, weightedMean, group: 1 },
  });
  expect((await graph.as(AGENT).run(RANKING)).data).toEqual({
    call: {
      ranking: [row('C', 1, 2, 85, 60), row('A', 2, 1, 65, 80), row('B', 3, 3, 45, 40)],
    },
  });
  const { data } = await graph.as(AGENT).run(
    `{ application(id: "${b}") { scorecard { weightedMean normalizedMean spread reviewsDone reviewsExpected recusals
         criteria { code label weight mean n } } } }`,
  );
  expect(data).toEqual({
    application: {
      scorecard: {
        ...{
          weightedMean: 40,
          normalizedMean: 45,
          spread: 40,
          reviewsDone: 2,
          reviewsExpected: 3,
          recusals: 0,
        },
        criteria: [
          { code: 'IMPACT', label: 'Utilité sociale', weight: 0.5, mean: 2, n: 2 },
          { code: 'BUDGET', label: 'Budget', weight: 0.3, mean: 4, n: 2 },
          { code: 'TEAM', label: 'Équipe', weight: 0.2, mean: 8, n: 2 },
        ],
      },
    },
  });
});

test('the scorecards of a whole list take the same statements as one', async () => {
  const scorecards = (first: number) =>
    graph.statementsOf(() =>
      graph
        .as(AGENT)
        .run(`{ applications(edition: 4, first: ${first}) { nodes { scorecard { weightedMean } } } }`),
    );
  expect((await scorecards(10)).length).toBe((await scorecards(1)).length);
});

test('the ranking is for agents and administrators', async () => {
  const readers = await Promise.all(
    ONE_OF_EACH.map(async (viewer) => {
      const { errors } = await graph.as(viewer).run(RANKING);
      return errors === undefined ? viewer.roles : [];
    }),
  );
  expect(readers.flat()).toEqual(['agent', 'admin']);
});
