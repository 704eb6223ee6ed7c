import { collect, isUnprintable, type Problem, problem } from '@graphess/subgraph-kit';

const LENGTH = { least: 3, most: 2_000 } as const;

/** What is wrong in the sentence that goes with a decision, `field` of its input. Line breaks are welcome. */
export function problemsOfReason(text: string, field = 'reason'): Problem[] {
  const length = [...text.trim()].length;
  return collect(
    (length < LENGTH.least || length > LENGTH.most) &&
      problem(
        'REASON_LENGTH',
        `Le motif a de ${LENGTH.least} à 2 000 caractères, espaces du bord non compris.`,
        [field],
      ),
    isUnprintable(text.replaceAll(/\r?\n/g, ' ')) &&
      problem('REASON_CHARACTERS', 'Le motif contient un caractère invisible ou de contrôle.', [field]),
  );
}
