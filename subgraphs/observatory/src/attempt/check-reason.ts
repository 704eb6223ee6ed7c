import { collect, isUnprintable, type Problem, problem } from '@graphess/subgraph-kit';

const LENGTH = { least: 3, most: 500 } as const;

/** What is wrong in the sentence that goes with a decision, `field` of its input. */
export function problemsOfReason(text: string, field = 'reason'): Problem[] {
  const length = [...text.trim()].length;
  return collect(
    (length < LENGTH.least || length > LENGTH.most) &&
      problem(
        'REASON_LENGTH',
        `Ce texte a de ${LENGTH.least} à ${LENGTH.most} caractères, espaces du bord non compris.`,
        [field],
      ),
    isUnprintable(text) &&
      problem('REASON_CHARACTERS', 'Ce texte contient un caractère invisible ou de contrôle.', [field]),
  );
}
