import type { Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { publishedApplicationsOfOrganization } from '../application/application.queries.ts';
import { ApplicationState } from '../application/application.state.ts';
import { JointProject } from '../joint-project/joint-project.entity.ts';
import { jointProjectsOfOrganization } from '../joint-project/joint-project.queries.ts';
import { Organization } from './organization.ts';

@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver(() => [Application], {
    nullable: true,
    description: 'Ses candidatures publiées, c’est-à-dire lauréates, par édition.',
  })
  async applications(
    @Root() { id }: Organization,
    @Arg('states', () => [ApplicationState], {
      nullable: true,
      description: 'États voulus ; tous si absent.',
    })
    states: ApplicationState[] | null,
    @Ctx() ctx: Context,
  ): Promise<Application[]> {
    const applications = await publishedApplicationsOfOrganization(ctx).load(id);
    return applications.filter(({ state }) => states?.includes(state) ?? true);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Vrai si une édition au moins l’a désignée lauréate.',
  })
  async isLaureate(@Root() { id }: Organization, @Ctx() ctx: Context): Promise<boolean> {
    return (await publishedApplicationsOfOrganization(ctx).load(id)).length > 0;
  }

  @FieldResolver(() => [JointProject], {
    nullable: true,
    description: 'Projets qu’elle mène avec d’autres lauréats.',
  })
  jointProjects(@Root() { id }: Organization, @Ctx() ctx: Context): Promise<JointProject[]> {
    return jointProjectsOfOrganization(ctx).load(id);
  }
}
