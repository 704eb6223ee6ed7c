import { DateScalar, DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'Ce que l’on connaît d’un indicateur, une année, parmi les territoires d’un échelon. Une valeur masquée, absente ou sans objet n’est pas un zéro.',
})
export class Completeness {
  @Field(() => Int, {
    nullable: true,
    description: 'Année, nulle pour les valeurs dont la source ne la dit pas.',
  })
  period!: number | null;

  @Field(() => Int, { description: 'Territoires de cet échelon.' })
  territories!: number;

  @Field(() => Int, { description: 'Territoires dont la valeur est publiée.' })
  known!: number;

  @Field(() => Int, { description: 'Territoires dont la valeur est masquée par le secret statistique.' })
  suppressed!: number;

  @Field(() => Int, { description: 'Territoires pour lesquels l’indicateur n’a pas de sens.' })
  notApplicable!: number;

  @Field(() => Int, { description: 'Territoires sans valeur connue.' })
  missing!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Part des territoires dont la valeur est publiée, de 0 à 1, parmi ceux pour lesquels l’indicateur a un sens ; nulle s’il n’y en a aucun.',
  })
  completeness!: number | null;
}

@ObjectType({ description: 'La dernière publication d’un jeu de données, et celle que son rythme promet.' })
export class Freshness {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Instant de la dernière publication en vigueur, nul s’il n’y en a pas.',
  })
  lastReleasedAt!: Date | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Jour où la prochaine est attendue : celui qui est annoncé, sinon celui que donne le rythme. Nul si rien n’est promis.',
  })
  dueOn!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Vrai si ce jour est passé, nul si rien n’est promis.',
  })
  late!: boolean | null;
}
