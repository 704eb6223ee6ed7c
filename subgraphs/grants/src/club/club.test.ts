import { clockSetTo, VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAward } from '../agreement/an-award.fixture.ts';
import { HAUTS_DE_SEINE, loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, APPLICANT, JUROR, OTHER_APPLICANT } from '../testing/viewers.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants({ clock: clockSetTo('2026-07-15') });
});
afterAll(() => graph.stop());

async function members(): Promise<unknown> {
  const { data, errors } = await graph.run(
    '{ club { totalCount nodes { name since sources { citation } } } }',
  );
  return errors ?? data?.['club'];
}
async function write(
  name: 'joinClub' | 'leaveClub',
  organizationId: string,
  viewer: Viewer,
): Promise<unknown> {
  const input = name === 'joinClub' ? 'JoinClubInput' : 'LeaveClubInput';
  const { data, errors } = await graph
    .as(viewer)
    .run(
      `mutation ($input: ${input}!) { outcome: ${name}(input: $input) { __typename ... on UserError { code } } }`,
      { input: { organizationId, idempotencyKey: `${name} ${organizationId}` } },
    );
  return errors ?? data?.['outcome'];
}

test('documents name two members, and are cited', async () => {
  const named = await graph.db.query(
    `SELECT citation FROM source WHERE id = ANY($1) ORDER BY array_position($1, id)`,
    [['panorama-ess-92', 'observatoire-ess-92']],
  );
  expect(await members()).toEqual({
    totalCount: 2,
    nodes: [
      { name: 'Lit uP', since: null, sources: named },
      { name: 'Maison Proxité', since: null, sources: named },
    ],
  });
});

test('laureates of an edition published here that opens the club are members from their award on', async () => {
  await anAward(graph.db, { decidedOn: '2026-06-01', organizationId: 'ORG:assol', applicantName: 'Assol' });
  expect(await members()).toMatchObject({ totalCount: 2 });
  await graph.db.query(
    `INSERT INTO benefit (call_id, code, position, statement, source_ids) VALUES ('CALL:4', 'NETWORK', 9, 'Le Club', '{}')`,
  );
  await graph.db.query(`UPDATE call SET published_at = '2025-10-01' WHERE id = 'CALL:4'`);
  expect(await members()).toMatchObject({
    totalCount: 3,
    nodes: [
      { name: 'Assol', since: '2026-06-01', sources: [] },
      { name: 'Lit uP' },
      { name: 'Maison Proxité' },
    ],
  });
  expect(await write('leaveClub', 'ORG:assol', AGENT)).toEqual({ __typename: 'LeaveClubSuccess' });
  expect(await members()).toMatchObject({ totalCount: 2 });
});

test('a laureate joins, leaves and comes back; a load leaves what people wrote alone', async () => {
  const success = { __typename: 'JoinClubSuccess' };
  expect(await write('joinClub', 'ORG:bicyclaide', APPLICANT)).toEqual(success);
  expect(await write('joinClub', 'ORG:lit-up', AGENT)).toMatchObject({ code: 'ALREADY_MEMBER' });
  expect(await write('joinClub', 'ORG:france-active-metropole', AGENT)).toMatchObject({
    code: 'NOT_A_LAUREATE',
  });
  expect(await write('leaveClub', 'ORG:maison-proxite', OTHER_APPLICANT)).toEqual({
    __typename: 'LeaveClubSuccess',
  });
  await graph.open.load({ ...HAUTS_DE_SEINE, thorough: true });
  expect(await members()).toMatchObject({
    nodes: [{ name: 'BicyclAide', since: '2026-07-15' }, { name: 'Lit uP' }],
  });
});

test('nobody writes for another structure', async () => {
  for (const viewer of [VISITOR, JUROR, OTHER_APPLICANT]) {
    expect(await write('joinClub', 'ORG:solishop', viewer)).toMatchObject({ __typename: 'PermissionError' });
  }
});
