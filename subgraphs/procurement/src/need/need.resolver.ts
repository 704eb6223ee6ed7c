import {
  type Connection,
  type Context,
  checkFirst,
  emptyPage,
  toConnection,
  Unauthenticated,
} from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver } from 'type-graphql';
import { type Match, MatchConnection } from './match.type.ts';
import { Need } from './need.type.ts';

@Resolver(() => Need)
export class NeedResolver {
  @Query(() => Need, {
    nullable: true,
    description: 'Un besoin d’achat, pour les personnes connectées ; nul s’il n’existe pas.',
  })
  need(
    @Arg('id', () => ID, { description: 'Identifiant du besoin, `NEED:…`.' }) _id: string,
    @Ctx() { viewer }: Context,
  ): Need | null {
    if (viewer.subject === null) throw new Unauthenticated();
    return null;
  }

  @FieldResolver(() => MatchConnection, {
    description: 'Structures qui peuvent répondre, la meilleure note d’abord.',
  })
  matches(
    @Arg('first', () => Int, { defaultValue: 20, description: 'Nombre de structures par page, de 1 à 100.' })
    first: number,
    @Arg('after', () => String, { nullable: true, description: 'Curseur après lequel commence la page.' })
    _after: string | null,
  ): Connection<Match> {
    checkFirst(first);
    return toConnection(
      emptyPage<Match>(),
      async () => 0,
      (match) => match,
    );
  }
}
