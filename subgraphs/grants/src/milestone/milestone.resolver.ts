import { provenanceOf, Source } from '@graphess/provenance';
import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Milestone } from './milestone.entity.ts';

@Resolver(() => Milestone)
export class MilestoneResolver {
  @FieldResolver(() => [Source], { description: 'Sources de la date.' })
  sources(@Root() { sourceIds }: Milestone, @Ctx() ctx: Context): Promise<Source[]> {
    return provenanceOf(ctx, sourceIds);
  }
}
