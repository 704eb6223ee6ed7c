import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { grantsByYearOfApplication, previousOfApplication } from './renewal.queries.ts';
import { isAboveThreshold, THRESHOLD_CENTS } from './renewal.rules.ts';
import { GrantedYear } from './renewal.type.ts';

@Resolver(() => Application)
export class RenewalResolver {
  @FieldResolver(() => [Application], {
    description: 'Candidatures lauréates de la même structure aux éditions d’avant, la plus récente d’abord.',
  })
  previous(@Root() { id }: Application, @Ctx() ctx: Context): Promise<Application[]> {
    return previousOfApplication(ctx).load(id);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Vrai si la structure a été lauréate d’une édition d’avant. Réservé aux agents.',
  })
  async isRenewal(@Root() { id }: Application, @Ctx() ctx: Context): Promise<boolean> {
    return (await previousOfApplication(ctx).load(id)).length > 0;
  }

  @FieldResolver(() => [GrantedYear], {
    nullable: true,
    description:
      'Ce que la structure a reçu de cet appel à projets, par année de décision, cette candidature comprise. Réservé aux agents.',
  })
  async grantedByYear(@Root() { id }: Application, @Ctx() ctx: Context): Promise<GrantedYear[]> {
    const years = await grantsByYearOfApplication(ctx).load(id);
    return years.map(({ year, cents, unknown }) => ({
      year,
      granted: { cents, currency: 'EUR' },
      unknownAmounts: unknown,
      threshold: { cents: THRESHOLD_CENTS, currency: 'EUR' },
      aboveThreshold: isAboveThreshold({ cents, unknown }),
    }));
  }
}
