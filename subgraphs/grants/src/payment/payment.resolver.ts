import { type Context, euros, Money } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { viewNoted } from '../application/note-view.ts';
import { cancelPayment } from './cancel-payment.ts';
import { CancelPaymentInput, RecordPaymentInput } from './payment.input.ts';
import { CancelPaymentPayload, RecordPaymentPayload } from './payment.payload.ts';
import { cancellationsOfApplication, paymentsOfApplication } from './payment.queries.ts';
import { Payment, PaymentCancellation } from './payment.type.ts';
import { recordPayment } from './record-payment.ts';

@Resolver(() => Payment)
export class PaymentResolver {
  @Mutation(() => RecordPaymentPayload, {
    description: 'Note qu’un versement prévu par la convention est fait. Réservé aux agents.',
  })
  async recordPayment(
    @Arg('input', () => RecordPaymentInput, { description: 'Le versement.' }) input: RecordPaymentInput,
    @Ctx() ctx: Context,
  ): Promise<typeof RecordPaymentPayload> {
    return recordPayment(ctx, input);
  }

  @Mutation(() => CancelPaymentPayload, {
    description:
      'Annule un versement noté par erreur, avec un motif. Réservé à un autre agent que celui qui l’avait noté.',
  })
  async cancelPayment(
    @Arg('input', () => CancelPaymentInput, { description: 'Le versement.' }) input: CancelPaymentInput,
    @Ctx() ctx: Context,
  ): Promise<typeof CancelPaymentPayload> {
    return cancelPayment(ctx, input);
  }

  @FieldResolver(() => Money, { description: 'Montant du versement.' })
  amount(@Root() { cents }: Payment): Money | null {
    return euros(cents);
  }

  @FieldResolver(() => [PaymentCancellation], {
    nullable: true,
    description: 'Ce qui a été noté comme fait puis annulé, dans l’ordre ; liste le plus souvent vide.',
  })
  async cancellations(
    @Root() { applicationId, number }: Payment,
    @Ctx() ctx: Context,
  ): Promise<PaymentCancellation[]> {
    const all = await cancellationsOfApplication(ctx).load(applicationId);
    return all.filter((each) => each.number === number);
  }
}

@Resolver(() => Application)
export class PaymentsOfApplicationResolver {
  @FieldResolver(() => [Payment], {
    nullable: true,
    description:
      'Versements prévus et faits, par numéro ; liste vide tant qu’aucune convention n’est signée.',
  })
  async payments(@Root() { id }: Application, @Ctx() ctx: Context): Promise<Payment[]> {
    await viewNoted(ctx).load(id);
    return paymentsOfApplication(ctx).load(id);
  }
}
