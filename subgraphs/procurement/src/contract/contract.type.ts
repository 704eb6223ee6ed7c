import { DateScalar, Money } from '@graphess/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';
import { Organization } from '../foreign/organization.type.ts';

@ObjectType({
  description:
    'Un marché public notifié, tel que les données essentielles de la commande publique le décrivent.',
})
export class Contract {
  @Field(() => ID, { description: 'Identifiant unique du marché.' })
  uid!: string;

  @Field(() => Organization, {
    nullable: true,
    description: 'Acheteur, nul s’il n’est pas dans le répertoire.',
  })
  buyer!: Organization | null;

  @Field(() => String, { description: 'Objet du marché.' })
  subject!: string;

  @Field(() => String, { description: 'Code CPV principal (vocabulaire commun des marchés publics).' })
  cpv!: string;

  @Field(() => Money, { description: 'Montant notifié, hors taxes.' })
  amount!: Money;

  @Field(() => DateScalar, { description: 'Jour de notification.' })
  notifiedOn!: string;

  @Field(() => [String], {
    description: 'Considérations sociales déclarées par l’acheteur ; vide s’il n’y en a pas.',
  })
  socialConsiderations!: string[];

  @Field(() => Boolean, {
    description: 'Vrai si c’est la dernière version publiée du marché, modifications comprises.',
  })
  currentVersion!: boolean;

  @Field(() => String, { description: 'Source d’où vient la déclaration.' })
  source!: string;
}
