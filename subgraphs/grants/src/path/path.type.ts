import { DateScalar } from '@graphess/subgraph-kit';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export const PathStepKind = {
  APPLIED: 'APPLIED',
  AWARDED: 'AWARDED',
  AGREED: 'AGREED',
  SUPPORTED: 'SUPPORTED',
  JOINED_CLUB: 'JOINED_CLUB',
  PAID: 'PAID',
  REPORTED: 'REPORTED',
  JOINT_PROJECT: 'JOINT_PROJECT',
} as const;
export type PathStepKind = (typeof PathStepKind)[keyof typeof PathStepKind];

registerEnumType(PathStepKind, {
  name: 'PathStepKind',
  description: 'Une étape du parcours d’une structure dans l’appel à projets.',
  valuesConfig: {
    APPLIED: { description: 'Candidature déposée ; pour la structure et les agents.' },
    AWARDED: { description: 'Lauréate d’une édition.' },
    AGREED: { description: 'Convention signée ; pour la structure et les agents.' },
    SUPPORTED: { description: 'Début d’un accompagnement.' },
    JOINED_CLUB: { description: 'Entrée au Club des lauréats.' },
    PAID: { description: 'Versement fait ; pour la structure et les agents.' },
    REPORTED: { description: 'Compte rendu accepté.' },
    JOINT_PROJECT: { description: 'Début d’un projet commun.' },
  },
});

@ObjectType({
  description: 'Une étape du parcours d’une structure. Source : le Département, ou les documents cités.',
})
export class PathStep {
  owner!: string;
  applicationId!: string | null;
  sourceIds!: string[];
  isPrivate!: boolean;

  @Field(() => PathStepKind, { description: 'Nature de l’étape.' })
  kind!: PathStepKind;

  @Field(() => DateScalar, { nullable: true, description: 'Jour, à Paris ; nul s’il n’est pas connu.' })
  on!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Année, quand elle seule est connue ou que le jour l’est ; nulle sinon.',
  })
  year!: number | null;

  @Field(() => Int, { nullable: true, description: 'Édition, si l’étape en est une d’une édition.' })
  edition!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Ce qui précise l’étape : titre du projet, compte rendu, numéro du versement.',
  })
  label!: string | null;
}

@ObjectType({
  description: 'Le parcours d’une structure dans l’appel à projets, tel que celui qui le lit peut le voir.',
})
export class OrganizationPath {
  @Field(() => [PathStep], {
    description: 'Étapes, par date ; celles dont l’année n’est pas connue en dernier.',
  })
  steps!: PathStep[];

  @Field(() => [PathStepKind], { description: 'Étapes que l’on pourrait voir ici et dont rien n’est connu.' })
  missing!: PathStepKind[];
}
