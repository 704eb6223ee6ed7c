import type { Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { viewNoted } from '../application/note-view.ts';
import { isApplicantOf } from '../own-structure/own-structure.queries.ts';
import { versionsOfForm, writtenForm } from './application-form.queries.ts';
import { ApplicationForm } from './application-form.type.ts';
import { ApplicationFormVersion } from './application-form-version.type.ts';
import { DiscardDraftInput } from './discard-draft.input.ts';
import { DiscardDraftPayload } from './discard-draft.payload.ts';
import { discardDraft } from './discard-draft.ts';
import { SaveDraftInput } from './save-draft.input.ts';
import { SaveDraftPayload } from './save-draft.payload.ts';
import { saveDraft } from './save-draft.ts';
import { StartApplicationInput } from './start-application.input.ts';
import { StartApplicationPayload } from './start-application.payload.ts';
import { startApplication } from './start-application.ts';

@Resolver(() => Application)
export class ApplicationFormResolver {
  @Mutation(() => StartApplicationPayload, {
    description: 'Ouvre un brouillon pour la structure au nom de laquelle la personne agit.',
  })
  startApplication(
    @Arg('input', () => StartApplicationInput, { description: 'Le brouillon à ouvrir.' })
    input: StartApplicationInput,
    @Ctx() ctx: Context,
  ): Promise<typeof StartApplicationPayload> {
    return startApplication(ctx, input);
  }

  @Mutation(() => SaveDraftPayload, {
    description:
      'Enregistre un dossier, même inachevé, tant qu’il n’est pas déposé ou que le Département en demande des corrections.',
  })
  saveDraft(
    @Arg('input', () => SaveDraftInput, { description: 'Ce qui est à enregistrer.' }) input: SaveDraftInput,
    @Ctx() ctx: Context,
  ): Promise<typeof SaveDraftPayload> {
    return saveDraft(ctx, input);
  }

  @Mutation(() => DiscardDraftPayload, { description: 'Jette un brouillon, avec ses pièces jointes.' })
  discardDraft(
    @Arg('input', () => DiscardDraftInput, { description: 'Le brouillon à jeter.' })
    input: DiscardDraftInput,
    @Ctx() ctx: Context,
  ): Promise<typeof DiscardDraftPayload> {
    return discardDraft(ctx, input);
  }

  @FieldResolver(() => ApplicationForm, {
    nullable: true,
    description:
      'Le dossier : pour la structure, tel qu’elle l’écrit ; pour les agents et le jury, tel qu’il a été déposé ou corrigé en dernier. Nul pour un lauréat que seuls des documents nomment.',
  })
  async form(
    @Root() { id, organizationId }: Application,
    @Ctx() ctx: Context,
  ): Promise<ApplicationForm | null> {
    await viewNoted(ctx).load(id);
    if (await isApplicantOf(ctx, organizationId)) return (await writtenForm(ctx).load(id))?.form ?? null;
    return (await versionsOfForm(ctx).load(id)).at(-1)?.form ?? null;
  }

  @FieldResolver(() => [ApplicationFormVersion], {
    description:
      'Le dossier tel qu’il a été déposé puis corrigé, du plus ancien au plus récent ; liste vide tant qu’il est un brouillon.',
  })
  async formVersions(@Root() { id }: Application, @Ctx() ctx: Context): Promise<ApplicationFormVersion[]> {
    await viewNoted(ctx).load(id);
    return versionsOfForm(ctx).load(id);
  }
}
