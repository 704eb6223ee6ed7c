import { BadInput, type Context, routeUrl } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { viewNoted } from '../application/note-view.ts';
import { IssueLetterInput } from './issue-letter.input.ts';
import { IssueLetterPayload } from './issue-letter.payload.ts';
import { issueLetter } from './issue-letter.ts';
import { lettersOfApplication } from './letter.queries.ts';
import { letterFile } from './letter.routes.ts';
import { Letter, LetterVerification } from './letter.type.ts';
import { verifyLetter } from './verify-letter.ts';

const SHA256 = /^[0-9a-f]{64}$/;

@Resolver(() => Letter)
export class LetterResolver {
  @FieldResolver(() => String, { description: 'Adresse du fichier PDF, pour la structure et les agents.' })
  url(@Root() { id }: Letter, @Ctx() ctx: Context): string {
    return urlOf(ctx, id);
  }

  @Query(() => LetterVerification, {
    description: 'Dit si un fichier est une lettre émise ici et toujours valable, par son empreinte.',
  })
  verifyLetter(
    @Arg('sha256', () => String, { description: 'Empreinte SHA-256 du fichier : 64 chiffres hexadécimaux.' })
    sha256: string,
    @Ctx() { db }: Context,
  ): Promise<LetterVerification> {
    const hash = sha256.toLowerCase();
    if (!SHA256.test(hash)) throw new BadInput('sha256', 'Une empreinte a 64 chiffres hexadécimaux.');
    return verifyLetter(db, hash);
  }

  @Mutation(() => IssueLetterPayload, {
    description: 'Émet la lettre de la décision en vigueur, une fois. Réservé aux agents.',
  })
  issueLetter(
    @Arg('input', () => IssueLetterInput, { description: 'La lettre.' }) input: IssueLetterInput,
    @Ctx() ctx: Context,
  ): Promise<typeof IssueLetterPayload> {
    return issueLetter(ctx, input);
  }
}

@Resolver(() => Application)
export class ApplicationLettersResolver {
  @FieldResolver(() => [Letter], {
    description: 'Lettres adressées à la structure, de la plus ancienne à la plus récente.',
  })
  async letters(@Root() { id }: Application, @Ctx() ctx: Context): Promise<Letter[]> {
    await viewNoted(ctx).load(id);
    return lettersOfApplication(ctx).load(id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Adresse de la lettre d’attribution, nulle tant qu’elle n’est pas émise.',
  })
  async awardLetterUrl(@Root() { id }: Application, @Ctx() ctx: Context): Promise<string | null> {
    await viewNoted(ctx).load(id);
    const letters = await lettersOfApplication(ctx).load(id);
    const award = letters.find(({ kind, revokedAt }) => kind === 'AWARD' && revokedAt === null);
    return award === undefined ? null : urlOf(ctx, award.id);
  }
}

function urlOf({ publicUrl }: Context, id: string): string {
  return `${publicUrl}${routeUrl('grants', letterFile).replace(':id', id)}`;
}
