import { territoryArgument } from '@graphess/reference';
import { BadInput, DateTimeScalar, SafeIntScalar, searchArgument } from '@graphess/subgraph-kit';
import { Field, InputType, Int } from 'type-graphql';
import { PrestaType } from './presta-type.ts';
import { SiaeKind } from './siae.kind.ts';

@InputType({
  description:
    'Critères de recherche de structures, tous à la fois. Dans une liste, une seule des valeurs suffit ; une liste vide ne retient rien.',
})
export class SiaeFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Mots du nom ou des secteurs, sans tenir compte des accents, de la casse ni de la ponctuation.',
  })
  search?: string | null;

  @Field(() => [SiaeKind], { nullable: true, description: 'Natures de structure.' })
  kinds?: SiaeKind[] | null;

  @Field(() => [PrestaType], { nullable: true, description: 'Façons de vendre.' })
  prestaTypes?: PrestaType[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes de secteur, tels que la facette `sectors` les donne.',
  })
  sectors?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Labels et agréments.' })
  labels?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code du territoire dans lequel elles sont installées, par exemple `EPT:200057982`.',
  })
  locatedIn?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Dans un quartier prioritaire ou non ; celles dont on ne le sait pas ne répondent à aucun des deux.',
  })
  inQpv?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Portées ou non par un lauréat d’un appel à projets.',
  })
  isLaureate?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Membres ou non du club de fournisseurs inclusifs du département.',
  })
  isClubMember?: boolean | null;

  @Field(() => SafeIntScalar, {
    nullable: true,
    description:
      'Chiffre d’affaires annuel minimal, en centimes d’euro ; une structure qui ne l’indique pas n’est pas retenue.',
  })
  minTurnoverCents?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Effectif minimal, salariés en insertion et permanents réunis ; une structure qui ne l’indique pas n’est pas retenue.',
  })
  minEmployees?: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Ajoutées ou modifiées à cet instant ou après.',
  })
  updatedSince?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Inventées pour la démonstration, ou réelles ; les deux si le critère est absent.',
  })
  isDemonstration?: boolean | null;
}

/** Throws BadInput, naming the field, on a blank search, a malformed territory or a negative minimum. */
export function checkSiaeFilter(filter: SiaeFilter): SiaeFilter {
  const { search, locatedIn } = filter;
  searchArgument('filter.search', search);
  if (locatedIn != null) territoryArgument('filter.locatedIn', locatedIn);
  for (const name of ['minTurnoverCents', 'minEmployees'] as const) {
    if ((filter[name] ?? 0) < 0)
      throw new BadInput(`filter.${name}`, `« ${name} » ne peut pas être négatif.`);
  }
  return filter;
}
