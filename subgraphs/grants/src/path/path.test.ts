import { clockSetTo, VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAward } from '../agreement/an-award.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, APPLICANT, JUROR, OTHER_APPLICANT } from '../testing/viewers.fixture.ts';

let graph: TestSubgraph;
let id: string;
beforeAll(async () => {
  graph = await loadedGrants({ clock: clockSetTo('2027-07-15') });
  id = await anAward(graph.db, { cents: 800_000, decidedOn: '2026-06-01', title: 'Vélo-école' });
  await graph.db.query(`INSERT INTO agreement VALUES ($1, '2026-07-01', '2026-07-01', '2027-06-30')`, [id]);
  await graph.db.query(
    `INSERT INTO payment (id, application_id, number, cents, due_on, paid_on, reference, recorded_by, recorded_at)
     VALUES (gen_random_uuid(), $1, 1, 500000, '2026-07-10', '2026-07-12', 'M', 'PERSON:agent', '2026-07-12')`,
    [id],
  );
  await graph.db.query(
    `INSERT INTO report (application_id, code, status, summary, submitted_at, submitted_by, decided_at, decided_by)
     VALUES ($1, 'FINAL', 'ACCEPTED', 'Bilan', '2027-06-01', 'PERSON:applicant', '2027-06-02T22:30:00Z', 'PERSON:agent')`,
    [id],
  );
});
afterAll(() => graph.stop());

type Path = {
  steps: { kind: string; on: string | null; year: number | null; edition: number | null }[];
  missing: string[];
};
async function pathOf(organization: string, viewer: Viewer): Promise<Path> {
  const { data } = await graph.as(viewer).run(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organization {
       path { steps { kind on year edition } missing } } } }`,
    { of: [{ __typename: 'Organization', id: organization }] },
  );
  const [found] = (data?.['_entities'] ?? []) as { path: Path }[];
  return found?.path ?? expect.fail('no path');
}
const brief = ({ steps }: Path) => steps.map(({ kind, on, year }) => `${kind} ${on ?? year}`);

const PUBLIC = ['AWARDED 2023', 'AWARDED 2026-06-01', 'REPORTED 2027-06-03'];
const WHOLE = [
  ...['AWARDED 2023', 'APPLIED 2025-12-01', 'AWARDED 2026-06-01', 'AGREED 2026-07-01', 'PAID 2026-07-12'],
  'REPORTED 2027-06-03',
];

test('agents and the structure see the whole path, by date, and what is missing of it', async () => {
  for (const viewer of [AGENT, APPLICANT]) {
    const path = await pathOf('ORG:bicyclaide', viewer);
    expect([brief(path), path.missing]).toEqual([WHOLE, ['SUPPORTED', 'JOINED_CLUB', 'JOINT_PROJECT']]);
  }
});

test('others see what is public of it, and nothing tells them of the rest', async () => {
  for (const viewer of [VISITOR, OTHER_APPLICANT, JUROR]) {
    const path = await pathOf('ORG:bicyclaide', viewer);
    expect([brief(path), path.missing]).toEqual([PUBLIC, ['SUPPORTED', 'JOINED_CLUB', 'JOINT_PROJECT']]);
  }
});

test('an agent who reads what is private leaves a row in the journal, the structure none', async () => {
  const reads = async () =>
    (
      await graph.db.query(
        `SELECT count(*)::int AS count FROM journal WHERE target = $1 AND action = 'APPLICATION_READ'`,
        [id],
      )
    )[0]?.count;
  const before = await reads();
  await pathOf('ORG:bicyclaide', APPLICANT);
  await pathOf('ORG:bicyclaide', VISITOR);
  expect(await reads()).toBe(before);
  await pathOf('ORG:bicyclaide', AGENT);
  expect(await reads()).toBe(before + 1);
});

test('undated steps come last, and a structure without any says what is missing', async () => {
  expect(brief(await pathOf('ORG:lit-up', VISITOR))).toEqual([
    'AWARDED 2023',
    'JOINED_CLUB null',
    'JOINT_PROJECT null',
  ]);
  expect(await pathOf('ORG:nobody', VISITOR)).toEqual({
    steps: [],
    missing: ['AWARDED', 'SUPPORTED', 'JOINED_CLUB', 'REPORTED', 'JOINT_PROJECT'],
  });
});
