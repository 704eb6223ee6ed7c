import { connectionOf, DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Siae } from '../siae/siae.entity.ts';

export const MatchState = {
  PROPOSED: 'PROPOSED',
  NOTIFIED: 'NOTIFIED',
  VIEWED: 'VIEWED',
  INTERESTED: 'INTERESTED',
  DECLINED: 'DECLINED',
  CONTRACTED: 'CONTRACTED',
} as const;
export type MatchState = (typeof MatchState)[keyof typeof MatchState];

registerEnumType(MatchState, {
  name: 'MatchState',
  description: 'Où en est une structure vis-à-vis d’un besoin.',
  valuesConfig: {
    PROPOSED: { description: 'Proposée à l’acheteur.' },
    NOTIFIED: { description: 'Prévenue.' },
    VIEWED: { description: 'A ouvert le besoin.' },
    INTERESTED: { description: 'Intéressée.' },
    DECLINED: { description: 'A décliné.' },
    CONTRACTED: { description: 'Retenue par l’acheteur.' },
  },
});

@ObjectType({ description: 'Part d’un critère dans la note d’une structure.' })
export class MatchReason {
  @Field(() => String, { description: 'Code stable du critère.' })
  code!: string;

  @Field(() => Float, { description: 'Poids du critère.' })
  weight!: number;

  @Field(() => Float, {
    description: 'Ce que le critère apporte à la note ; la somme des apports est la note.',
  })
  contribution!: number;

  @Field(() => String, { description: 'Explication, pour les personnes.' })
  explanation!: string;
}

@ObjectType({ description: 'Une structure qui peut répondre à un besoin, sa note et ses raisons.' })
export class Match {
  @Field(() => Siae, { description: 'La structure.' })
  siae!: Siae;

  @Field(() => Float, { description: 'Note, somme des apports des critères.' })
  score!: number;

  @Field(() => [MatchReason], { description: 'Ce que chaque critère apporte à la note.' })
  reasons!: MatchReason[];

  @Field(() => MatchState, { description: 'Où en est la structure.' })
  state!: MatchState;

  @Field(() => DateTimeScalar, { description: 'Instant du dernier changement d’état.' })
  stateChangedAt!: Date;
}

export const { Connection: MatchConnection } = connectionOf(() => Match, {
  name: 'Match',
  items: 'structures qui peuvent répondre à un besoin',
});
