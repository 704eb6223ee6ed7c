import { provenanceOf, Source } from '@graphess/provenance';
import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Organization } from '../foreign/organization.ts';
import { JointProject } from './joint-project.entity.ts';

@Resolver(() => JointProject)
export class JointProjectResolver {
  @FieldResolver(() => [Organization], { nullable: 'items', description: 'Structures qui le mènent.' })
  partners(@Root() { partnerIds }: JointProject): Organization[] {
    return partnerIds.map((id) => ({ id }));
  }

  @FieldResolver(() => [Source], { description: 'Sources qui en parlent.' })
  sources(@Root() { sourceIds, quotation }: JointProject, @Ctx() ctx: Context): Promise<Source[]> {
    return provenanceOf(ctx, sourceIds, quotation);
  }
}
