import { type Context, routeUrl } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { viewNoted } from '../application/note-view.ts';
import { FiledEligibility } from './filed-eligibility.type.ts';
import { submissionOf } from './submission.queries.ts';
import { SubmitApplicationInput } from './submit-application.input.ts';
import { SubmitApplicationPayload } from './submit-application.payload.ts';
import { submitApplication } from './submit-application.ts';

@Resolver(() => Application)
export class SubmissionResolver {
  @Mutation(() => SubmitApplicationPayload, {
    description:
      'Dépose un brouillon complet avant la clôture de l’appel à projets, ou dit d’une fois tout ce qui l’empêche.',
  })
  submitApplication(
    @Arg('input', () => SubmitApplicationInput, { description: 'Le brouillon à déposer.' })
    input: SubmitApplicationInput,
    @Ctx() ctx: Context,
  ): Promise<typeof SubmitApplicationPayload> {
    return submitApplication(ctx, input);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Adresse du récépissé de dépôt, nulle tant que la candidature n’est pas déposée ici.',
  })
  async receiptUrl(@Root() { id }: Application, @Ctx() ctx: Context): Promise<string | null> {
    await viewNoted(ctx).load(id);
    const submission = await submissionOf(ctx).load(id);
    if (submission === null) return null;
    return `${ctx.publicUrl}${routeUrl('grants', { path: `/receipts/${submission.receiptId}` })}`;
  }

  @FieldResolver(() => FiledEligibility, {
    nullable: true,
    description:
      'Ce que les règles disaient de la candidature à son dépôt, nul si elle n’a pas été déposée ici.',
  })
  async filedEligibility(@Root() { id }: Application, @Ctx() ctx: Context): Promise<FiledEligibility | null> {
    await viewNoted(ctx).load(id);
    return submissionOf(ctx).load(id);
  }
}
