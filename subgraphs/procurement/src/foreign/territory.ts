import { type Context, PageArguments } from '@graphess/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { SiaeConnection, toSiaeConnection } from '../siae/siae.connection.ts';
import { SiaeKind } from '../siae/siae.kind.ts';
import { InclusiveSummary } from './inclusive-summary.type.ts';
import { inclusiveSummaryOf, siaeFacetOf, siaePageOf, siaeTotalOf } from './territory.queries.ts';
import { Territory } from './territory.type.ts';

@Resolver(() => Territory)
export class TerritoryResolver {
  @FieldResolver(() => SiaeConnection, {
    nullable: true,
    description: 'Structures installées sur le territoire, les fiches les mieux renseignées d’abord.',
  })
  async siaes(
    @Root() { id }: Territory,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('kinds', () => [SiaeKind], {
      nullable: true,
      description: 'Natures voulues ; toutes si absent ; une liste vide ne retient rien.',
    })
    wanted: SiaeKind[] | null,
    @Ctx() ctx: Context,
  ): Promise<SiaeConnection> {
    const kinds = wanted ?? null;
    return toSiaeConnection(
      await siaePageOf(ctx, id, { kinds, first: page.first, after: page.after ?? null }),
      () => siaeTotalOf(ctx, id, { kinds }),
      (facet) => siaeFacetOf(ctx, id, { kinds, facet }),
    );
  }

  @FieldResolver(() => InclusiveSummary, {
    nullable: true,
    description: 'Ce que l’annuaire des structures dit du territoire.',
  })
  inclusiveSummary(@Root() { id }: Territory, @Ctx() ctx: Context): Promise<InclusiveSummary> {
    return inclusiveSummaryOf(ctx, id);
  }
}
