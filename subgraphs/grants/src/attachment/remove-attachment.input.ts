import { Field, ID, InputType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../attempt/input-descriptions.ts';

@InputType({ description: 'La pièce à retirer.' })
export class RemoveAttachmentInput {
  @Field(() => ID, { description: 'Identifiant de la pièce.' })
  id!: string;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
