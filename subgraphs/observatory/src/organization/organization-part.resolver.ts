import { provenanceOf, Source } from '@graphess/provenance';
import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { OrganizationLink } from './organization-link.entity.ts';
import { OrganizationRole } from './organization-role.entity.ts';

@Resolver(() => OrganizationRole)
export class OrganizationRoleResolver {
  @FieldResolver(() => Source, { description: 'Source qui donne ce rôle à l’organisation.' })
  async source(@Root() { sourceId }: OrganizationRole, @Ctx() ctx: Context): Promise<Source | undefined> {
    const [source] = await provenanceOf(ctx, [sourceId]);
    return source;
  }
}

@Resolver(() => OrganizationLink)
export class OrganizationLinkResolver {
  @FieldResolver(() => Source, { description: 'Source qui donne cette page.' })
  async source(@Root() { sourceId }: OrganizationLink, @Ctx() ctx: Context): Promise<Source | undefined> {
    const [source] = await provenanceOf(ctx, [sourceId]);
    return source;
  }
}
