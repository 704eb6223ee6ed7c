import {
  dividedBy,
  type Fraction,
  fraction,
  leastMultiple,
  mean,
  minus,
  plus,
  sum,
  ZERO,
} from './fraction.rules.ts';
import { solveExactly } from './linear-system.rules.ts';

/** What one reviewer gave one application, all criteria together. */
export type Judgement = {
  readonly applicationId: string;
  readonly reviewer: string;
  readonly value: Fraction;
};

export type Standing = {
  readonly applicationId: string;
  /** The plain mean of what reviewers gave. */
  readonly raw: Fraction;
  /** What it would be if every reviewer were as severe as the others. */
  readonly normalised: Fraction;
  /** Applications that reviewers in common tie together, directly or not; numbered from 1. */
  readonly group: number;
};

/**
 * Takes the severity of reviewers out of means: each judgement is read as merit of the application plus leniency of the
 * reviewer, both chosen so that what remains is least (ordinary least squares). A reviewer who gives everybody ten points
 * more changes no standing towards another.
 *
 * Between groups without a reviewer in common nothing tells severity from merit: each group is taken to have the mean
 * merit of all, which is what subtracting the mean of a reviewer who shares no application has always meant.
 */
export function normalise(judgements: readonly Judgement[]): Standing[] {
  const sorted = judgements.toSorted(
    (one, other) => order(one.applicationId, other.applicationId) || order(one.reviewer, other.reviewer),
  );
  const raws = [...Map.groupBy(sorted, ({ applicationId }) => applicationId).values()].map((own) =>
    mean(own.map(({ value }) => value)),
  );
  if (raws.length === 0) return [];
  const level = mean(raws);
  return groupsOf(sorted).flatMap((group, index) => {
    const merits = meritsWithin(group);
    const own = mean(merits.map(({ merit }) => merit));
    return merits.map(({ applicationId, raw, merit }) => ({
      applicationId,
      raw,
      normalised: plus(level, minus(merit, own)),
      group: index + 1,
    }));
  });
}

/** Merits up to a constant, of applications that are tied together. The first reviewer is the measure of the others. */
function meritsWithin(group: readonly Judgement[]) {
  const applications = [...Map.groupBy(group, ({ applicationId }) => applicationId)].map(
    ([applicationId, own]) => ({
      applicationId,
      raw: mean(own.map(({ value }) => value)),
      reviewers: own.map(({ reviewer }) => reviewer),
    }),
  );
  const [, ...others] = [...new Set(group.map(({ reviewer }) => reviewer))].toSorted(order);
  const leniency = leniencies(group, applications, others);
  return applications.map(({ applicationId, raw, reviewers }) => ({
    applicationId,
    raw,
    merit: minus(raw, mean(reviewers.map((each) => leniency.get(each) ?? ZERO))),
  }));
}

type Reviewed = { applicationId: string; raw: Fraction; reviewers: readonly string[] };

/** The normal equations of the model with the merits eliminated, made integers. */
function leniencies(
  group: readonly Judgement[],
  applications: readonly Reviewed[],
  reviewers: readonly string[],
): ReadonlyMap<string, Fraction> {
  const rawOf = new Map(applications.map(({ applicationId, raw }) => [applicationId, raw]));
  const excess = reviewers.map((reviewer) =>
    sum(
      group
        .filter((each) => each.reviewer === reviewer)
        .map(({ applicationId, value }) => minus(value, rawOf.get(applicationId) ?? ZERO)),
    ),
  );
  const parts = leastMultiple(applications.map((each) => BigInt(each.reviewers.length)));
  const scale = leastMultiple(excess.map(({ of }) => of));
  const matrix = reviewers.map((one) =>
    reviewers.map((other) =>
      applications.reduce((total, each) => {
        if (!each.reviewers.includes(one)) return total;
        const share = each.reviewers.includes(other) ? parts / BigInt(each.reviewers.length) : 0n;
        return total + (one === other ? parts : 0n) - share;
      }, 0n),
    ),
  );
  const right = excess.map(({ over, of }) => (over * scale * parts) / of);
  const solved = solveExactly(matrix, right);
  return new Map(
    reviewers.map((reviewer, index) => [reviewer, dividedBy(solved[index] ?? ZERO, fraction(scale))]),
  );
}

/** Splits judgements into groups that share neither an application nor a reviewer, the one of the least id first. */
function groupsOf(judgements: readonly Judgement[]): Judgement[][] {
  const leads = new Map<string, string>();
  const root = (node: string): string => {
    const next = leads.get(node) ?? node;
    return next === node ? node : root(next);
  };
  for (const { applicationId, reviewer } of judgements) {
    leads.set(root(`r ${reviewer}`), root(`a ${applicationId}`));
  }
  return [...Map.groupBy(judgements, ({ applicationId }) => root(`a ${applicationId}`)).values()];
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
