/** A project that may be funded whole: its id, what it costs, and what it is worth to the jury. */
export type Candidate = { readonly id: string; readonly cents: number; readonly score: number };

export type Selection = {
  /** In the order of the candidates. */
  readonly ids: readonly string[];
  readonly cents: number;
  readonly score: number;
};

export type Selections = {
  readonly now: Selection;
  /** What the smallest addition to the budget that changes anything for the better would fund. */
  readonly next: { readonly extraCents: number; readonly selection: Selection } | null;
};

/** Scores count to the hundredth of a point: as integers, so that a sum does not depend on its order. */
const STEPS_PER_POINT = 100;

type Item = { readonly at: number; readonly cents: number; readonly worth: number };

/**
 * The candidates to fund within a budget so that their scores add up to the most, and what a little more money would
 * change; `next` is null when all that is worth something is funded. Exact. Of two selections worth the same the cheaper is
 * taken, and of two that also cost the same, the one that was found first in the order of the ids: the same candidates in
 * another order give the same selection. A score of zero or less buys nothing.
 *
 * Its work is the number of candidates times the sum of their scores, whatever they cost: a hundred of a hundred points
 * each are a hundred million steps.
 */
export function selectProjects(candidates: readonly Candidate[], budget: number): Selections {
  if (budget < 0) throw new RangeError('A budget is not negative');
  const items = candidates
    .map(({ cents, score }, at) => ({ at, cents, worth: Math.round(score * STEPS_PER_POINT) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => ((candidates[a.at] as Candidate).id < (candidates[b.at] as Candidate).id ? -1 : 1));
  const { costs, isLast } = leastCosts(items);
  const most = costs.findLastIndex((cost) => cost <= budget);
  const selection = (worth: number): Selection => {
    const chosen = new Set<number>();
    let left = worth;
    for (const [number, item] of [...items.entries()].reverse()) {
      if (!isLast(number, left)) continue;
      chosen.add(item.at);
      left -= item.worth;
    }
    const funded = candidates.filter((_, at) => chosen.has(at));
    return { ids: funded.map(({ id }) => id), cents: costs[worth] as number, score: worth / STEPS_PER_POINT };
  };
  const better = cheapestAbove(costs, most);
  return {
    now: selection(most),
    next:
      better === null
        ? null
        : { extraCents: (costs[better] as number) - budget, selection: selection(better) },
  };
}

/** The least that each sum of scores costs, and whether an item is the last one, in their order, of who reach that sum. */
function leastCosts(items: readonly Item[]): {
  costs: Float64Array;
  isLast(number: number, worth: number): boolean;
} {
  const costs = new Float64Array(items.reduce((sum, { worth }) => sum + worth, 0) + 1).fill(
    Number.POSITIVE_INFINITY,
  );
  costs[0] = 0;
  let reached = 0;
  const taken = items.map(({ cents, worth }) => {
    reached += worth;
    const bits = new Uint8Array((reached >> 3) + 1);
    // Downwards, so that nothing is taken twice.
    for (let sum = reached; sum >= worth; sum -= 1) {
      const cost = (costs[sum - worth] as number) + cents;
      if (cost >= (costs[sum] as number)) continue;
      costs[sum] = cost;
      bits[sum >> 3] = (bits[sum >> 3] as number) | (1 << (sum & 7));
    }
    return bits;
  });
  return {
    costs,
    isLast: (number, worth) => (((taken[number]?.[worth >> 3] ?? 0) >> (worth & 7)) & 1) === 1,
  };
}

/** The sum of scores above one that costs the least; the highest of those that cost the same. */
function cheapestAbove(costs: Float64Array, worth: number): number | null {
  let found: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let sum = worth + 1; sum < costs.length; sum += 1) {
    const cost = costs[sum] as number;
    if (cost > least || cost === Number.POSITIVE_INFINITY) continue;
    found = sum;
    least = cost;
  }
  return found;
}
