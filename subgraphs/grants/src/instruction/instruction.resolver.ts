import type { Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { viewNoted } from '../application/note-view.ts';
import { AnswerInformationInput } from './answer-information.input.ts';
import { answerInformation } from './answer-information.ts';
import { declareIneligible } from './declare-ineligible.ts';
import { pendingRequestOf } from './information-request.queries.ts';
import { InformationRequest } from './information-request.type.ts';
import {
  DeclareIneligibleInput,
  RequestInformationInput,
  StartReviewInput,
  WithdrawApplicationInput,
} from './instruct-application.input.ts';
import { InstructApplicationPayload } from './instruct-application.payload.ts';
import { requestInformation } from './request-information.ts';
import { startReview } from './start-review.ts';
import { withdrawApplication } from './withdraw-application.ts';

@Resolver(() => Application)
export class InstructionResolver {
  @Mutation(() => InstructApplicationPayload, {
    description: 'Met une candidature déposée à l’instruction. Réservé aux agents.',
  })
  startReview(
    @Arg('input', () => StartReviewInput, { description: 'La candidature à mettre à l’instruction.' })
    input: StartReviewInput,
    @Ctx() ctx: Context,
  ): Promise<typeof InstructApplicationPayload> {
    return startReview(ctx, input);
  }

  @Mutation(() => InstructApplicationPayload, {
    description:
      'Déclare une candidature irrecevable, avec un motif que la structure lit. Réservé aux agents.',
  })
  declareIneligible(
    @Arg('input', () => DeclareIneligibleInput, { description: 'La candidature, et pourquoi.' })
    input: DeclareIneligibleInput,
    @Ctx() ctx: Context,
  ): Promise<typeof InstructApplicationPayload> {
    return declareIneligible(ctx, input);
  }

  @Mutation(() => InstructApplicationPayload, {
    description:
      'Demande des précisions à la structure, qui peut de nouveau écrire son dossier jusqu’à sa réponse. Réservé aux agents.',
  })
  requestInformation(
    @Arg('input', () => RequestInformationInput, { description: 'Les précisions à demander.' })
    input: RequestInformationInput,
    @Ctx() ctx: Context,
  ): Promise<typeof InstructApplicationPayload> {
    return requestInformation(ctx, input);
  }

  @Mutation(() => InstructApplicationPayload, {
    description: 'Retire une candidature déposée. Réservé à la structure qui l’a déposée.',
  })
  withdrawApplication(
    @Arg('input', () => WithdrawApplicationInput, { description: 'La candidature à retirer.' })
    input: WithdrawApplicationInput,
    @Ctx() ctx: Context,
  ): Promise<typeof InstructApplicationPayload> {
    return withdrawApplication(ctx, input);
  }

  @Mutation(() => InstructApplicationPayload, {
    description:
      'Répond à une demande de précisions : le dossier corrigé, complet, devient celui qui est jugé.',
  })
  answerInformation(
    @Arg('input', () => AnswerInformationInput, { description: 'La réponse.' }) input: AnswerInformationInput,
    @Ctx() ctx: Context,
  ): Promise<typeof InstructApplicationPayload> {
    return answerInformation(ctx, input);
  }

  @FieldResolver(() => InformationRequest, {
    nullable: true,
    description: 'Précisions que le Département attend, nulles s’il n’en attend pas.',
  })
  async pendingRequest(@Root() { id }: Application, @Ctx() ctx: Context): Promise<InformationRequest | null> {
    await viewNoted(ctx).load(id);
    return pendingRequestOf(ctx).load(id);
  }
}
