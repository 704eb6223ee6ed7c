import type { Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AmendCallInput } from './amend-call.input.ts';
import { amendCall } from './amend-call.ts';
import { AmendCallPayload, PublishCallPayload } from './call-writes.payload.ts';
import { PublishCallInput } from './publish-call.input.ts';
import { publishCall } from './publish-call.ts';

/** For agents and administrators alone, as the table of permissions says. */
@Resolver()
export class CallWritesResolver {
  @Mutation(() => PublishCallPayload, {
    description:
      'Publie une édition de l’appel à projets, entière : calendrier, thématiques, règles, grille, circuit, enveloppe. Réservé aux agents et aux administrateurs.',
  })
  async publishCall(
    @Arg('input', () => PublishCallInput, { description: 'L’édition.' }) input: PublishCallInput,
    @Ctx() ctx: Context,
  ): Promise<typeof PublishCallPayload> {
    return publishCall(ctx, input);
  }

  @Mutation(() => AmendCallPayload, {
    description:
      'Modifie une édition publiée ici : enveloppe, plafond, clôture, documents, règles ou grille. Réservé aux agents et aux administrateurs.',
  })
  async amendCall(
    @Arg('input', () => AmendCallInput, { description: 'Ce qui change.' }) input: AmendCallInput,
    @Ctx() ctx: Context,
  ): Promise<typeof AmendCallPayload> {
    return amendCall(ctx, input);
  }
}
