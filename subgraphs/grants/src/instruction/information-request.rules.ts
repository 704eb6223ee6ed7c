import { collect, type Problem, parisDay, problem } from '@graphess/subgraph-kit';
import { problemsOfReason } from '../attempt/reason.rules.ts';
import type { RequestInformationInput } from './instruct-application.input.ts';

const MOST_POINTS = 20;

/** What is wrong in a request for more. */
export function problemsOfRequest(
  { reason, points, dueOn }: Pick<RequestInformationInput, 'reason' | 'points' | 'dueOn'>,
  now: Date,
): Problem[] {
  return [
    ...problemsOfReason(reason),
    ...collect(
      (points.length < 1 || points.length > MOST_POINTS) &&
        problem('POINTS_COUNT', `Donnez de 1 à ${MOST_POINTS} points à préciser.`, ['points']),
      dueOn !== null &&
        dueOn !== undefined &&
        dueOn < parisDay(now) &&
        problem('DUE_IN_THE_PAST', 'Le jour souhaité pour répondre est passé.', ['dueOn']),
    ),
    ...points.flatMap((point, index) =>
      problemsOfReason(point).map(({ message }) =>
        problem('POINT_MALFORMED', message.replace(/^Le motif/, 'Un point'), ['points', String(index)]),
      ),
    ),
  ];
}
