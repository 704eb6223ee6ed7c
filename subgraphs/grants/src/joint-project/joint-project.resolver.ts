import { provenanceOf, Source } from '@graphess/provenance';
import type { Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Organization } from '../foreign/organization.ts';
import { confirmJointProject } from './confirm-joint-project.ts';
import { JointProject } from './joint-project.entity.ts';
import { ConfirmJointProjectInput, ProposeJointProjectInput } from './joint-project.input.ts';
import { ConfirmJointProjectPayload, ProposeJointProjectPayload } from './joint-project.payload.ts';
import { proposalsToOrganization } from './joint-project.queries.ts';
import { proposeJointProject } from './propose-joint-project.ts';

@Resolver(() => JointProject)
export class JointProjectResolver {
  @Mutation(() => ProposeJointProjectPayload, {
    description:
      'Propose un projet commun à d’autres membres du Club : il est public une fois que tous ont donné leur accord. Réservé à un membre.',
  })
  async proposeJointProject(
    @Arg('input', () => ProposeJointProjectInput, { description: 'Le projet.' })
    input: ProposeJointProjectInput,
    @Ctx() ctx: Context,
  ): Promise<typeof ProposeJointProjectPayload> {
    return proposeJointProject(ctx, input);
  }

  @Mutation(() => ConfirmJointProjectPayload, {
    description:
      'Donne l’accord de sa structure pour un projet commun. Réservé aux structures qui y sont invitées.',
  })
  async confirmJointProject(
    @Arg('input', () => ConfirmJointProjectInput, { description: 'Le projet.' })
    input: ConfirmJointProjectInput,
    @Ctx() ctx: Context,
  ): Promise<typeof ConfirmJointProjectPayload> {
    return confirmJointProject(ctx, input);
  }

  @FieldResolver(() => [Organization], {
    nullable: 'items',
    description: 'Structures dont l’accord est attendu ; liste vide une fois le projet convenu.',
  })
  awaiting(@Root() { partnerIds, proposedBy, confirmedBy }: JointProject): Organization[] {
    if (proposedBy === null) return [];
    return partnerIds.filter((id) => !confirmedBy.includes(id)).map((id) => ({ id }));
  }

  @FieldResolver(() => [Organization], { nullable: 'items', description: 'Structures qui le mènent.' })
  partners(@Root() { partnerIds }: JointProject): Organization[] {
    return partnerIds.map((id) => ({ id }));
  }

  @FieldResolver(() => [Source], { description: 'Sources qui en parlent.' })
  sources(@Root() { sourceIds, quotation }: JointProject, @Ctx() ctx: Context): Promise<Source[]> {
    return provenanceOf(ctx, sourceIds, quotation);
  }
}

@Resolver(() => Organization)
export class ProposalsOfOrganizationResolver {
  @FieldResolver(() => [JointProject], {
    nullable: true,
    description:
      'Projets communs proposés et pas encore convenus par tous. Réservé à elle-même et aux agents.',
  })
  proposedJointProjects(@Root() { id }: Organization, @Ctx() ctx: Context): Promise<JointProject[]> {
    return proposalsToOrganization(ctx).load(id);
  }
}
