import { collect, isUnprintable, type Problem, problem } from '@graphess/subgraph-kit';

const PARTNERS = { least: 2, most: 6 } as const;

/** What is wrong in a project that a structure proposes to members of the club. */
export function problemsOfProposal(
  { title, summary, partners }: { title: string; summary: string; partners: readonly string[] },
  { proposer, members }: { proposer: string; members: readonly string[] },
): Problem[] {
  const length = (text: string) => [...text.trim()].length;
  return collect(
    (length(title) < 3 || length(title) > 200) &&
      problem('TITLE_LENGTH', 'Le titre a de 3 à 200 caractères.', ['title']),
    isUnprintable(title) &&
      problem('TITLE_CHARACTERS', 'Le titre contient un caractère invisible ou de contrôle.', ['title']),
    (length(summary) < 20 || length(summary) > 2_000) &&
      problem('SUMMARY_LENGTH', 'La description a de 20 à 2 000 caractères.', ['summary']),
    isUnprintable(summary.replaceAll(/\r?\n/g, ' ')) &&
      problem('SUMMARY_CHARACTERS', 'La description contient un caractère invisible ou de contrôle.', [
        'summary',
      ]),
    (new Set(partners).size < PARTNERS.least || partners.length > PARTNERS.most) &&
      problem('PARTNERS_COUNT', 'Un projet commun réunit de 2 à 6 structures différentes.', ['partners']),
    !partners.includes(proposer) &&
      problem('PROPOSER_ABSENT', 'La structure qui propose le projet en fait partie.', ['partners']),
    ...partners.map(
      (partner, index) =>
        !members.includes(partner) &&
        problem('NOT_A_MEMBER', 'Cette structure n’est pas membre du Club des lauréats.', [
          'partners',
          String(index),
        ]),
    ),
  );
}
