import { provenanceOf, Source } from '@graphess/provenance';
import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { viewNoted } from '../application/note-view.ts';
import { Organization } from '../foreign/organization.ts';
import { isApplicantOf } from '../own-structure/own-structure.queries.ts';
import { stepsOfOrganization } from './path.queries.ts';
import { missingSteps } from './path.rules.ts';
import { OrganizationPath, PathStep } from './path.type.ts';

@Resolver(() => Organization)
export class PathOfOrganizationResolver {
  @FieldResolver(() => OrganizationPath, {
    nullable: true,
    description:
      'Son parcours dans l’appel à projets, daté : candidatures, subventions, versements, comptes rendus, Club ; ce que seuls elle et les agents peuvent voir n’est montré qu’à eux.',
  })
  async path(@Root() { id }: Organization, @Ctx() ctx: Context): Promise<OrganizationPath> {
    const steps = await stepsOfOrganization(ctx).load(id);
    await viewNoted(ctx).loadMany(
      steps.flatMap(({ isPrivate, applicationId }) =>
        isPrivate && applicationId !== null ? applicationId : [],
      ),
    );
    const seesPrivate =
      ctx.viewer.roles.some((role) => role === 'agent' || role === 'admin') || (await isApplicantOf(ctx, id));
    return { steps, missing: missingSteps(steps, { seesPrivate }) };
  }
}

@Resolver(() => PathStep)
export class PathStepResolver {
  @FieldResolver(() => [Source], {
    description: 'Documents qui le disent ; liste vide pour ce qui est noté ici par le Département.',
  })
  sources(@Root() { sourceIds }: PathStep, @Ctx() ctx: Context): Promise<Source[]> {
    return provenanceOf(ctx, sourceIds);
  }
}
