import { Field, ID, InputType, Int } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../attempt/input-descriptions.ts';

@InputType({ description: 'La note d’un critère.' })
export class ReviewScoreInput {
  @Field(() => String, { description: 'Code d’un critère de la grille de l’édition.' })
  criterion!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Note, de 0 au maximum du critère ; nulle si le critère est sans objet.',
  })
  score?: number | null;

  @Field(() => String, { nullable: true, description: 'Commentaire, 5 000 caractères au plus.' })
  comment?: string | null;
}

@InputType({ description: 'L’évaluation d’une candidature, à garder en brouillon ou à rendre.' })
export class SubmitReviewInput {
  @Field(() => ID, { description: 'Évaluation confiée.' })
  assignmentId!: string;

  @Field(() => [ReviewScoreInput], {
    description: 'Notes ; toutes celles de la grille pour rendre l’évaluation.',
  })
  scores!: ReviewScoreInput[];

  @Field(() => String, { nullable: true, description: 'Avis général, 5 000 caractères au plus.' })
  comment?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Vrai pour garder un brouillon ; rendue, une évaluation ne change plus.',
  })
  draft!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Version du brouillon tel qu’il a été lu ; absente ou nulle s’il n’y en a pas encore.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
