import { DateScalar, Node } from '@graphess/subgraph-kit';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Organization } from '../foreign/organization.type.ts';
import { Territory } from '../foreign/territory.type.ts';

export const NeedKind = { TENDER: 'TENDER', QUOTE: 'QUOTE', SOURCING: 'SOURCING' } as const;
export type NeedKind = (typeof NeedKind)[keyof typeof NeedKind];

registerEnumType(NeedKind, {
  name: 'NeedKind',
  description: 'Forme d’un besoin d’achat.',
  valuesConfig: {
    TENDER: { description: 'Appel d’offres.' },
    QUOTE: { description: 'Demande de devis.' },
    SOURCING: { description: 'Recherche de fournisseurs avant la rédaction d’un marché.' },
  },
});

@ObjectType({ description: 'Nombre de structures qui ont atteint chaque étape après le dépôt d’un besoin.' })
export class NeedFunnel {
  @Field(() => Int, { description: 'Prévenues.' })
  notified!: number;

  @Field(() => Int, { description: 'Qui ont ouvert le besoin.' })
  viewed!: number;

  @Field(() => Int, { description: 'Intéressées.' })
  interested!: number;

  @Field(() => Int, { description: 'Qui ont décliné.' })
  declined!: number;

  @Field(() => Int, { description: 'Retenues par l’acheteur.' })
  contracted!: number;
}

@ObjectType({
  implements: Node,
  description: 'Un besoin d’achat, déposé par un acheteur qui cherche des structures.',
})
@Directive('@key(fields: "id")')
export class Need extends Node {
  @Field(() => ID, { description: 'Identifiant stable, `NEED:…`.' })
  declare id: string;

  @Field(() => String, { description: 'Intitulé.' })
  title!: string;

  @Field(() => NeedKind, { description: 'Forme du besoin.' })
  kind!: NeedKind;

  @Field(() => Organization, { nullable: true, description: 'Acheteur, nul s’il reste anonyme.' })
  buyer!: Organization | null;

  @Field(() => Territory, { nullable: true, description: 'Territoire où le besoin s’exécute.' })
  territory!: Territory | null;

  @Field(() => DateScalar, { description: 'Dernier jour pour répondre.' })
  deadline!: string;

  @Field(() => NeedFunnel, { description: 'Suites données par les structures.' })
  funnel!: NeedFunnel;
}
