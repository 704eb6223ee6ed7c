import type { Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { addJuror } from './add-juror.ts';
import { assignReviewer } from './assign-reviewer.ts';
import { AddJurorInput, AssignReviewerInput, UnassignReviewerInput } from './jury.input.ts';
import { AddJurorPayload, AssignReviewerPayload, UnassignReviewerPayload } from './jury.payload.ts';
import { unassignReviewer } from './unassign-reviewer.ts';

@Resolver()
export class JuryWritesResolver {
  @Mutation(() => AddJurorPayload, {
    description: 'Fait entrer une personne au jury d’une édition. Réservé aux agents.',
  })
  addJuror(
    @Arg('input', () => AddJurorInput, { description: 'La personne.' }) input: AddJurorInput,
    @Ctx() ctx: Context,
  ): Promise<typeof AddJurorPayload> {
    return addJuror(ctx, input);
  }

  @Mutation(() => AssignReviewerPayload, {
    description:
      'Confie une candidature à une personne du jury ; refusé quand sa structure est celle qui candidate. Réservé aux agents.',
  })
  assignReviewer(
    @Arg('input', () => AssignReviewerInput, { description: 'La candidature et le juré.' })
    input: AssignReviewerInput,
    @Ctx() ctx: Context,
  ): Promise<typeof AssignReviewerPayload> {
    return assignReviewer(ctx, input);
  }

  @Mutation(() => UnassignReviewerPayload, {
    description: 'Retire une candidature à un juré qui n’a pas rendu d’évaluation. Réservé aux agents.',
  })
  unassignReviewer(
    @Arg('input', () => UnassignReviewerInput, { description: 'L’évaluation confiée.' })
    input: UnassignReviewerInput,
    @Ctx() ctx: Context,
  ): Promise<typeof UnassignReviewerPayload> {
    return unassignReviewer(ctx, input);
  }
}
