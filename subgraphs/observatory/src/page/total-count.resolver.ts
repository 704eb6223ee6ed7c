import type { Connection } from '@graphess/subgraph-kit';
import { type ClassType, FieldResolver, Int, Resolver, Root } from 'type-graphql';

/** The resolver that counts the whole list of a connection, only when asked: type-graphql calls no function by itself. */
export function totalCountOf<Node>(connection: ClassType<Connection<Node>>): new () => object {
  @Resolver(() => connection)
  class TotalCountResolver {
    @FieldResolver(() => Int, {
      description: 'Nombre exact d’éléments de la liste filtrée, toutes pages comprises.',
    })
    totalCount(@Root() page: Connection<Node>): Promise<number> {
      return page.totalCount();
    }
  }
  return TotalCountResolver;
}
