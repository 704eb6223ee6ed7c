import { Money, SafeIntScalar } from '@graphess/subgraph-kit';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Territory } from '../foreign/territory.ts';

@ObjectType({
  description:
    'Une ligne de statistiques. Candidatures, montant demandé et taux de réussite comptent aussi ce qui n’est pas public : ils sont nuls quand ils diraient d’une structure qu’elle a candidaté.',
})
export class GrantStatRow {
  @Field(() => [String], { description: 'Valeurs, dans l’ordre de `groupBy` ; `UNKNOWN` sans valeur.' })
  keys!: string[];

  @Field(() => Territory, { nullable: true, description: 'Commune ou EPT de la ligne, s’il y en a un.' })
  territory!: Territory | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Candidatures déposées ; nulles si elles sont secrètes ou inconnues.',
  })
  applications!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Lauréats dont le nom est publié ; pour une édition entière que des documents racontent, le nombre qu’ils annoncent.',
  })
  awarded!: number | null;

  @Field(() => Float, { nullable: true, description: 'Lauréats rapportés aux candidatures, de 0 à 1.' })
  successRate!: number | null;

  @Field(() => Money, {
    nullable: true,
    description: 'Montant demandé ; nul s’il est secret, ou dès qu’une demande n’est pas connue.',
  })
  requested!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'Montant accordé ; nul dès qu’un montant n’est pas connu.',
  })
  granted!: Money | null;

  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'Médiane des montants accordés, en centimes ; nulle dès qu’un montant n’est pas connu.',
  })
  medianAwardedCents!: number | null;

  @Field(() => Boolean, { description: 'Vrai si la règle des petits nombres cache une valeur de la ligne.' })
  suppressed!: boolean;
}
