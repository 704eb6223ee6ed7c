import { Source, sourceById } from '@graphess/provenance';
import { territoryArgument } from '@graphess/reference';
import {
  type Connection,
  type Context,
  connectionOf,
  countRows,
  keysetPage,
  PageArguments,
  toConnection,
} from '@graphess/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { territoryIdOf } from '../territory/resolve-codes.ts';
import { unknownList } from './unknown.queries.ts';
import { UnknownReason } from './unknown.reason.ts';
import { Unknown } from './unknown.type.ts';

const { Connection: UnknownConnection } = connectionOf(() => Unknown, {
  name: 'Unknown',
  items: 'valeurs inconnues',
});

@Resolver(() => Unknown)
export class UnknownResolver {
  @Query(() => UnknownConnection, {
    description:
      'Ce que l’on ne sait pas, par raison puis par objet : la liste des questions à poser aux producteurs, dans tous les domaines.',
  })
  async unknowns(
    @Arg('reason', () => [UnknownReason], {
      nullable: true,
      description: 'Raisons voulues ; toutes si absent.',
    })
    reasons: UnknownReason[] | null,
    @Arg('within', () => String, {
      nullable: true,
      description:
        'Code d’un territoire : seulement ce qui le concerne, lui ou un territoire qui partage une commune avec lui.',
    })
    within: string | null,
    @Args(() => PageArguments) asked: PageArguments,
    @Ctx() ctx: Context,
  ): Promise<Connection<Unknown>> {
    const place =
      within === null || within === undefined
        ? null
        : await territoryIdOf(ctx, territoryArgument('within', within));
    const list = unknownList(reasons ?? null, place);
    const page = await keysetPage<Unknown>(ctx.db, list, asked);
    return toConnection(
      page,
      () => countRows(ctx.db, list),
      (unknown) => unknown,
    );
  }

  @FieldResolver(() => Source, {
    nullable: true,
    description: 'La source qui parle de l’objet sans donner la valeur, nulle s’il n’y en a pas.',
  })
  source(@Root() { sourceId }: Unknown, @Ctx() ctx: Context): Promise<Source | null> | null {
    return sourceId === null ? null : sourceById(ctx).load(sourceId);
  }
}
