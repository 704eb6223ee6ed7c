import { collect, isUnprintable, type Problem, problem } from '@graphess/subgraph-kit';

const LONGEST_NOTE = 2_000;
const MOST_DECISIONS = 100;

/** What is wrong in what an award says to the public. */
export function problemsOfNotes(
  notes: { publicInfo?: string | null; fundedItems?: string | null },
  path: readonly string[] = [],
): Problem[] {
  return (['publicInfo', 'fundedItems'] as const).flatMap((field) => {
    const text = notes[field] ?? '';
    return collect(
      [...text].length > LONGEST_NOTE &&
        problem('NOTE_LENGTH', 'Ce texte a 2 000 caractères au plus.', [...path, field]),
      isUnprintable(text.replaceAll(/\r?\n/g, ' ')) &&
        problem('NOTE_CHARACTERS', 'Ce texte contient un caractère invisible ou de contrôle.', [
          ...path,
          field,
        ]),
    );
  });
}

/** What is wrong in a batch of decisions before any application is read. */
export function problemsOfBatch({
  awards,
  rejections,
}: {
  awards: readonly { id: string }[];
  rejections: readonly { id: string }[];
}): Problem[] {
  const placed = [
    ...awards.map(({ id }, at) => ({ id, path: ['awards', `${at}`, 'id'] })),
    ...rejections.map(({ id }, at) => ({ id, path: ['rejections', `${at}`, 'id'] })),
  ];
  const seen = new Set<string>();
  const twice = placed.filter(({ id }) => {
    const known = seen.has(id);
    seen.add(id);
    return known;
  });
  return [
    ...collect(
      placed.length === 0 && problem('NOTHING_TO_DECIDE', 'Aucune décision n’est donnée.', ['awards']),
      placed.length > MOST_DECISIONS &&
        problem('TOO_MANY_DECISIONS', 'Cent décisions au plus à la fois.', ['awards']),
    ),
    ...twice.map(({ path }) =>
      problem('DECIDED_TWICE', 'Cette candidature a déjà une décision dans cette demande.', path),
    ),
  ];
}
