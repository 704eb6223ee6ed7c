import { UserError } from '@graphess/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';
import { ConflictKind, ConflictRelation, ConflictSeverity } from './conflict.kind.ts';

/** Where a link is kept. */
export type ConflictRecord =
  | 'ORGANIZATION_REGISTER'
  | 'JOINT_PROJECTS'
  | 'SUPPORTS'
  | 'CALLS'
  | 'APPLICATIONS'
  | 'CLUB_MEMBERS'
  | 'CONTRACTS';

@ObjectType({ description: 'Un lien entre une structure et une autre, ou ce qui les réunit.' })
export class ConflictEdge {
  @Field(() => String, { description: 'D’où il part : `ORG:…`.' })
  from!: string;

  @Field(() => ConflictRelation, { description: 'Nature du lien.' })
  relation!: ConflictRelation;

  @Field(() => String, {
    description: 'Où il mène : `ORG:…`, `CALL:…`, `PROJECT:…` (un projet commun) ou `CLUB:LAUREATS`.',
  })
  to!: string;

  @Field(() => String, {
    description:
      'Registre qui le tient : ORGANIZATION_REGISTER, JOINT_PROJECTS, SUPPORTS, CALLS, APPLICATIONS, CLUB_MEMBERS ou CONTRACTS.',
  })
  record!: ConflictRecord;

  sourceIds!: readonly string[];
}

@ObjectType({
  description: 'Un lien possible entre un juré et la structure qui candidate, trouvé dans le graphe.',
})
export class ConflictCandidate {
  @Field(() => ID, { description: 'Désigne ce lien, pour l’écarter.' })
  id!: string;

  @Field(() => ConflictKind, { description: 'Nature du lien.' })
  kind!: ConflictKind;

  @Field(() => ConflictSeverity, { description: 'Ce qu’il entraîne.' })
  severity!: ConflictSeverity;

  @Field(() => [ConflictEdge], {
    description: 'Preuve : le chemin de la structure du juré à celle qui candidate.',
  })
  path!: readonly ConflictEdge[];

  @Field(() => Boolean, { description: 'Vrai si un agent l’a écarté, avec un motif.' })
  lifted!: boolean;
}

@ObjectType({
  implements: UserError,
  description: 'Un lien entre le juré et la structure qui candidate s’y oppose.',
})
export class ConflictOfInterestError extends UserError {
  @Field(() => [ConflictCandidate], { description: 'Les liens en cause, avec leur preuve.' })
  candidates!: ConflictCandidate[];

  static of(code: string, message: string, path: string, candidates: ConflictCandidate[]) {
    return Object.assign(new ConflictOfInterestError(), { code, message, path: [path], candidates });
  }
}
