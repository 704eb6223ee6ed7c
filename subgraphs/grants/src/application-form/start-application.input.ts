import { Field, InputType, Int } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../attempt/input-descriptions.ts';

@InputType({ description: 'Le brouillon à ouvrir.' })
export class StartApplicationInput {
  @Field(() => Int, { description: 'Numéro de l’édition.' })
  edition!: number;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
