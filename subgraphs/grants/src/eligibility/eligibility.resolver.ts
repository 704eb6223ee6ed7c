import type { Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { checkEligibility } from './check-eligibility.ts';
import { EligibilityInput, EligibilityResult } from './eligibility.type.ts';

@Resolver()
export class EligibilityResolver {
  @Query(() => EligibilityResult, {
    description:
      'Compare un projet aux règles d’une édition, sans compte et sans rien garder de ce qui est saisi.',
  })
  checkEligibility(
    @Arg('input', () => EligibilityInput, { description: 'Le projet.' }) input: EligibilityInput,
    @Ctx() ctx: Context,
  ): Promise<EligibilityResult> {
    return checkEligibility(ctx, input);
  }
}
