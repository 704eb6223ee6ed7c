import { type Context, routeUrl } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { viewNoted } from '../application/note-view.ts';
import { isApplicantOf } from '../own-structure/own-structure.queries.ts';
import { AddAttachmentInput } from './add-attachment.input.ts';
import { AddAttachmentPayload } from './add-attachment.payload.ts';
import { addAttachment } from './add-attachment.ts';
import { attachmentsOf } from './attachment.queries.ts';
import { Attachment } from './attachment.type.ts';
import { AttachmentScan } from './attachment-kind.ts';
import { RemoveAttachmentInput } from './remove-attachment.input.ts';
import { RemoveAttachmentPayload } from './remove-attachment.payload.ts';
import { removeAttachment } from './remove-attachment.ts';

@Resolver(() => Application)
export class AttachmentsResolver {
  @Mutation(() => AddAttachmentPayload, {
    description:
      'Ouvre l’envoi d’une pièce jointe à un dossier qui s’écrit : une adresse signée, valable une heure. Sont pris les PDF, PNG, JPEG, DOCX, XLSX, ODT et ODS sans macros, reconnus à leur contenu.',
  })
  addAttachment(
    @Arg('input', () => AddAttachmentInput, { description: 'La pièce à joindre.' }) input: AddAttachmentInput,
    @Ctx() ctx: Context,
  ): Promise<typeof AddAttachmentPayload> {
    return addAttachment(ctx, input);
  }

  @Mutation(() => RemoveAttachmentPayload, {
    description: 'Retire une pièce jointe d’un dossier qui s’écrit.',
  })
  removeAttachment(
    @Arg('input', () => RemoveAttachmentInput, { description: 'La pièce à retirer.' })
    input: RemoveAttachmentInput,
    @Ctx() ctx: Context,
  ): Promise<typeof RemoveAttachmentPayload> {
    return removeAttachment(ctx, input);
  }

  @FieldResolver(() => [Attachment], {
    description:
      'Pièces jointes, 20 au plus, dans l’ordre de leur ajout ; la structure y voit aussi celles dont le fichier est attendu.',
  })
  async attachments(@Root() { id, organizationId }: Application, @Ctx() ctx: Context): Promise<Attachment[]> {
    await viewNoted(ctx).load(id);
    const all = await attachmentsOf(ctx).load(id);
    return (await isApplicantOf(ctx, organizationId))
      ? all
      : all.filter(({ receivedAt }) => receivedAt !== null);
  }
}

@Resolver(() => Attachment)
export class AttachmentResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Adresse du fichier, nulle tant qu’il n’est pas reçu ou s’il est en quarantaine.',
  })
  url(@Root() { id, receivedAt, scan }: Attachment, @Ctx() { publicUrl }: Context): string | null {
    if (receivedAt === null || scan === AttachmentScan.INFECTED) return null;
    return `${publicUrl}${routeUrl('grants', { path: `/attachments/${id}` })}`;
  }
}
