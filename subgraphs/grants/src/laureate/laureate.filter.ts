import { territoryArgument } from '@graphess/reference';
import { DateScalar, SafeIntScalar, searchArgument } from '@graphess/subgraph-kit';
import { Field, InputType, Int } from 'type-graphql';
import type { LaureateCriteria } from './laureate.queries.ts';

@InputType({
  description:
    'Lauréats voulus. Un champ absent ne filtre rien ; tous les champs donnés s’appliquent ensemble.',
})
export class LaureateFilter {
  @Field(() => [Int], { nullable: true, description: 'Éditions de l’appel à projets.' })
  editions?: number[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes de thématiques ; `UNKNOWN` pour les lauréats dont la thématique n’est pas précisée.',
  })
  themes?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Code d’un territoire (`COM:92002`, `EPT:…`, `DEP:92`) : le territoire du projet s’y trouve en entier.',
  })
  within?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Lauréats déjà désignés à cette date. Seule l’année de désignation est connue : elle compte dès son 1er janvier.',
  })
  asOf?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Texte cherché dans le titre, le résumé et les noms de la structure, sans tenir compte des accents.',
  })
  search?: string | null;

  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'Montant accordé minimal, en centimes ; un montant inconnu ne convient pas.',
  })
  minCents?: number | null;

  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'Montant accordé maximal, en centimes ; un montant inconnu ne convient pas.',
  })
  maxCents?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Vrai : la démonstration seule ; faux : les faits seuls.',
  })
  isDemonstration?: boolean | null;
}

/** What a filter asks for. Throws BadInput, naming the field, on a malformed territory or a blank search. */
export function criteriaOf(filter: LaureateFilter | null | undefined): LaureateCriteria {
  const { within = null, search = null, ...rest } = filter ?? {};
  return {
    within: within === null ? null : territoryArgument('filter.within', within),
    search: searchArgument('filter.search', search),
    editions: rest.editions ?? null,
    themes: rest.themes ?? null,
    asOf: rest.asOf ?? null,
    minCents: rest.minCents ?? null,
    maxCents: rest.maxCents ?? null,
    isDemonstration: rest.isDemonstration ?? null,
  };
}
