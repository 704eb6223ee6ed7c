import type { ApplicationState } from '../application/application.state.ts';

const ASSIGNABLE: readonly ApplicationState[] = [
  ...(['SUBMITTED', 'UNDER_REVIEW', 'MORE_INFO_REQUESTED', 'SHORTLISTED', 'AUDITIONED'] as const),
];

/** Whether an application may still be given to reviewers, and be judged by them: filed, and nothing decided of it. */
export function isUnderJudgement(state: ApplicationState): boolean {
  return ASSIGNABLE.includes(state);
}
