import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAward } from '../agreement/an-award.fixture.ts';
import { anApplication } from '../testing/an-application.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, APPLICANT } from '../testing/viewers.fixture.ts';
import { isAboveThreshold } from './renewal.rules.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants();
});
afterAll(() => graph.stop());

const READ = `query ($id: ID!) { application(id: $id) { isRenewal previous { id }
  grantedByYear { year granted { cents } unknownAmounts threshold { cents } aboveThreshold } } }`;

test('a laureate of the first edition that applies again is a renewal, and its years are added up', async () => {
  await anAward(graph.db, { cents: 1_200_000, decidedOn: '2026-06-01' });
  await anAward(graph.db, { cents: 1_200_000, decidedOn: '2026-09-01' });
  const id = await anApplication(graph.db);
  const { data } = await graph.as(AGENT).run(READ, { id });
  const threshold = { cents: 2_300_000 };
  expect(data?.['application']).toEqual({
    isRenewal: true,
    previous: [{ id: 'APP:1-bicyclaide' }],
    grantedByYear: [
      { year: 2023, granted: { cents: 0 }, unknownAmounts: 1, threshold, aboveThreshold: null },
      { year: 2026, granted: { cents: 2_400_000 }, unknownAmounts: 0, threshold, aboveThreshold: true },
    ],
  });
});

test('one that applies for the first time is none', async () => {
  const id = await anApplication(graph.db, { organizationId: 'ORG:newcomer' });
  const { data } = await graph.as(AGENT).run(READ, { id });
  expect(data?.['application']).toEqual({ isRenewal: false, previous: [], grantedByYear: [] });
});

test('the marker and the sums are for agents alone', async () => {
  const id = await anApplication(graph.db);
  const { data, errors } = await graph.as(APPLICANT).run(READ, { id });
  expect(data?.['application']).toEqual({
    isRenewal: null,
    previous: [{ id: 'APP:1-bicyclaide' }],
    grantedByYear: null,
  });
  expect(errors?.map(({ path, extensions }) => [path?.at(-1), extensions?.['code']])).toEqual([
    ['isRenewal', 'FORBIDDEN'],
    ['grantedByYear', 'FORBIDDEN'],
  ]);
});

test('the threshold is exceeded from one cent above 23 000 € on', () => {
  expect([
    isAboveThreshold({ cents: 2_300_000, unknown: 0 }),
    isAboveThreshold({ cents: 2_300_001, unknown: 3 }),
    isAboveThreshold({ cents: 2_300_000, unknown: 1 }),
  ]).toEqual([false, true, null]);
});
