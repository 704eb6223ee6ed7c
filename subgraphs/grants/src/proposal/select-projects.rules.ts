/** A project that may be funded whole: its id, what it costs, and what it is worth to the jury. */
export type Candidate = { readonly id: string; readonly cents: number; readonly score: number };

export type Selection = {
  /** In the order of the candidates. */
  readonly ids: readonly string[];
  readonly cents: number;
  readonly score: number;
};

/** Scores count to the hundredth of a point: as integers, so that a sum does not depend on its order, and few. */
const STEPS_PER_POINT = 100;

type Plan = { readonly worth: number; readonly cents: number; readonly last: Link | null };
type Link = { readonly at: number; readonly before: Link | null };

/**
 * The candidates to fund within a budget so that their scores add up to the most. Exact: plans that cost no less and are
 * worth no more than another are the only ones given up. Of two selections worth the same the cheaper is taken, and of two
 * that also cost the same, the one that was found first in the order of the ids: the same candidates in another order give
 * the same selection. A score of zero or less buys nothing.
 */
export function selectProjects(candidates: readonly Candidate[], budget: number): Selection {
  return selectionOf(candidates, bestWithin(frontier(candidates, budget), budget));
}

/**
 * The smallest addition to a budget that changes for the better what can be funded, and what is funded then; null when all
 * that is worth something is funded.
 */
export function nextSelection(
  candidates: readonly Candidate[],
  budget: number,
): { extraCents: number; selection: Selection } | null {
  // Whoever is left out could be added to what is funded now: the answer lies no farther than the dearest of them.
  const dearest = Math.max(0, ...candidates.map(({ cents }) => cents));
  const plans = frontier(candidates, budget + dearest);
  const now = bestWithin(plans, budget);
  const next = plans.find(({ cents, worth }) => cents > budget && worth > now.worth);
  if (next === undefined) return null;
  return { extraCents: next.cents - budget, selection: selectionOf(candidates, next) };
}

/** Every plan that no cheaper one equals, from the cheapest to the dearest: each is worth more than the one before. */
function frontier(candidates: readonly Candidate[], budget: number): readonly Plan[] {
  const inOrder = candidates
    .map((candidate, at) => ({ ...candidate, at }))
    .filter(({ score, cents }) => score > 0 && cents <= budget)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  let plans: readonly Plan[] = [{ worth: 0, cents: 0, last: null }];
  for (const { at, cents, score } of inOrder) {
    const worth = Math.round(score * STEPS_PER_POINT);
    const longer = plans
      .map((plan) => ({
        worth: plan.worth + worth,
        cents: plan.cents + cents,
        last: { at, before: plan.last },
      }))
      .filter((plan) => plan.cents <= budget);
    plans = withoutDominated(plans, longer);
  }
  return plans;
}

/** Merges two lists sorted by cost, keeping what is worth more than all that costs no more. At equality the first stays. */
function withoutDominated(shorter: readonly Plan[], longer: readonly Plan[]): Plan[] {
  const kept: Plan[] = [];
  let [a, b, most] = [0, 0, -1];
  for (;;) {
    const [one, other] = [shorter[a], longer[b]];
    const takesFirst = other === undefined || (one !== undefined && comesFirst(one, other));
    const plan = takesFirst ? one : other;
    if (plan === undefined) return kept;
    if (takesFirst) a += 1;
    else b += 1;
    if (plan.worth > most) {
      kept.push(plan);
      most = plan.worth;
    }
  }
}

function comesFirst(one: Plan, other: Plan): boolean {
  return one.cents < other.cents || (one.cents === other.cents && one.worth >= other.worth);
}

function bestWithin(plans: readonly Plan[], budget: number): Plan {
  const best = plans.findLast(({ cents }) => cents <= budget);
  if (best === undefined) throw new RangeError('A budget is not negative');
  return best;
}

function selectionOf(candidates: readonly Candidate[], { cents, worth, last }: Plan): Selection {
  const chosen = new Set<number>();
  for (let link = last; link !== null; link = link.before) chosen.add(link.at);
  return {
    ids: candidates.filter((_, at) => chosen.has(at)).map(({ id }) => id),
    cents,
    score: worth / STEPS_PER_POINT,
  };
}
