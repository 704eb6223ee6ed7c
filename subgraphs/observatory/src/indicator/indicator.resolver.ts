import { BadInput } from '@graphess/subgraph-kit';
import { Arg, Query, Resolver } from 'type-graphql';
import { INDICATORS, indicatorOf } from './indicator.catalogue.ts';
import { Indicator } from './indicator.type.ts';

@Resolver()
export class IndicatorResolver {
  @Query(() => Indicator, {
    nullable: true,
    description: 'Un indicateur par son code, nul s’il n’existe pas.',
  })
  indicator(
    @Arg('code', () => String, { description: 'Code de l’indicateur, par exemple `ESS_JOBS`.' }) code: string,
  ): Indicator | null {
    if (!/^[A-Z][A-Z0-9_]*$/.test(code)) {
      throw new BadInput('code', '« code » doit être un code d’indicateur, par exemple ESS_JOBS.');
    }
    return indicatorOf(code);
  }

  @Query(() => [Indicator], { description: 'Tous les indicateurs ; leur liste est courte.' })
  indicators(): Indicator[] {
    return [...INDICATORS];
  }
}
