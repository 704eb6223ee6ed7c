import { Field, ID, InputType, Int } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../attempt/attempt.ts';
import { QualityResolution } from './quality.kind.ts';

@InputType({ description: 'Ce qui est décidé d’un signalement.' })
export class ResolveQualityFindingInput {
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Le signalement.' })
  id!: string;

  @Field(() => QualityResolution, {
    description: 'La décision ; elle remplace la précédente s’il y en a une.',
  })
  resolution!: QualityResolution;

  @Field(() => String, {
    nullable: true,
    description: 'Note, de 3 à 500 caractères, gardée avec la décision.',
  })
  note?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Version du signalement tel qu’il a été lu : une autre est un conflit.',
  })
  expectedVersion?: number | null;
}
