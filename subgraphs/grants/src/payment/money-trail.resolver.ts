import { type Context, euros } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Call } from '../call/call.entity.ts';
import { trailLinesOfCall } from './money-trail.queries.ts';
import { COMPLETE_ENOUGH, trailOf } from './money-trail.rules.ts';
import { MoneyTrail, type MoneyTrailLine } from './money-trail.type.ts';

@Resolver(() => Call)
export class MoneyTrailResolver {
  @FieldResolver(() => MoneyTrail, {
    nullable: true,
    description:
      'Le chemin de l’argent de l’édition, et ce qui en est connu. Réservé aux agents et aux analystes.',
  })
  async moneyTrail(@Root() call: Call, @Ctx() ctx: Context): Promise<MoneyTrail> {
    const rows = await trailLinesOfCall(ctx).load(call.id);
    // An edition published here names all its laureates; of the others, documents say how many there are.
    const laureates = call.awarded ?? (call.publishedAt === null ? null : rows.length);
    const { awardedCents, paidCents, ...trail } = trailOf(rows, {
      envelopeCents: call.envelopeTotalCents,
      laureates,
    });
    return {
      ...trail,
      laureates,
      envelope: euros(call.envelopeTotalCents),
      awarded: { cents: awardedCents, currency: 'EUR' },
      paid: { cents: paidCents, currency: 'EUR' },
      threshold: COMPLETE_ENOUGH,
      lines: rows.map(
        (row): MoneyTrailLine => ({
          application: row,
          awarded: euros(row.awardedCents),
          paid: euros(row.paidCents),
          payments: row.payments,
        }),
      ),
    };
  }
}
