import type { Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { CreateUploadInput } from './create-upload.input.ts';
import { CreateUploadPayload } from './create-upload.payload.ts';
import { createUpload } from './create-upload.ts';

@Resolver()
export class UploadResolver {
  @Mutation(() => CreateUploadPayload, {
    description:
      'Ouvre l’envoi d’un fichier à publier : une adresse signée, valable une heure, qui le prend une seule fois, à la taille et à l’empreinte annoncées. Réservé aux producteurs.',
  })
  async createUpload(
    @Arg('input', () => CreateUploadInput, { description: 'Le fichier à envoyer.' }) input: CreateUploadInput,
    @Ctx() ctx: Context,
  ): Promise<typeof CreateUploadPayload> {
    return createUpload(ctx, input);
  }
}
