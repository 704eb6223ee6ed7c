import { provenanceOf, Source } from '@graphess/provenance';
import type { Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Call } from '../call/call.entity.ts';
import { callById } from '../call/call.queries.ts';
import { Organization } from '../foreign/organization.ts';
import { endSupport } from './end-support.ts';
import { recordSupport } from './record-support.ts';
import { EndSupportInput, RecordSupportInput } from './support.input.ts';
import { EndSupportPayload, RecordSupportPayload } from './support.payload.ts';
import { supportsOfOrganization } from './support.queries.ts';
import { Support } from './support.type.ts';

@Resolver(() => Support)
export class SupportResolver {
  @Mutation(() => RecordSupportPayload, {
    description: 'Note qu’un partenaire accompagne une structure. Réservé aux agents.',
  })
  async recordSupport(
    @Arg('input', () => RecordSupportInput, { description: 'L’accompagnement.' }) input: RecordSupportInput,
    @Ctx() ctx: Context,
  ): Promise<typeof RecordSupportPayload> {
    return recordSupport(ctx, input);
  }

  @Mutation(() => EndSupportPayload, { description: 'Note la fin d’un accompagnement. Réservé aux agents.' })
  async endSupport(
    @Arg('input', () => EndSupportInput, { description: 'L’accompagnement.' }) input: EndSupportInput,
    @Ctx() ctx: Context,
  ): Promise<typeof EndSupportPayload> {
    return endSupport(ctx, input);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Structure qui accompagne.' })
  partner(@Root() { partnerId }: Support): Organization {
    return { id: partnerId };
  }

  @FieldResolver(() => Call, { nullable: true, description: 'Édition qui y donne droit, s’il y en a une.' })
  call(@Root() { callId }: Support, @Ctx() ctx: Context): Promise<Call | null> | null {
    return callId === null ? null : callById(ctx).load(callId);
  }

  @FieldResolver(() => [Source], {
    description: 'Documents qui le disent ; liste vide pour ce qu’un agent a noté.',
  })
  sources(@Root() { sourceIds }: Support, @Ctx() ctx: Context): Promise<Source[]> {
    return provenanceOf(ctx, sourceIds);
  }
}

@Resolver(() => Organization)
export class SupportsOfOrganizationResolver {
  @FieldResolver(() => [Support], {
    nullable: true,
    description:
      'Partenaires de l’appel à projets qui l’accompagnent ou l’ont accompagnée, par premier jour.',
  })
  supports(@Root() { id }: Organization, @Ctx() ctx: Context): Promise<Support[]> {
    return supportsOfOrganization(ctx).load(id);
  }
}
