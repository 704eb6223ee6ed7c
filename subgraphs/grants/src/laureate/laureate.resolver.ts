import { type Context, euros, Money, PageArguments } from '@graphess/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
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
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: Context,
  ): Promise<LaureateConnection> {
    return listLaureates(ctx, criteriaOf(filter), orderBy, page);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description:
      'Somme des montants accordés de la liste filtrée ; nulle dès qu’un montant n’est pas connu, ou si la liste est vide alors que des lauréats ne sont pas publiés.',
  })
  async totalAwarded(@Root() { totals, unpublished }: LaureateConnection): Promise<Money | null> {
    return euros(sumOfAll(await totals(), await unpublished()));
  }

  @FieldResolver(() => LaureateFacets, { description: 'Répartition de la liste filtrée.' })
  facets(@Root() { facetCounts }: LaureateConnection): Promise<LaureateFacets> {
    return facetCounts();
  }
}
