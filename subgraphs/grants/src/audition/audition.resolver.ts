import type { Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { visibleApplicationById } from '../application/visible-applications.queries.ts';
import { Call } from '../call/call.entity.ts';
import { assignAuditionSlot } from './assign-audition-slot.ts';
import { AssignAuditionSlotInput, PlanAuditionsInput } from './audition.input.ts';
import { AssignAuditionSlotPayload, PlanAuditionsPayload } from './audition.payload.ts';
import { slotOfApplication, slotsOfCall } from './audition.queries.ts';
import { AuditionSlot } from './audition-slot.type.ts';
import { planAuditions } from './plan-auditions.ts';

@Resolver(() => Application)
export class ApplicationAuditionResolver {
  @FieldResolver(() => AuditionSlot, {
    nullable: true,
    description: 'Créneau d’audition de la candidature, nul si elle n’en a pas.',
  })
  audition(@Root() { id }: Application, @Ctx() ctx: Context): Promise<AuditionSlot | null> {
    return slotOfApplication(ctx).load(id);
  }
}

@Resolver(() => Call)
export class CallAuditionResolver {
  @FieldResolver(() => [AuditionSlot], {
    description: 'Créneaux d’audition de l’édition, dans leur ordre. Réservé aux agents.',
  })
  auditionSlots(@Root() { id }: Call, @Ctx() ctx: Context): Promise<AuditionSlot[]> {
    return slotsOfCall(ctx).load(id);
  }
}

@Resolver(() => AuditionSlot)
export class AuditionSlotResolver {
  @FieldResolver(() => Application, {
    nullable: true,
    description: 'Candidature entendue, nulle si le créneau est libre. Réservé aux agents.',
  })
  async application(@Root() slot: AuditionSlot, @Ctx() ctx: Context): Promise<Application | null> {
    return slot.applicationId === null ? null : visibleApplicationById(ctx).load(slot.applicationId);
  }

  @Mutation(() => PlanAuditionsPayload, {
    description: 'Ouvre des créneaux d’audition ; l’agenda annonce la journée. Réservé aux agents.',
  })
  planAuditions(
    @Arg('input', () => PlanAuditionsInput, { description: 'Les créneaux.' }) input: PlanAuditionsInput,
    @Ctx() ctx: Context,
  ): Promise<typeof PlanAuditionsPayload> {
    return planAuditions(ctx, input);
  }

  @Mutation(() => AssignAuditionSlotPayload, {
    description: 'Donne un créneau d’audition à une candidature, ou le libère. Réservé aux agents.',
  })
  assignAuditionSlot(
    @Arg('input', () => AssignAuditionSlotInput, { description: 'Le créneau et la candidature.' })
    input: AssignAuditionSlotInput,
    @Ctx() ctx: Context,
  ): Promise<typeof AssignAuditionSlotPayload> {
    return assignAuditionSlot(ctx, input);
  }
}
