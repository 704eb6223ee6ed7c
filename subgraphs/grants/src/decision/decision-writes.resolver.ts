import type { Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { awardApplication } from './award-application.ts';
import { decideApplications } from './decide-applications.ts';
import {
  AwardApplicationInput,
  DecideApplicationsInput,
  DecisionStepInput,
  ReasonedDecisionInput,
} from './decision.input.ts';
import { AwardApplicationPayload, DecideApplicationsPayload, DecisionPayload } from './decision.payload.ts';
import { recordAudition } from './record-audition.ts';
import { rejectApplication } from './reject-application.ts';
import { reopenDecision } from './reopen-decision.ts';
import { shortlistApplication } from './shortlist-application.ts';
import { waitlistApplication } from './waitlist-application.ts';

const INPUT = { description: 'La décision.' };

/** For agents, as the table of permissions says; the workflow of the edition says which of them, and when. */
@Resolver()
export class DecisionWritesResolver {
  @Mutation(() => DecisionPayload, { description: 'Présélectionne une candidature. Réservé aux agents.' })
  shortlistApplication(
    @Arg('input', () => DecisionStepInput, INPUT) input: DecisionStepInput,
    @Ctx() ctx: Context,
  ): Promise<typeof DecisionPayload> {
    return shortlistApplication(ctx, input);
  }

  @Mutation(() => DecisionPayload, {
    description: 'Note que l’audition d’une candidature a eu lieu. Réservé aux agents.',
  })
  recordAudition(
    @Arg('input', () => DecisionStepInput, INPUT) input: DecisionStepInput,
    @Ctx() ctx: Context,
  ): Promise<typeof DecisionPayload> {
    return recordAudition(ctx, input);
  }

  @Mutation(() => DecisionPayload, {
    description: 'Met une candidature sur liste d’attente. Réservé aux agents.',
  })
  waitlistApplication(
    @Arg('input', () => DecisionStepInput, INPUT) input: DecisionStepInput,
    @Ctx() ctx: Context,
  ): Promise<typeof DecisionPayload> {
    return waitlistApplication(ctx, input);
  }

  @Mutation(() => AwardApplicationPayload, {
    description:
      'Accorde une subvention, dans l’enveloppe et sous le plafond de l’édition. Réservé aux agents.',
  })
  awardApplication(
    @Arg('input', () => AwardApplicationInput, INPUT) input: AwardApplicationInput,
    @Ctx() ctx: Context,
  ): Promise<typeof AwardApplicationPayload> {
    return awardApplication(ctx, input);
  }

  @Mutation(() => DecisionPayload, {
    description: 'Refuse une candidature, avec un motif. Réservé aux agents.',
  })
  rejectApplication(
    @Arg('input', () => ReasonedDecisionInput, INPUT) input: ReasonedDecisionInput,
    @Ctx() ctx: Context,
  ): Promise<typeof DecisionPayload> {
    return rejectApplication(ctx, input);
  }

  @Mutation(() => DecisionPayload, {
    description:
      'Revient sur une décision, avec un motif : une autre personne que celle qui l’a prise, tant que rien n’est versé. Réservé aux agents.',
  })
  reopenDecision(
    @Arg('input', () => ReasonedDecisionInput, INPUT) input: ReasonedDecisionInput,
    @Ctx() ctx: Context,
  ): Promise<typeof DecisionPayload> {
    return reopenDecision(ctx, input);
  }

  @Mutation(() => DecideApplicationsPayload, {
    description:
      'Prend les décisions d’un jury, toutes ou aucune ; tous les problèmes sont donnés à la fois. Réservé aux agents.',
  })
  decideApplications(
    @Arg('input', () => DecideApplicationsInput, INPUT) input: DecideApplicationsInput,
    @Ctx() ctx: Context,
  ): Promise<typeof DecideApplicationsPayload> {
    return decideApplications(ctx, input);
  }
}
