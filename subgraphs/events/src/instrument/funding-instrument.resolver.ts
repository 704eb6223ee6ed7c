import { provenanceOf, Source } from '@graphess/provenance';
import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { FundingInstrument } from './funding-instrument.entity.ts';
import { allFundingInstruments } from './funding-instrument.queries.ts';

@Resolver(() => FundingInstrument)
export class FundingInstrumentResolver {
  @Query(() => [FundingInstrument], {
    description: 'Tous les moyens de financement, dans l’ordre des sources.',
  })
  fundingInstruments(@Ctx() { db }: Context): Promise<FundingInstrument[]> {
    return allFundingInstruments(db);
  }

  @FieldResolver(() => [Source], { description: 'Sources qui citent l’instrument.' })
  sources(@Root() { sourceIds }: FundingInstrument, @Ctx() ctx: Context): Promise<Source[]> {
    return provenanceOf(ctx, sourceIds);
  }
}
