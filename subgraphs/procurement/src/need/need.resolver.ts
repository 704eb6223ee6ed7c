import { type Connection, checkFirst, emptyPage, PageArguments, toConnection } from '@graphess/subgraph-kit';
import { Arg, Args, FieldResolver, ID, Query, Resolver } from 'type-graphql';
import { type Match, MatchConnection } from './match.type.ts';
import { Need } from './need.type.ts';

@Resolver(() => Need)
export class NeedResolver {
  @Query(() => Need, {
    nullable: true,
    description: 'Un besoin d’achat, pour les personnes connectées ; nul s’il n’existe pas.',
  })
  need(@Arg('id', () => ID, { description: 'Identifiant du besoin, `NEED:…`.' }) _id: string): Need | null {
    return null;
  }

  @FieldResolver(() => MatchConnection, {
    description: 'Structures qui peuvent répondre, la meilleure note d’abord.',
  })
  matches(@Args(() => PageArguments) page: PageArguments): Connection<Match> {
    checkFirst(page.first);
    return toConnection(
      emptyPage<Match>(),
      async () => 0,
      (match) => match,
    );
  }
}
