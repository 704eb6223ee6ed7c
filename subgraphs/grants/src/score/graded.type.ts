/** A criterion of the grid of an edition; its weight is an exact decimal, as the database writes it. */
export type GridCriterion = { code: string; label: string; weight: string; maxScore: number };

/** A score of null says that the criterion does not apply. */
export type GivenScore = { criterion: string; score: number | null };

export type SubmittedReview = { applicationId: string; reviewer: string; scores: readonly GivenScore[] };
