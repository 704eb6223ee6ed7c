import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { viewNoted } from '../application/note-view.ts';
import { visibleApplicationById } from '../application/visible-applications.queries.ts';
import { Call } from '../call/call.entity.ts';
import { scoresOf } from '../score/scores-of.ts';
import { rounded } from './fraction.rules.ts';
import { ranking } from './ranking.rules.ts';
import { RankedApplication } from './ranking.type.ts';

@Resolver(() => Call)
export class RankingResolver {
  @FieldResolver(() => [RankedApplication], {
    description:
      'Candidatures évaluées, de la mieux notée à la moins bien notée, par la moyenne corrigée ; sans celles qui sont retirées ou irrecevables. Pour les agents.',
  })
  async ranking(@Root() { id }: Call, @Ctx() ctx: Context): Promise<RankedApplication[]> {
    const scores = await scoresOf(ctx, id);
    const applications = await visibleApplicationById(ctx).loadMany([...scores.keys()]);
    const running = new Set(
      applications.flatMap((each) =>
        each instanceof Error || each === null || each.state === 'WITHDRAWN' || each.state === 'INELIGIBLE'
          ? []
          : [each.id],
      ),
    );
    await viewNoted(ctx).loadMany([...running]);
    const standings = [...scores.values()].map(({ standing }) => standing);
    return ranking(standings.filter(({ applicationId }) => running.has(applicationId))).map(
      ({ raw, normalised, ...ranked }) => ({
        ...ranked,
        weightedMean: rounded(raw),
        normalizedMean: rounded(normalised),
      }),
    );
  }
}

@Resolver(() => RankedApplication)
export class RankedApplicationResolver {
  @FieldResolver(() => Application, { nullable: true, description: 'La candidature.' })
  application(
    @Root() { applicationId }: RankedApplication,
    @Ctx() ctx: Context,
  ): Promise<Application | null> {
    return visibleApplicationById(ctx).load(applicationId);
  }
}
