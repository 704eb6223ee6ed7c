import { DateScalar } from '@graphess/subgraph-kit';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Event } from '../foreign/event.ts';
import { FundingInstrument } from '../foreign/funding-instrument.ts';

export const NextStepKind = { INSTRUMENT: 'INSTRUMENT', MEETING: 'MEETING', CALL: 'CALL' } as const;
export type NextStepKind = (typeof NextStepKind)[keyof typeof NextStepKind];

registerEnumType(NextStepKind, {
  name: 'NextStepKind',
  description: 'Ce vers quoi un projet qui n’est pas financé, ou pas en entier, peut se tourner.',
  valuesConfig: {
    INSTRUMENT: { description: 'Un autre moyen de financement.' },
    MEETING: { description: 'La prochaine Matinée des financements à impact.' },
    CALL: { description: 'La prochaine édition de l’appel à projets.' },
  },
});

@ObjectType({
  description:
    'Une suite possible. Source : le dossier, l’agenda et les moyens de financement que le Département cite.',
})
export class NextStep {
  @Field(() => NextStepKind, { description: 'Nature de la proposition.' })
  kind!: NextStepKind;

  @Field(() => String, { description: 'Pourquoi elle est faite à ce projet, en français.' })
  explanation!: string;

  @Field(() => FundingInstrument, {
    nullable: true,
    description: 'Moyen de financement, s’il s’agit de cela.',
  })
  instrument!: FundingInstrument | null;

  @Field(() => Event, { nullable: true, description: 'Événement de l’agenda, s’il s’agit de cela.' })
  event!: Event | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Premier jour possible à Paris, nul si la proposition n’a pas de date.',
  })
  on!: string | null;
}

@ObjectType({
  description: 'Ce qui peut suivre une candidature : des propositions, ou pourquoi il n’y en a pas.',
})
export class NextSteps {
  @Field(() => [NextStep], {
    description: 'Propositions : les dates d’abord, puis les moyens de financement dans l’ordre des sources.',
  })
  proposals!: NextStep[];

  @Field(() => String, {
    nullable: true,
    description: 'Pourquoi il n’y a aucune proposition, nul s’il y en a.',
  })
  none!: string | null;

  @Field(() => [String], {
    description: 'Ce qui n’est pas encore annoncé, en français ; liste souvent vide.',
  })
  missing!: string[];
}
