import { provenanceOf, Source } from '@graphess/provenance';
import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ShownRevision } from './observation.queries.ts';
import { ObservationRevision } from './observation-revision.entity.ts';

@Resolver(() => ObservationRevision)
export class RevisionSourcesResolver {
  @FieldResolver(() => [Source], {
    description: 'Le document qui donnait cette valeur, puis les sources dont il l’a tirée.',
  })
  provenance(@Root() { sourceIds, quotation }: ShownRevision, @Ctx() ctx: Context): Promise<Source[]> {
    return provenanceOf(ctx, sourceIds, quotation);
  }
}
