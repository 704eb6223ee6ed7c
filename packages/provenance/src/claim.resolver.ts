import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Claim } from './claim.entity.ts';
import { provenanceOf } from './provenance.queries.ts';
import { Source } from './source.entity.ts';

@Resolver(() => Claim)
export class ClaimResolver {
  @FieldResolver(() => Source, { description: 'Source de l’affirmation.' })
  async source(@Root() { sourceId }: Claim, @Ctx() ctx: Context): Promise<Source | undefined> {
    const [source] = await provenanceOf(ctx, [sourceId]);
    return source;
  }
}
