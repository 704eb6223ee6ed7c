import { type Context, perRequest } from '@graphess/subgraph-kit';
import { gridOfCall, submittedOfCall } from './review.queries.ts';
import { scoresOfCall } from './scorecard.rules.ts';

type ScoresByApplication = ReturnType<typeof scoresOfCall>;

const known = perRequest(() => new Map<string, Promise<ScoresByApplication>>());

/** The scores of the applications of an edition, worked out once a request: the severity of reviewers shows over all. */
export function scoresOf(ctx: Context, callId: string): Promise<ScoresByApplication> {
  const scores =
    known(ctx).get(callId) ??
    Promise.all([gridOfCall(ctx).load(callId), submittedOfCall(ctx).load(callId)]).then(([grid, reviews]) =>
      scoresOfCall(grid, reviews),
    );
  known(ctx).set(callId, scores);
  return scores;
}
