import type { LoadReport } from '@graphess/subgraph-kit';
import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { procurement } from '../procurement.ts';
import { LOAD, STRUCTURES } from './siae.fixture.ts';

let graph: TestSubgraph;

beforeEach(async () => {
  graph = await testSubgraph(procurement);
});
afterEach(() => graph.stop());

const rowsOf = (table: string) => graph.db.query(`SELECT * FROM ${table} ORDER BY 1`);
const written = (reports: readonly LoadReport[]) =>
  reports.map(({ inserted, changed }) => inserted + changed).reduce((sum, each) => sum + each, 0);

test('a second load writes nothing, even when it compares every row', async () => {
  const first = await graph.open.load(LOAD);
  const rows = await rowsOf('siae');
  const again = await graph.open.load(LOAD);
  const thorough = await graph.open.load({ ...LOAD, thorough: true });
  expect(first.find(({ set }) => set === 'siae')).toEqual({
    set: 'siae',
    read: 120,
    inserted: 120,
    changed: 0,
  });
  expect([written(again), written(thorough)]).toEqual([0, 0]);
  expect(await rowsOf('siae')).toEqual(rows);
});

test('without demonstration data there is no SIAE, and invented ones that were there leave', async () => {
  await graph.open.load(LOAD);
  await graph.open.load({ ...LOAD, demonstration: false });
  expect(await rowsOf('siae')).toEqual([]);
});

test('the area alone says where they are', async () => {
  await graph.open.load({ ...LOAD, area: '69' });
  const elsewhere: unknown[] = await graph.db.query(
    `SELECT id FROM siae WHERE territory_id NOT LIKE 'COM:69%'`,
  );
  expect({ count: (await rowsOf('siae')).length, elsewhere }).toEqual({ count: 120, elsewhere: [] });
});

test('a larger scale keeps the rows of a smaller one as they were', async () => {
  await graph.open.load(LOAD);
  const report = await graph.open.load({ ...LOAD, scale: 2 });
  expect(report.find(({ set }) => set === 'siae')).toEqual({
    set: 'siae',
    read: 240,
    inserted: 120,
    changed: 0,
  });
});

test('every sector of the demonstration has a label', async () => {
  await graph.open.load(LOAD);
  const used: { code: string }[] = await graph.db.query(
    'SELECT DISTINCT unnest(sectors) AS code FROM siae ORDER BY 1',
  );
  const known: { code: string }[] = await graph.db.query(
    `SELECT code FROM sector WHERE folded <> '' ORDER BY 1`,
  );
  expect(used).toEqual(known);
  expect(STRUCTURES.length).toBe(120);
});

test('a sector that takes another name is found under it, and its SIAE are not said to have changed', async () => {
  await graph.open.load(LOAD);
  const before = await graph.db.query('SELECT id, updated_at FROM siae ORDER BY id');
  await graph.db.query(`UPDATE sector SET label = 'Lingerie' WHERE code = 'BLANCHISSERIE'`);
  const found = await graph.db.query(`SELECT id FROM siae WHERE sectors_folded ~ 'lingerie' ORDER BY id`);
  const expected = STRUCTURES.filter(({ sectors }) => sectors.includes('BLANCHISSERIE')).map(
    ({ siaeId: id }) => ({ id }),
  );
  expect(found).toEqual(expected.sort((a, b) => (a.id < b.id ? -1 : 1)));
  expect(await graph.db.query('SELECT id, updated_at FROM siae ORDER BY id')).toEqual(before);
});

test('what changes is dated with the platform’s clock, the rest keeps its date', async () => {
  await graph.open.load(LOAD);
  await graph.db.query(`UPDATE siae SET updated_at = '2020-01-01'`);
  await graph.db.query(`UPDATE siae SET is_club_member = NOT is_club_member WHERE siret = '00000001800010'`);
  await graph.open.load({ ...LOAD, thorough: true });
  const days = await graph.db.query(
    `SELECT updated_at::date::text AS day, count(*)::int AS siaes FROM siae GROUP BY 1 ORDER BY 1`,
  );
  expect(days).toEqual([
    { day: '2020-01-01', siaes: 119 },
    { day: '2026-03-02', siaes: 1 },
  ]);
});

describe('the database refuses', () => {
  test.each([
    [`kind = 'OPCS'`, 'siae_kind_check'],
    ['completeness = 1.01', 'siae_completeness_check'],
    [`siret = '0000000180001'`, 'siae_siret_check'],
    [`siret = '73282932000074'`, 'siae_demonstration_siret_check'],
    [`territory_id = 'DEP:92'`, 'siae_territory_id_check'],
    [`presta_types = ARRAY['LOAN']`, 'siae_presta_types_check'],
    ['turnover_cents = -1', 'siae_turnover_cents_check'],
    ['employees_insertion = -1', 'siae_employees_insertion_check'],
    ['employees_permanent = -1', 'siae_employees_permanent_check'],
    ['lat = 48.9', 'siae_point_check'],
    [`source_ids = '{}'`, 'siae_source_ids_check'],
    [`sectors = ARRAY['INCONNU']`, 'siae_sectors_fkey'],
    [`organization_id = 'COM:92050'`, 'siae_organization_id_check'],
  ])('%s', async (change, constraint) => {
    await graph.open.load({ ...LOAD, scale: 1 / 120 });
    const refusal = await graph.db.query(`UPDATE siae SET ${change}`).then(
      () => null,
      ({ driverError }: { driverError: { constraint: string } }) => driverError.constraint,
    );
    expect(refusal).toBe(constraint);
  });
});
