import {
  collect,
  idempotencyKeyProblems,
  isUnprintable,
  type Problem,
  problem,
} from '@graphess/subgraph-kit';
import type { GivenScore, GridCriterion } from './graded.type.ts';

const LONGEST_COMMENT = 5_000;

export type GivenReview = {
  scores: readonly (Omit<GivenScore, 'score'> & { score?: number | null; comment?: string | null })[];
  comment?: string | null;
  idempotencyKey: string;
};

/** What is wrong in the text of a review, before anything is read. */
export function problemsOfTexts({ scores, comment, idempotencyKey }: GivenReview): Problem[] {
  return [
    ...idempotencyKeyProblems(idempotencyKey),
    ...problemsOfComment(comment, ['comment']),
    ...scores.flatMap((each, index) => problemsOfComment(each.comment, ['scores', `${index}`, 'comment'])),
  ];
}

/** What is wrong in scores against the grid of their edition. A draft may leave criteria out. */
export function problemsOfScores(
  grid: readonly GridCriterion[],
  { scores }: Pick<GivenReview, 'scores'>,
  isDraft: boolean,
): Problem[] {
  const given = scores.map(({ criterion }) => criterion);
  return [
    ...scores.flatMap(({ criterion, score }, index) => {
      const known = grid.find(({ code }) => code === criterion);
      const path = ['scores', `${index}`];
      if (known === undefined) {
        return [
          problem('CRITERION_UNKNOWN', 'La grille de l’édition n’a pas ce critère.', [...path, 'criterion']),
        ];
      }
      return collect(
        given.indexOf(criterion) < index &&
          problem('CRITERION_REPEATED', 'Ce critère est noté deux fois.', [...path, 'criterion']),
        typeof score === 'number' &&
          (score < 0 || score > known.maxScore) &&
          problem('SCORE_OUT_OF_RANGE', `La note va de 0 à ${known.maxScore}.`, [...path, 'score']),
      );
    }),
    ...(isDraft ? [] : problemsOfWhole(grid, scores)),
  ];
}

function problemsOfWhole(grid: readonly GridCriterion[], scores: GivenReview['scores']): Problem[] {
  const missing = grid.filter(({ code }) => !scores.some(({ criterion }) => criterion === code));
  return [
    ...missing.map(({ code, label }) =>
      problem('CRITERION_MISSING', `Notez le critère « ${label} », ou dites qu’il est sans objet.`, [
        'scores',
        code,
      ]),
    ),
    ...collect(
      grid.length === 0 && problem('GRID_MISSING', 'L’édition n’a pas de grille d’évaluation.', ['scores']),
      grid.length > 0 &&
        missing.length === 0 &&
        scores.every(({ score }) => typeof score !== 'number') &&
        problem('NOTHING_SCORED', 'Notez au moins un critère.', ['scores']),
    ),
  ];
}

function problemsOfComment(comment: string | null | undefined, path: readonly string[]): Problem[] {
  if (comment === null || comment === undefined) return [];
  return collect(
    [...comment].length > LONGEST_COMMENT &&
      problem('COMMENT_LENGTH', 'Un commentaire a au plus 5 000 caractères.', path),
    isUnprintable(comment.replaceAll(/\r?\n/g, ' ')) &&
      problem('COMMENT_CHARACTERS', 'Un commentaire contient un caractère invisible ou de contrôle.', path),
  );
}
