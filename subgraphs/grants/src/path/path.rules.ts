import type { PathStepKind } from './path.type.ts';

const PRIVATE: readonly PathStepKind[] = ['APPLIED', 'AGREED', 'PAID'];
const IN_ORDER: readonly PathStepKind[] = [
  ...([
    'APPLIED',
    'AWARDED',
    'AGREED',
    'SUPPORTED',
    'JOINED_CLUB',
    'PAID',
    'REPORTED',
    'JOINT_PROJECT',
  ] as const),
];

/** The kinds of steps that somebody could see of an organisation, and of which nothing is known. */
export function missingSteps(
  steps: readonly { kind: PathStepKind }[],
  { seesPrivate }: { seesPrivate: boolean },
): PathStepKind[] {
  return IN_ORDER.filter(
    (kind) => (seesPrivate || !PRIVATE.includes(kind)) && !steps.some((step) => step.kind === kind),
  );
}
