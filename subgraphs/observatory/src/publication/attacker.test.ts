import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anObservatory } from '../observatory.fixture.ts';
import { attack } from './attack.fixture.ts';
import { readEverything } from './read-everything.fixture.ts';
import { forget, play, SCENARIO } from './scenario.fixture.ts';

/** As many as a test may take. */
const MOST_RUNS = 4;
/** `npm run prove -- attacker` plays many more, from another seed. */
const RUNS = Number(process.env['ATTACKER_RUNS'] ?? MOST_RUNS);
const TELL_EVERY = 10;
const SEED = Number(process.env['ATTACKER_SEED'] ?? 92);

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await anObservatory();
});
afterAll(() => graph.stop());

test(
  'whoever reads all that two sources ever showed, revised and withdrawn, finds no secret',
  async () => {
    const sum = { scenarios: 0, published: 0, hidden: 0, naive: 0, secrets: 0, refused: [] as string[] };
    const told = () =>
      `${sum.scenarios} scenarios hold: ${sum.published} files published, ${sum.refused.length} refused; ${sum.secrets} secrets, ${sum.hidden} figures hidden; ${sum.naive} found where secrets alone are hidden`;
    await fc.assert(
      fc.asyncProperty(SCENARIO, async (scenario) => {
        await forget(graph.db);
        const { primary, published, mistried, refusals } = await play(graph.db, scenario);
        const read = await readEverything(graph, scenario.area);
        const { hidden, ...found } = await attack(graph, { read, primary, only: false });
        expect({ ...found, mistried }).toEqual({
          ...{ determined: [], narrow: [], elsewhere: [], lies: [], mistried: [] },
        });
        // The same reader, where the secrets alone were hidden and nothing with them, finds some again.
        const naive = await attack(graph, { read, primary, only: true });
        sum.scenarios += 1;
        sum.published += published;
        sum.hidden += hidden;
        sum.secrets += primary.size;
        sum.naive += naive.determined.length + naive.narrow.length;
        sum.refused.push(...refusals);
        // A run that is cut says what held until then.
        if (RUNS > MOST_RUNS && sum.scenarios % TELL_EVERY === 0) process.stdout.write(`${told()}\n`);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
    expect(Object.values({ ...sum, refused: 1 }).filter((count) => count === 0)).toEqual([]);
  },
  4 * 3_600_000,
);
