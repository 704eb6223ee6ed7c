import { type Context, DateScalar, loadWithArguments, parisDay } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Indicator } from './indicator.type.ts';

const nextReleases = loadWithArguments<{ today: string }, string>(async ({ db }, codes, { today }) => {
  const rows: { code: string; on: string }[] = await db.query(
    `SELECT asked.code, min(dataset.next_release_on)::text AS "on"
       FROM unnest($1::text[]) AS asked(code) JOIN dataset ON dataset.next_release_on >= $2::date
      WHERE EXISTS (SELECT FROM observation o WHERE o.dataset_code = dataset.code AND o.indicator_code = asked.code)
      GROUP BY asked.code`,
    [codes, today],
  );
  return new Map(rows.map(({ code, on }) => [code, on]));
});

@Resolver(() => Indicator)
export class ReleaseResolver {
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'Prochaine publication annoncée, nulle si elle ne l’est pas.',
  })
  nextReleaseOn(@Root() { code }: Indicator, @Ctx() ctx: Context): Promise<string | null> {
    return nextReleases(ctx, code, { today: parisDay(ctx.now) });
  }
}
