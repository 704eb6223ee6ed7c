import { provenanceOf, Source } from '@graphess/provenance';
import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Organization } from '../foreign/organization.ts';
import { Benefit } from './benefit.entity.ts';

@Resolver(() => Benefit)
export class BenefitResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'Structure qui l’apporte, nulle si c’est le Département.',
  })
  partner(@Root() { partnerId }: Benefit): Organization | null {
    return partnerId === null ? null : { id: partnerId };
  }

  @FieldResolver(() => [Source], { description: 'Sources qui le promettent.' })
  sources(@Root() { sourceIds }: Benefit, @Ctx() ctx: Context): Promise<Source[]> {
    return provenanceOf(ctx, sourceIds);
  }
}
