import { provenanceOf, Source } from '@graphess/provenance';
import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Territory } from './territory.entity.ts';
import { CENTROID_SOURCE, POPULATION_SOURCE } from './territory.sources.ts';

@Resolver(() => Territory)
export class TerritorySourcesResolver {
  @FieldResolver(() => [Source], {
    // Asked for beside every population: a null when the observatory is away must not take the territory with it.
    nullable: true,
    description: 'Source de la population ; liste vide quand la population n’est pas connue.',
  })
  populationProvenance(@Root() { population }: Territory, @Ctx() ctx: Context): Promise<Source[]> | [] {
    return population === null ? [] : provenanceOf(ctx, [POPULATION_SOURCE.id]);
  }

  @FieldResolver(() => [Source], {
    nullable: true,
    description: 'Source du centre de la commune ; liste vide quand il n’est pas connu.',
  })
  centroidProvenance(@Root() { lat }: Territory, @Ctx() ctx: Context): Promise<Source[]> | [] {
    return lat === null ? [] : provenanceOf(ctx, [CENTROID_SOURCE.id]);
  }
}
