import type { UnknownValueReason } from '@graphess/provenance';
import { registerEnumType } from 'type-graphql';

export const UnknownReason = {
  NO_SOURCE: 'NO_SOURCE',
  IN_WORDS: 'IN_WORDS',
  SUPPRESSED: 'SUPPRESSED',
  NOT_PUBLISHED_YET: 'NOT_PUBLISHED_YET',
  NAMES_NOT_PUBLISHED: 'NAMES_NOT_PUBLISHED',
  AMOUNTS_NOT_PUBLISHED: 'AMOUNTS_NOT_PUBLISHED',
} as const satisfies Record<UnknownValueReason | 'IN_WORDS' | 'SUPPRESSED', string>;
export type UnknownReason = (typeof UnknownReason)[keyof typeof UnknownReason];

registerEnumType(UnknownReason, {
  name: 'UnknownReason',
  description: 'Pourquoi une valeur n’est pas connue.',
  valuesConfig: {
    NO_SOURCE: { description: 'Aucune source ne la donne.' },
    IN_WORDS: { description: 'Une source ne la dit qu’en mots (« un tiers », « inférieures »).' },
    SUPPRESSED: { description: 'Elle est masquée par le secret statistique.' },
    NOT_PUBLISHED_YET: { description: 'Elle n’est pas encore publiée.' },
    NAMES_NOT_PUBLISHED: { description: 'Le nombre est connu, les noms ne le sont pas.' },
    AMOUNTS_NOT_PUBLISHED: { description: 'Les montants ne sont pas publiés.' },
  },
});
