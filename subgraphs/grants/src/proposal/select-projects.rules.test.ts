import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Candidate, selectProjects } from './select-projects.rules.ts';

const candidates = (most: number) =>
  fc
    .array(fc.record({ cents: fc.integer({ min: 1, max: 30 }), score: fc.integer({ min: 0, max: 12 }) }), {
      maxLength: most,
    })
    .map((list) => list.map((each, at) => ({ ...each, id: `APP:${String(at).padStart(2, '0')}` })));

/** The best score and the least that it costs, of all subsets. */
function bruteForce(list: readonly Candidate[], budget: number): { score: number; cents: number } {
  let best = { score: 0, cents: 0 };
  for (let subset = 0; subset < 2 ** list.length; subset += 1) {
    let [score, cents] = [0, 0];
    for (const [at, each] of list.entries()) {
      if ((subset & (1 << at)) === 0) continue;
      score += each.score;
      cents += each.cents;
    }
    if (cents <= budget && (score > best.score || (score === best.score && cents < best.cents))) {
      best = { score, cents };
    }
  }
  return best;
}

test('what is selected is as good as the best of all subsets, and costs no more than it must', () => {
  fc.assert(
    fc.property(candidates(12), fc.integer({ min: 0, max: 200 }), (list, budget) => {
      const { score, cents } = selectProjects(list, budget).now;
      expect({ score, cents }).toEqual(bruteForce(list, budget));
    }),
    { numRuns: 150 },
  );
  fc.assert(
    fc.property(candidates(15), fc.integer({ min: 50, max: 200 }), (list, budget) => {
      const { score, cents } = selectProjects(list, budget).now;
      expect({ score, cents }).toEqual(bruteForce(list, budget));
    }),
    { numRuns: 12 },
  );
});

test('taking the best first is not as good: the property above can fail', () => {
  const list = [
    { id: 'a', cents: 10, score: 9 },
    { id: 'b', cents: 6, score: 5 },
    { id: 'c', cents: 4, score: 5 },
  ];
  expect(selectProjects(list, 10).now).toEqual({ ids: ['b', 'c'], cents: 10, score: 10 });
});

test('its cost and its score are those of its projects; another order gives the same', () => {
  fc.assert(
    fc.property(candidates(12), fc.integer({ min: 0, max: 200 }), (list, budget) => {
      const { ids, cents, score } = selectProjects(list, budget).now;
      const chosen = list.filter(({ id }) => ids.includes(id));
      expect([cents, score]).toEqual([
        chosen.reduce((sum, each) => sum + each.cents, 0),
        chosen.reduce((sum, each) => sum + each.score, 0),
      ]);
      expect([...selectProjects(list.toReversed(), budget).now.ids].sort()).toEqual([...ids].sort());
    }),
  );
});

test('the next euro: no smaller addition changes anything for the better, and this one does', () => {
  fc.assert(
    fc.property(candidates(10), fc.integer({ min: 0, max: 120 }), (list, budget) => {
      const { score } = bruteForce(list, budget);
      const next = selectProjects(list, budget).next;
      let extra = 1;
      while (extra < 400 && bruteForce(list, budget + extra).score === score) extra += 1;
      expect(next?.extraCents ?? 400).toBe(extra);
      if (next !== null) expect(next.selection).toEqual(selectProjects(list, budget + next.extraCents).now);
    }),
    { numRuns: 8 },
  );
});

test('a hundred projects whose amounts go with their scores fill the envelope to the cent', () => {
  const list = Array.from({ length: 100 }, (_, at) => {
    const score = 40 + ((at * 104_729) % 6_000) / 100;
    return { id: `APP:${at}`, score, cents: Math.round(score * 15_000) };
  });
  const { now, next } = selectProjects(list, 10_000_050);
  expect([now.cents, now.score, next?.extraCents]).toEqual([10_000_050, 666.67, 150]);
});
