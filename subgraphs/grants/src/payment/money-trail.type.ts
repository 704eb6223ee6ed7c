import { Money } from '@graphess/subgraph-kit';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Application } from '../application/application.entity.ts';

@ObjectType({ description: 'L’argent d’un lauréat. Source : les décisions et versements du Département.' })
export class MoneyTrailLine {
  @Field(() => Application, { description: 'La candidature lauréate.' })
  application!: Application;

  @Field(() => Money, { nullable: true, description: 'Montant accordé, nul s’il n’est pas connu.' })
  awarded!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'Somme versée, nulle quand l’attribution n’est connue que par des documents.',
  })
  paid!: Money | null;

  @Field(() => Int, { description: 'Versements faits, et notés ici.' })
  payments!: number;
}

@ObjectType({
  description:
    'Le chemin de l’argent d’une édition, de l’enveloppe aux versements. Une part n’est donnée que si assez de montants sont connus. Source : les décisions et versements du Département.',
})
export class MoneyTrail {
  @Field(() => Money, {
    nullable: true,
    description: 'Enveloppe de l’édition, nulle si elle n’est pas connue.',
  })
  envelope!: Money | null;

  @Field(() => Money, { description: 'Somme des montants accordés qui sont connus.' })
  awarded!: Money;

  @Field(() => Money, { description: 'Somme des versements notés ici.' })
  paid!: Money;

  @Field(() => Int, {
    nullable: true,
    description: 'Nombre de lauréats, nommés ou non ; nul s’il n’est pas connu.',
  })
  laureates!: number | null;

  @Field(() => Int, { description: 'Nombre de lauréats dont le montant est connu.' })
  awardsKnown!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Part des lauréats dont le montant est connu, de 0 à 1 ; nulle quand leur nombre ne l’est pas.',
  })
  completeness!: number | null;

  @Field(() => Float, {
    description: 'Part de montants connus, de 0 à 1, sous laquelle aucun rapport n’est donné.',
  })
  threshold!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Part de l’enveloppe qui est accordée, de 0 à 1 ; nulle si trop peu de montants sont connus.',
  })
  awardedShare!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Part des montants accordés qui est versée, de 0 à 1 ; nulle si trop peu en sont connus.',
  })
  paidShare!: number | null;

  @Field(() => [String], { description: 'Ce qui manque, en français ; liste vide si rien ne manque.' })
  missing!: string[];

  @Field(() => [MoneyTrailLine], {
    description: 'Une ligne pour chaque lauréat publié, par nom : leurs sommes sont celles de l’édition.',
  })
  lines!: MoneyTrailLine[];
}
