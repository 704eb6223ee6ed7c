import { Field, ID, InputType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../attempt/input-descriptions.ts';

@InputType({ description: 'Un projet que des membres du Club pourraient mener ensemble.' })
export class ProposeJointProjectInput {
  @Field(() => String, { description: 'Titre, de 3 à 200 caractères.' })
  title!: string;

  @Field(() => String, { description: 'Le projet en quelques mots, de 20 à 2 000 caractères.' })
  summary!: string;

  @Field(() => [ID], {
    description: 'Structures qui le mèneraient, celle qui propose comprise : de 2 à 6 membres du Club.',
  })
  partners!: string[];

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'L’accord d’une structure pour un projet commun.' })
export class ConfirmJointProjectInput {
  @Field(() => ID, { description: 'Projet commun : son `slug`.' })
  slug!: string;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
