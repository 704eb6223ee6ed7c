import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Un critère de la grille d’évaluation d’une édition.' })
export class EvaluationCriterion {
  callId!: string;

  @Field(() => String, { description: 'Code stable dans l’édition.' })
  code!: string;

  @Field(() => String, { description: 'Libellé du critère.' })
  label!: string;

  @Field(() => String, { description: 'Ce que les jurés jugent.' })
  description!: string;

  @Field(() => Float, { description: 'Poids, par rapport à celui des autres critères.' })
  weight!: number;

  @Field(() => Int, { description: 'Note la plus haute ; la plus basse est 0.' })
  maxScore!: number;
}
