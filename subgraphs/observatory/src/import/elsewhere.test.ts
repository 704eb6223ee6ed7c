import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anObservatory } from '../observatory.fixture.ts';
import { territoriesElsewhere } from './elsewhere.queries.ts';

let observatory: TestSubgraph;
beforeAll(async () => {
  observatory = await anObservatory();
  await observatory.db.query(`INSERT INTO shown_area VALUES ('DEP:92') ON CONFLICT DO NOTHING`);
});
afterAll(() => observatory.stop());

test('Argenteuil is in an EPT of the département, and statistics are kept of it', async () => {
  const elsewhere = await territoriesElsewhere(observatory.db);
  const isElsewhere = (id: string) => elsewhere.has(id);
  expect(['COM:69123', 'COM:83069', 'COM:93048', 'DEP:69', 'REG:84'].map(isElsewhere)).toEqual(
    Array(5).fill(true),
  );
  expect(
    ['COM:92050', 'COM:95018', 'EPT:200057990', 'DEP:92', 'DEP:95', 'REG:11', 'COM:99999'].map(isElsewhere),
  ).toEqual(Array(7).fill(false));
});
