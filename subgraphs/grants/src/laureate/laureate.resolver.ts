import { type Context, euros, Money } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { LaureateConnection, LaureateFacets } from './laureate.connection.ts';
import { criteriaOf, LaureateFilter } from './laureate.filter.ts';
import { LaureateOrder } from './laureate.order.ts';
import { sumOfAll } from './laureate.rules.ts';
import { listLaureates } from './laureate-list.queries.ts';

@Resolver(() => LaureateConnection)
export class LaureateResolver {
  @Query(() => LaureateConnection, { description: 'Les lauréats dont le nom est publié.' })
  laureates(
    @Arg('filter', () => LaureateFilter, {
      nullable: true,
      description: 'Lauréats voulus ; tous s’il est absent.',
    })
    filter: LaureateFilter | null,
    @Arg('orderBy', () => LaureateOrder, {
      defaultValue: LaureateOrder.AWARD_DATE_DESC,
      description: 'Ordre de la liste.',
    })
    orderBy: LaureateOrder,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Nombre de résultats, de 1 à 100.' })
    first: number,
    @Arg('after', () => String, { nullable: true, description: 'Curseur après lequel reprendre.' }) after:
      | string
      | null,
    @Ctx() ctx: Context,
  ): Promise<LaureateConnection> {
    return listLaureates(ctx, criteriaOf(filter), orderBy, { first, after });
  }

  @FieldResolver(() => Int, {
    description: 'Nombre exact de lauréats de la liste filtrée, toutes pages comprises.',
  })
  async totalCount(@Root() { totals }: LaureateConnection): Promise<number> {
    return (await totals()).count;
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'Somme des montants accordés de la liste filtrée ; nulle dès qu’un montant n’est pas connu.',
  })
  async totalAwarded(@Root() { totals }: LaureateConnection): Promise<Money | null> {
    return euros(sumOfAll(await totals()));
  }

  @FieldResolver(() => LaureateFacets, { description: 'Répartition de la liste filtrée.' })
  facets(@Root() { facetCounts }: LaureateConnection): Promise<LaureateFacets> {
    return facetCounts();
  }
}
