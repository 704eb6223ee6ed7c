import type { Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { LaureateFilter } from '../laureate/laureate.filter.ts';
import { GrantGroupBy } from './grant-group-by.ts';
import { GrantStatRow } from './grant-stat-row.type.ts';
import { grantStatistics } from './grant-statistics.ts';

@Resolver()
export class StatisticsResolver {
  @Query(() => [GrantStatRow], {
    description:
      'Candidatures et subventions réparties par une à trois valeurs, 1 000 lignes au plus. Le public lit les candidatures d’une édition close et toute décidée, en tout, par thématique ou par EPT, quand chaque nombre de candidatures non publiques y est d’au moins cinq ; jamais avec un autre filtre que les éditions. Les lauréats sont publics partout.',
  })
  grantStatistics(
    @Arg('filter', () => LaureateFilter, {
      nullable: true,
      description: 'Candidatures voulues ; sans `isDemonstration`, les faits seuls.',
    })
    filter: LaureateFilter | null,
    @Arg('groupBy', () => [GrantGroupBy], {
      description:
        'Ce par quoi les répartir : trois valeurs au plus, chacune une fois ; liste vide pour le total.',
    })
    groupBy: GrantGroupBy[],
    @Ctx() ctx: Context,
  ): Promise<GrantStatRow[]> {
    return grantStatistics(ctx, filter, groupBy);
  }
}
