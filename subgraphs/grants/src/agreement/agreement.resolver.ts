import type { Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { viewNoted } from '../application/note-view.ts';
import { AmendAgreementInput, SignAgreementInput } from './agreement.input.ts';
import { AmendAgreementPayload, SignAgreementPayload } from './agreement.payload.ts';
import { agreementOfApplication } from './agreement.queries.ts';
import { Agreement } from './agreement.type.ts';
import { amendAgreement } from './amend-agreement.ts';
import { signAgreement } from './sign-agreement.ts';

@Resolver(() => Application)
export class AgreementResolver {
  @Mutation(() => SignAgreementPayload, {
    description:
      'Enregistre la convention signée avec un lauréat et les versements qu’elle prévoit, dont la somme est exactement le montant accordé. Réservé aux agents.',
  })
  async signAgreement(
    @Arg('input', () => SignAgreementInput, { description: 'La convention.' }) input: SignAgreementInput,
    @Ctx() ctx: Context,
  ): Promise<typeof SignAgreementPayload> {
    return signAgreement(ctx, input);
  }

  @Mutation(() => AmendAgreementPayload, {
    description:
      'Enregistre un avenant : la durée et les versements qui restent à faire ; ceux qui sont faits ne changent pas. Réservé aux agents.',
  })
  async amendAgreement(
    @Arg('input', () => AmendAgreementInput, { description: 'L’avenant.' }) input: AmendAgreementInput,
    @Ctx() ctx: Context,
  ): Promise<typeof AmendAgreementPayload> {
    return amendAgreement(ctx, input);
  }

  @FieldResolver(() => Agreement, {
    nullable: true,
    description: 'Convention signée avec le Département, nulle tant qu’aucune ne l’est.',
  })
  async agreement(@Root() { id }: Application, @Ctx() ctx: Context): Promise<Agreement | null> {
    await viewNoted(ctx).load(id);
    return agreementOfApplication(ctx).load(id);
  }
}
