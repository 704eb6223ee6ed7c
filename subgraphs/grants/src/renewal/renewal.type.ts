import { Money } from '@graphess/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'L’argent que le Département a accordé à un bénéficiaire une année, par cet appel à projets seul. Source : les décisions du Département.',
})
export class GrantedYear {
  @Field(() => Int, { description: 'Année de la décision.' })
  year!: number;

  @Field(() => Money, { description: 'Somme des montants connus.' })
  granted!: Money;

  @Field(() => Int, { description: 'Attributions dont le montant n’est pas connu : la somme les ignore.' })
  unknownAmounts!: number;

  @Field(() => Money, {
    description:
      'Seuil annuel au-delà duquel une convention est obligatoire et les données essentielles publiées : 23 000 € (loi n° 2000-321 du 12 avril 2000, article 10 ; décrets n° 2001-495 et n° 2017-779).',
  })
  threshold!: Money;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Vrai si la somme dépasse le seuil, faux sinon ; nul quand des montants inconnus peuvent le faire dépasser.',
  })
  aboveThreshold!: boolean | null;
}
