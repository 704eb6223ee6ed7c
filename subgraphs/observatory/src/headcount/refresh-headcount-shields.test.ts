import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishTestCells, type TestCell } from '../cube/cells.fixture.ts';
import { anObservatory } from '../observatory.fixture.ts';
import { refreshHeadcountShields } from './refresh-headcount-shields.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await anObservatory();
});
afterAll(() => graph.stop());

const cell = (territory: string, value: number | null, more: Partial<TestCell> = {}): TestCell => ({
  ...{ territory, period: 2021, value },
  ...more,
});

test('a secret shields its territory, at whatever level and in whatever detail', async () => {
  const release = { dataset: 'ESS-FLORES', label: '2021', releasedAt: '2025-01-15T08:00:00.000Z' };
  await publishTestCells(graph.db, release, [
    cell('COM:92050', 2_400),
    cell('EPT:200057982', 9_000, { secret: true }),
    cell('DEP:92', 48_000),
    cell('DEP:92', null, {
      breakdown: 'ESS_FAMILY=MUTUELLE|SECTOR_A17=RZ',
      status: 'SUPPRESSED_FREQUENCY',
    }),
  ]);
  await graph.db.transaction((tx) => refreshHeadcountShields(tx));
  const shields: { id: string; secret: boolean }[] = await graph.db.query(
    `SELECT id, has_secret AS secret FROM headcount_shield
      WHERE id IN ('COM:92050', 'EPT:200057982', 'DEP:92') ORDER BY id`,
  );
  expect(shields).toEqual([
    { id: 'COM:92050', secret: false },
    { id: 'DEP:92', secret: true },
    { id: 'EPT:200057982', secret: true },
  ]);
});
