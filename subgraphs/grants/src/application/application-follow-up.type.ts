import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { ApplicationState } from './application.state.ts';

@ObjectType({ description: 'Un changement d’état d’une candidature.' })
export class StateTransition {
  @Field(() => ApplicationState, { nullable: true, description: 'État quitté, nul à la création.' })
  from!: ApplicationState | null;

  @Field(() => ApplicationState, { description: 'État atteint.' })
  to!: ApplicationState;

  @Field(() => DateTimeScalar, { description: 'Instant du changement.' })
  at!: Date;

  @Field(() => String, { description: 'Rôle de la personne qui l’a fait, jamais son nom.' })
  actorRole!: string;

  @Field(() => String, { nullable: true, description: 'Motif du changement, s’il en a un.' })
  reason!: string | null;

  @Field(() => String, { description: 'Empreinte qui enchaîne ce changement au précédent.' })
  hash!: string;
}

@ObjectType({ description: 'Moyenne des notes d’un critère.' })
export class CriterionScore {
  @Field(() => String, { description: 'Code du critère.' })
  code!: string;

  @Field(() => String, { description: 'Libellé du critère.' })
  label!: string;

  @Field(() => Float, { description: 'Poids du critère.' })
  weight!: number;

  @Field(() => Float, { description: 'Moyenne des notes, sur l’échelle du critère.' })
  mean!: number;

  @Field(() => Int, { description: 'Nombre de notes ; un critère sans objet n’en est pas une.' })
  n!: number;
}

@ObjectType({ description: 'Notes du jury sur une candidature.' })
export class Scorecard {
  @Field(() => [CriterionScore], { description: 'Notes par critère ; sans ceux que personne n’a notés.' })
  criteria!: CriterionScore[];

  @Field(() => Float, { description: 'Moyenne pondérée, de 0 à 100.' })
  weightedMean!: number;

  @Field(() => Float, {
    description: 'La même, corrigée de la sévérité de chaque juré ; elle peut sortir de 0 à 100.',
  })
  normalizedMean!: number;

  @Field(() => Float, {
    description: 'Écart entre l’évaluation la plus haute et la plus basse, en points sur 100.',
  })
  spread!: number;

  @Field(() => Int, { description: 'Évaluations rendues.' })
  reviewsDone!: number;

  @Field(() => Int, { description: 'Évaluations attendues : celles des jurés qui ne sont pas récusés.' })
  reviewsExpected!: number;

  @Field(() => Int, { description: 'Jurés récusés, ou qui se sont récusés.' })
  recusals!: number;
}
