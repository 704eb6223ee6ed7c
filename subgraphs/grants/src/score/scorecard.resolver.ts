import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { Scorecard } from '../application/application-follow-up.type.ts';
import { viewNoted } from '../application/note-view.ts';
import { reviewCounts } from './review.queries.ts';
import { scoresOf } from './scores-of.ts';

@Resolver(() => Application)
export class ScorecardResolver {
  @FieldResolver(() => Scorecard, {
    nullable: true,
    description:
      'Notes du jury ; nulles tant qu’aucune évaluation n’est rendue, ou si elles ne sont pas connues.',
  })
  async scorecard(@Root() { id, callId }: Application, @Ctx() ctx: Context): Promise<Scorecard | null> {
    await viewNoted(ctx).load(id);
    const scores = (await scoresOf(ctx, callId)).get(id);
    const counts = await reviewCounts(ctx).load(id);
    if (scores === undefined || counts === null) return null;
    const { standing: _, ...shown } = scores;
    return { ...shown, ...counts };
  }
}
