import { Field, ID, InputType, Int } from 'type-graphql';
import { IDEMPOTENCY_KEY, REASON } from '../attempt/attempt.ts';

@InputType({ description: 'Deux fiches d’une même organisation, à réunir.' })
export class MergeOrganizationsInput {
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Fiche gardée : `ORG:…`.' })
  keep!: string;

  @Field(() => ID, { description: 'Fiche à fusionner dans la première : `ORG:…`.' })
  merge!: string;

  @Field(() => String, { description: REASON })
  reason!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Version de la fiche gardée telle qu’elle a été lue : une autre est un conflit.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'Une fiche fusionnée, à rendre à elle-même.' })
export class UnmergeOrganizationsInput {
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Fiche fusionnée : `ORG:…`.' })
  organization!: string;

  @Field(() => String, { description: REASON })
  reason!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Version de la fiche gardée, que donne aussi l’identifiant fusionné, telle qu’elle a été lue : une autre est un conflit.',
  })
  expectedVersion?: number | null;
}
