import { DateTimeScalar, UserError } from '@graphess/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';

const PARIS = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  dateStyle: 'long',
  timeStyle: 'medium',
});

@ObjectType({ implements: UserError, description: 'L’appel à projets ne reçoit plus de candidatures.' })
export class CallClosedError extends UserError {
  @Field(() => DateTimeScalar, { description: 'Premier instant où il n’en recevait plus.' })
  closedAt!: Date;

  static at(closedAt: Date): CallClosedError {
    return Object.assign(new CallClosedError(), {
      code: 'CALL_CLOSED',
      message: `L’appel à projets est clos depuis le ${PARIS.format(closedAt)}, heure de Paris.`,
      path: null,
      closedAt,
    });
  }
}
