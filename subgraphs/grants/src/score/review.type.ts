import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'La note d’un critère, dans une évaluation.' })
export class ReviewScore {
  @Field(() => String, { description: 'Code du critère.' })
  criterion!: string;

  @Field(() => String, { description: 'Libellé du critère.' })
  label!: string;

  @Field(() => Int, { description: 'Note la plus haute du critère.' })
  maxScore!: number;

  @Field(() => Int, { nullable: true, description: 'Note, nulle si le critère est sans objet.' })
  score!: number | null;

  @Field(() => String, { nullable: true, description: 'Commentaire, pour les agents et le jury.' })
  comment!: string | null;
}

@ObjectType({ description: 'L’évaluation d’une candidature par un juré.' })
export class Review {
  assignmentId!: string;
  applicationId!: string;

  @Field(() => String, { description: 'Identifiant opaque du juré, pour les agents.' })
  reviewer!: string;

  @Field(() => [ReviewScore], { description: 'Notes, dans l’ordre de la grille.' })
  scores!: ReviewScore[];

  @Field(() => String, { nullable: true, description: 'Avis général, pour les agents et le jury.' })
  comment!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Instant où elle a été rendue, nul pour un brouillon, que seul son auteur voit.',
  })
  submittedAt!: Date | null;

  @Field(() => Int, { description: 'Version, à rappeler pour la modifier tant que c’est un brouillon.' })
  version!: number;
}
