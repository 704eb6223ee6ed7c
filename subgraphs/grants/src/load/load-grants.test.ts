import { parseId } from '@graphess/identifiers';
import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grants } from '../grants.ts';
import { HAUTS_DE_SEINE } from '../testing/loaded-grants.fixture.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await testSubgraph(grants);
});
afterAll(() => graph.stop());

test('a second load compares every row and changes none', async () => {
  const first = await graph.open.load(HAUTS_DE_SEINE);
  const second = await graph.open.load({ ...HAUTS_DE_SEINE, thorough: true });
  expect(first.map(({ set, inserted }) => [set, inserted])).toEqual([
    ['source', 9],
    ['call', 4],
    ['milestone', 13],
    ['theme', 13],
    ['benefit', 8],
    ['workflow_state', 44],
    ['workflow_transition', 104],
    ['eligibility_terms', 4],
    ['eligibility_rule', 16],
    ['application', 27],
    ['application_theme', 13],
    ['joint_project', 1],
    ['personal_data_purpose', 3],
    ['club_member', 2],
    ['claim', first.at(-2)?.read],
    ['unknown_value', 9],
  ]);
  expect(second.map(({ set, read }) => [set, read])).toEqual(first.map(({ set, read }) => [set, read]));
  expect(second.map(({ inserted, changed }) => inserted + changed)).toEqual(first.map(() => 0));
});

test('every id that a load makes is a global id', async () => {
  const rows: { id: string }[] = await graph.db.query(
    'SELECT id FROM call UNION SELECT id FROM application UNION SELECT organization_id FROM application',
  );
  expect(rows.filter(({ id }) => parseId(id) === null)).toEqual([]);
});

test('a row that leaves the files leaves the tables, and what was filed here stays', async () => {
  await graph.db.query(`
    INSERT INTO application (id, call_id, organization_id, applicant_name, summary, action_territories, state, is_demonstration, source_ids)
    VALUES ('APP:left-the-files', 'CALL:1', 'ORG:assol', 'Assol', 'Un projet.', '{}', 'AWARDED', false, '{panorama-ess-92}'),
           ('APP:filed-here', 'CALL:4', 'ORG:assol', 'Assol', 'Un projet.', '{}', 'DRAFT', false, '{}')`);
  await graph.db.query(`INSERT INTO milestone (call_id, code, position, label, precision, statement, source_ids)
    VALUES ('CALL:2', 'HEARINGS', 9, 'Auditions', 'DAY_WITHOUT_YEAR', 'le 3 mai', '{}')`);
  await graph.open.load({ ...HAUTS_DE_SEINE, thorough: true });
  const rows = await graph.db.query(
    `SELECT id FROM application WHERE id IN ('APP:left-the-files', 'APP:filed-here')
     UNION SELECT code FROM milestone WHERE call_id = 'CALL:2' ORDER BY 1`,
  );
  expect(rows).toEqual([{ id: 'APP:filed-here' }, { id: 'LAUNCH' }]);
});

test.each([
  [
    'an award without the state of a laureate',
    `UPDATE application SET awarded_cents = 100 WHERE id = 'APP:filed-here'`,
  ],
  [
    'a theme of another edition',
    `INSERT INTO application_theme VALUES ('APP:1-assol', 'CALL:1', 'BIEN_ETRE')`,
  ],
  ['more awards than applications', `UPDATE call SET awarded = 30 WHERE edition = 1`],
  [
    'a day without a year that has bounds',
    `UPDATE milestone SET earliest = '2023-02-06' WHERE earliest IS NULL`,
  ],
  ['a call whose id is of another edition', `UPDATE call SET edition = 9 WHERE edition = 4`],
  ['a joint project of one partner', `UPDATE joint_project SET partners = '{ORG:lit-up}'`],
])('the database refuses %s', async (_what, sql) => {
  await expect(graph.db.query(sql)).rejects.toThrow(/violates/);
});
