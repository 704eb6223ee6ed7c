import { BadInput, type Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Dataset } from '../dataset/dataset.entity.ts';
import { announceRelease } from './announce-release.ts';
import { DisclosureAudit } from './disclosure-audit.entity.ts';
import { disclosureAuditOf } from './disclosure-audit.queries.ts';
import { presentOutcome } from './present-outcome.ts';
import { Publication } from './publication.entity.ts';
import { AnnounceReleaseInput, PublishVintageInput, WithdrawVintageInput } from './publication.input.ts';
import {
  AnnounceReleasePayload,
  PublicationResult,
  PublishVintagePayload,
  WithdrawVintagePayload,
} from './publication.payload.ts';
import { findPublication } from './publication.queries.ts';
import { publishVintage } from './publish-vintage.ts';
import { withdrawVintage } from './withdraw-vintage.ts';

/** For producers alone, as the table of permissions says: who is not gets its PermissionError. */
@Resolver(() => Publication)
export class PublicationResolver {
  @Mutation(() => PublishVintagePayload, {
    description:
      'Publie un fichier envoyé comme millésime d’un jeu de données, ou dit tout ce qui l’empêche, ligne par ligne : rien n’est publié à moitié. Ce que le fichier contient remplace, indicateur, année et détail par détail, ce qui était publié. Réservé aux producteurs.',
  })
  async publishVintage(
    @Arg('input', () => PublishVintageInput, { description: 'Le millésime à publier.' })
    input: PublishVintageInput,
    @Ctx() ctx: Context,
  ): Promise<typeof PublishVintagePayload> {
    return publishVintage(ctx, input);
  }

  @Mutation(() => WithdrawVintagePayload, {
    description:
      'Retire le dernier millésime d’un jeu de données, avec une raison montrée à tous : ce qu’il remplaçait est de nouveau en vigueur, et ce qu’il a masqué le reste. Réservé aux producteurs.',
  })
  async withdrawVintage(
    @Arg('input', () => WithdrawVintageInput, { description: 'Le millésime à retirer.' })
    input: WithdrawVintageInput,
    @Ctx() ctx: Context,
  ): Promise<typeof WithdrawVintagePayload> {
    return withdrawVintage(ctx, input);
  }

  @Mutation(() => AnnounceReleasePayload, {
    description: 'Annonce le jour de la prochaine publication d’un jeu de données. Réservé aux producteurs.',
  })
  async announceRelease(
    @Arg('input', () => AnnounceReleaseInput, { description: 'La publication à annoncer.' })
    input: AnnounceReleaseInput,
    @Ctx() ctx: Context,
  ): Promise<typeof AnnounceReleasePayload> {
    return announceRelease(ctx, input);
  }

  @Query(() => Publication, {
    nullable: true,
    description: 'Une publication demandée, nulle si elle n’existe pas. Réservé aux producteurs.',
  })
  async publication(
    @Arg('id', () => ID, { description: 'Identifiant donné par `publishVintage` : `PUB:…`.' }) id: string,
    @Ctx() { db, viewer }: Context,
  ): Promise<Publication | null> {
    if (!/^PUB:[0-9a-z]{16}$/.test(id)) {
      throw new BadInput('id', '« id » doit être un identifiant de publication : PUB:….');
    }
    const found = await findPublication(db, id);
    // Its problems quote the file: that is for whoever sent it.
    const isTheirs = found?.actor === viewer.subject || viewer.roles.includes('admin');
    return isTheirs ? found : null;
  }

  @FieldResolver(() => PublicationResult, {
    nullable: true,
    description: 'Son résultat, nul tant qu’elle n’est pas finie.',
  })
  async result(
    @Root() publication: Publication,
    @Ctx() ctx: Context,
  ): Promise<typeof PublicationResult | null> {
    return presentOutcome(ctx, publication);
  }
}

@Resolver(() => Dataset)
export class DisclosureAuditResolver {
  @FieldResolver(() => DisclosureAudit, {
    description:
      'Contrôle du secret statistique d’un millésime. Un millésime qui n’est pas de ce jeu, ou qui n’a pas été publié ici, est une erreur `BAD_USER_INPUT`.',
  })
  async disclosureAudit(
    @Root() { code }: Dataset,
    @Arg('vintage', () => ID, { description: 'Millésime : `DS:…/…`.' }) vintage: string,
    @Ctx() { db }: Context,
  ): Promise<DisclosureAudit> {
    const audit = await disclosureAuditOf(db, code, vintage);
    if (audit !== null) return audit;
    throw new BadInput('vintage', '« vintage » doit être un millésime de ce jeu de données, publié ici.');
  }
}
