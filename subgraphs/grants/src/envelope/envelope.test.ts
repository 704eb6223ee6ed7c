import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anApplication } from '../testing/an-application.fixture.ts';
import {
  awardAtOnce,
  broken,
  byCheckThenWrite,
  byGraph,
  bySql,
  byVerb,
  withoutEnvelope,
} from '../testing/award-at-once.fixture.ts';
import { committedOf, decide, setEnvelope } from '../testing/decide.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { SECOND_AGENT } from '../testing/viewers.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants();
});
afterAll(() => graph.stop());
beforeEach(async () => {
  await graph.db.query(`DELETE FROM application WHERE call_id = 'CALL:4'`);
  await setEnvelope(graph.db, { total: 1_000_000 });
});

const award = (id: string, cents: number) =>
  graph.db.query(`UPDATE application SET state = 'AWARDED', awarded_cents = $2 WHERE id = $1`, [id, cents]);

test('whatever the statement, what is committed is what was awarded', async () => {
  const id = await anApplication(graph.db, { state: 'AUDITIONED' });
  await award(id, 600_000);
  expect(await committedOf(graph.db)).toEqual({ committed: 600_000, awards: 600_000 });
  await graph.db.query('UPDATE application SET awarded_cents = 700000 WHERE id = $1', [id]);
  await graph.db.query(`UPDATE call SET committed_cents = 0 WHERE id = 'CALL:4'`);
  expect(await committedOf(graph.db)).toEqual({ committed: 700_000, awards: 700_000 });
  await graph.db.query('DELETE FROM application WHERE id = $1', [id]);
  expect(await committedOf(graph.db)).toEqual({ committed: 0, awards: 0 });
});

test('an award that moves to another call is counted there', async () => {
  const id = await anApplication(graph.db, { state: 'AUDITIONED' });
  await award(id, 600_000);
  await graph.db.query(`UPDATE application SET call_id = 'CALL:3' WHERE id = $1`, [id]);
  expect(await graph.db.query('SELECT id FROM call WHERE committed_cents = 600000')).toEqual([
    { id: 'CALL:3' },
  ]);
  await graph.db.query('DELETE FROM application WHERE id = $1', [id]);
});

test('neither an award nor an amended call breaks the envelope or the ceiling', async () => {
  const id = await anApplication(graph.db, { state: 'AUDITIONED' });
  await expect(award(id, 1_000_001)).rejects.toThrow('call_within_envelope_check');
  await setEnvelope(graph.db, { total: 9_000_000 });
  await expect(award(id, 1_500_001)).rejects.toThrow('above the ceiling');
  await award(id, 1_500_000);
  await expect(setEnvelope(graph.db, { total: 1_499_999 })).rejects.toThrow('call_within_envelope_check');
  await expect(setEnvelope(graph.db, { total: null, ceiling: 1_499_999 })).rejects.toThrow(
    'above the ceiling',
  );
  await setEnvelope(graph.db, { total: null, ceiling: null });
});

test('laureates whose amount nobody knows commit nothing', async () => {
  expect(
    await graph.db.query(
      `SELECT c.committed_cents::int AS committed, count(a.id)::int AS laureates
         FROM call c JOIN application a ON a.call_id = c.id WHERE c.id = 'CALL:1' GROUP BY 1`,
    ),
  ).toEqual([{ committed: 0, laureates: 13 }]);
});

/** The long form is `npm run prove -- envelope`. */
test.each([
  ['the verb, over 8 connections', () => byVerb, 8, 4],
  ['the verb, over 32 connections', () => byVerb, 32, 2],
  ['the mutation', () => byGraph(graph.open), 8, 2],
  ['a statement of its own', () => bySql, 16, 4],
])(
  '50 awards at once keep to the envelope and the ceiling, and none is lost: %s',
  async (_what, way, clients, rounds) => {
    const done = await awardAtOnce(graph, { way: way(), clients, rounds });
    expect(broken(done)).toEqual([]);
    expect(done.every(({ awards }) => awards > 0)).toBe(true);
  },
);

test('awards given and taken back at once leave what was given, and nobody waits for good', async () => {
  await setEnvelope(graph.db, { total: 100_000_000 });
  const given = await Promise.all(
    Array.from({ length: 15 }, () => anApplication(graph.db, { state: 'AUDITIONED' })),
  );
  const late = await Promise.all(
    Array.from({ length: 15 }, () => anApplication(graph.db, { state: 'AUDITIONED' })),
  );
  const grant = (id: string) => decide(graph, 'awardApplication', { id, cents: 1_000, terms: 'SINGLE' });
  const takeBack = (id: string) =>
    decide(graph, 'reopenDecision', { id, expectedVersion: 2, reason: 'Erreur.' }, SECOND_AGENT);
  await Promise.all(given.map(grant));
  const answers = await Promise.all(given.flatMap((id, at) => [takeBack(id), grant(late[at] ?? '')]));
  expect(answers).toEqual(Array(30).fill(expect.objectContaining({ __typename: 'DecisionSuccess' })));
  expect(await committedOf(graph.db)).toEqual({ committed: 15_000, awards: 15_000 });
});

test('negative control: without the database’s count, reading before writing overruns', async () => {
  const control = await loadedGrants();
  await withoutEnvelope(control.url);
  const done = await awardAtOnce(control, { way: byCheckThenWrite, clients: 16, rounds: 4 });
  await control.stop();
  expect(done.some(({ awards, total }) => awards > total)).toBe(true);
});

test('the database keeps an award and its amount of record the same, whichever of them is written', async () => {
  const id = await anApplication(graph.db, { state: 'AUDITIONED' });
  await decide(graph, 'awardApplication', { id, cents: 700_000, terms: 'SINGLE' });
  for (const statement of [
    'UPDATE award SET cents = 700001 WHERE application_id = $1',
    'UPDATE application SET awarded_cents = 700001 WHERE id = $1',
    `UPDATE application SET state = 'AUDITIONED', awarded_cents = NULL WHERE id = $1`,
  ]) {
    await expect(graph.db.query(statement, [id])).rejects.toThrow('is not its amount of record');
  }
  const both = await Promise.allSettled([
    graph.db.query('UPDATE award SET cents = 600000 WHERE application_id = $1', [id]),
    graph.db.query('UPDATE application SET awarded_cents = 600000 WHERE id = $1', [id]),
  ]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(
    await graph.db.query(
      `SELECT cents::int, awarded_cents::int FROM award JOIN application ON id = application_id WHERE id = $1`,
      [id],
    ),
  ).toEqual([{ cents: 700_000, awarded_cents: 700_000 }]);
});
