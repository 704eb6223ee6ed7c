import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { acceptedOutcomesOfApplication } from './outcome.queries.ts';
import { Outcome } from './outcome.type.ts';

@Resolver(() => Application)
export class OutcomeResolver {
  @FieldResolver(() => [Outcome], {
    description:
      'Résultats déclarés dans les comptes rendus que le Département a acceptés ; liste vide quand il n’y en a pas.',
  })
  outcomes(@Root() { id }: Application, @Ctx() ctx: Context): Promise<Outcome[]> {
    return acceptedOutcomesOfApplication(ctx).load(id);
  }
}
