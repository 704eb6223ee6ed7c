import { type Context, DateTimeScalar, FirstArgument, parisDay } from '@graphess/subgraph-kit';
import { Arg, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { eventConnection } from '../event/event-connection.queries.ts';
import { EventConnection } from '../event/event-connection.type.ts';
import { NO_CRITERIA } from '../event/event-list.queries.ts';

@ObjectType('Territory')
@Directive('@key(fields: "id")')
export class Territory {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => Territory)
export class TerritoryResolver {
  @FieldResolver(() => EventConnection, {
    nullable: true,
    description: 'Événements qui se tiennent dans ce territoire, par jour et par heure.',
  })
  agenda(
    @Root() { id }: Territory,
    @Arg('from', () => DateTimeScalar, {
      nullable: true,
      description:
        'Seulement ceux dont le dernier jour possible n’est pas avant le jour de cet instant, à Paris.',
    })
    from: Date | null,
    @FirstArgument(10) first: number,
    @Ctx() ctx: Context,
  ): Promise<EventConnection> {
    const criteria = { ...NO_CRITERIA, fromDay: from ? parisDay(from) : null };
    return eventConnection(ctx, id, { list: 'agenda', criteria }, { first });
  }
}
