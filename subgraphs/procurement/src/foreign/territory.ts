import type { Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
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
    @Arg('first', () => Int, { defaultValue: 20, description: 'Nombre de structures par page, de 1 à 100.' })
    first: number,
    @Arg('after', () => String, { nullable: true, description: 'Curseur après lequel commence la page.' })
    after: string | null,
    @Arg('kinds', () => [SiaeKind], {
      nullable: true,
      description: 'Natures voulues ; toutes si absent ou vide.',
    })
    wanted: SiaeKind[] | null,
    @Ctx() ctx: Context,
  ): Promise<SiaeConnection> {
    const kinds = wanted ?? null;
    return toSiaeConnection(
      await siaePageOf(ctx, id, { kinds, first, after: after ?? null }),
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
