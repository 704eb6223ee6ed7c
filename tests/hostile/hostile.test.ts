import { afterAll, expect, test } from 'vitest';
import { MODES } from '../../gateway/src/testing/test-platform.ts';
import { CATALOGUE } from './catalogue.ts';
import { runCatalogue } from './run-catalogue.ts';
import { hostileWorld, type World } from './world.ts';

const worlds: World[] = [];
afterAll(async () => {
  for (const world of worlds) await world.stop();
});

test.each(MODES)(
  'in production, as %s, every attack fails and every control passes',
  async (mode) => {
    const world = await hostileWorld({ mode });
    worlds.push(world);
    const { failed, waiting } = await runCatalogue(world, CATALOGUE);
    expect(failed.map(({ case: { id }, complaints }) => `${id}: ${complaints.join('; ')}`)).toEqual([]);
    expect(waiting.map(({ id, waitsFor }) => [id, waitsFor])).toEqual([['BIZ-010', 'events']]);
  },
  120_000,
);
