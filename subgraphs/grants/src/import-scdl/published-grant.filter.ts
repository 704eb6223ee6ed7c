import { SafeIntScalar, searchArgument } from '@graphess/subgraph-kit';
import { Field, InputType, Int } from 'type-graphql';

@InputType({ description: 'Subventions voulues. Tous les champs donnés s’appliquent ensemble.' })
export class PublishedGrantFilter {
  @Field(() => String, { nullable: true, description: 'Source.' })
  source?: string | null;

  @Field(() => [Int], { nullable: true, description: 'Années.' })
  years?: number[] | null;

  @Field(() => String, { nullable: true, description: 'SIREN du bénéficiaire.' })
  siren?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Texte cherché dans le nom du bénéficiaire et l’objet, sans tenir compte des accents.',
  })
  search?: string | null;

  @Field(() => SafeIntScalar, { nullable: true, description: 'Montant minimal, en centimes.' })
  minCents?: number | null;

  @Field(() => SafeIntScalar, { nullable: true, description: 'Montant maximal, en centimes.' })
  maxCents?: number | null;
}

/** The parameters of the list, in its order. Throws BadInput on a blank search. */
export function parametersOf(filter: PublishedGrantFilter | null): unknown[] {
  const {
    source = null,
    years = null,
    siren = null,
    search = null,
    minCents = null,
    maxCents = null,
  } = filter ?? {};
  return [source, years, siren, searchArgument('filter.search', search), minCents, maxCents];
}
