import { DateScalar, DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Ce que le Département demande de préciser ou de corriger.' })
export class InformationRequest {
  @Field(() => String, { description: 'Motif de la demande, que la structure lit.' })
  reason!: string;

  @Field(() => [String], { description: 'Points à préciser ou à corriger, 20 au plus.' })
  points!: string[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Dernier jour souhaité pour répondre, à Paris ; nul s’il n’y en a pas.',
  })
  dueOn!: string | null;

  @Field(() => DateTimeScalar, { description: 'Instant de la demande.' })
  requestedAt!: Date;
}
