import { type Candidate, selectProjects } from './select-projects.rules.ts';

/** Why a project is not in the proposal. */
export const LeftOutReason = {
  AMOUNT_UNKNOWN: 'AMOUNT_UNKNOWN',
  NOT_SCORED: 'NOT_SCORED',
  ABOVE_BUDGET: 'ABOVE_BUDGET',
  OTHERS_SCORE_MORE: 'OTHERS_SCORE_MORE',
} as const;
export type LeftOutReason = (typeof LeftOutReason)[keyof typeof LeftOutReason];

/** A project that the jury may still fund; the amount and the score are null where they are not known. */
export type Project = { readonly id: string; readonly cents: number | null; readonly score: number | null };

export type Proposal = {
  readonly fundedIds: readonly string[];
  readonly cents: number;
  readonly score: number;
  readonly leftOut: readonly { id: string; reason: LeftOutReason }[];
  readonly next: { extraCents: number; adds: readonly string[]; removes: readonly string[] } | null;
};

/** What to fund of the projects of an edition within a budget, who is left out and why, and what more money would change. */
export function propose(projects: readonly Project[], budget: number): Proposal {
  const candidates = projects.flatMap(({ id, cents, score }): Candidate[] =>
    cents === null || score === null || score <= 0 ? [] : [{ id, cents, score }],
  );
  const {
    now: { ids, cents, score },
    next,
  } = selectProjects(candidates, budget);
  return {
    fundedIds: ids,
    cents,
    score,
    leftOut: projects
      .filter(({ id }) => !ids.includes(id))
      .map((project) => ({ id: project.id, reason: reasonOf(project, budget) })),
    next: next && {
      extraCents: next.extraCents,
      adds: next.selection.ids.filter((id) => !ids.includes(id)),
      removes: ids.filter((id) => !next.selection.ids.includes(id)),
    },
  };
}

function reasonOf({ cents, score }: Project, budget: number): LeftOutReason {
  if (cents === null) return 'AMOUNT_UNKNOWN';
  if (score === null || score <= 0) return 'NOT_SCORED';
  return cents > budget ? 'ABOVE_BUDGET' : 'OTHERS_SCORE_MORE';
}
