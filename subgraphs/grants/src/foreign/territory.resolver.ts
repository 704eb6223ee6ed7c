import { type Context, euros, PageArguments } from '@graphess/subgraph-kit';
import { Args, Ctx, Directive, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import { awardsOfTerritory } from '../grant-summary/grant-summary.queries.ts';
import { centsPerInhabitant, grantedCents } from '../grant-summary/grant-summary.rules.ts';
import { GrantSummary } from '../grant-summary/grant-summary.type.ts';
import { LaureateConnection } from '../laureate/laureate.connection.ts';
import { listLaureatesOfTerritory } from '../laureate/laureate-list.queries.ts';
import { Territory } from './territory.ts';

@Resolver(() => Territory)
export class TerritoryResolver {
  @FieldResolver(() => LaureateConnection, {
    nullable: true,
    description: 'Lauréats dont le projet agit dans le territoire, les plus récents d’abord.',
  })
  laureates(
    @Root() { id }: Territory,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: Context,
  ): Promise<LaureateConnection> {
    return listLaureatesOfTerritory(ctx, id, page);
  }

  @FieldResolver(() => GrantSummary, { nullable: true, description: 'Ce que l’appel à projets y a accordé.' })
  async grantSummary(@Root() { id }: Territory, @Ctx() ctx: Context): Promise<GrantSummary> {
    const awards = await awardsOfTerritory(ctx, id);
    return {
      applications: null,
      awarded: awards.count,
      granted: euros(grantedCents(awards)),
      lastAwardYear: awards.lastAwardYear,
    };
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Centimes accordés par habitant ; nuls quand le montant ou la population ne sont pas connus.',
  })
  @Directive('@requires(fields: "population")')
  async grantCentsPerInhabitant(
    @Root() { id, population }: Territory,
    @Ctx() ctx: Context,
  ): Promise<number | null> {
    return centsPerInhabitant(grantedCents(await awardsOfTerritory(ctx, id)), population ?? null);
  }
}
