import { territoryArgument } from '@graphess/reference';
import { BadInput, type Context, DateScalar } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Dataset } from '../dataset/dataset.entity.ts';
import { isIndicatorCode } from '../indicator/indicator.code.ts';
import { territoryIdOf } from '../territory/resolve-codes.ts';
import { TerritoryLevel } from '../territory/territory.level.ts';
import { completenessOf, releaseOf } from './completeness.queries.ts';
import { Completeness, Freshness } from './completeness.type.ts';
import { freshnessOf } from './freshness.rules.ts';

@Resolver(() => Dataset)
export class CompletenessResolver {
  @FieldResolver(() => [Completeness], {
    description:
      'Ce que le jeu de données dit d’un indicateur, année par année, parmi les territoires d’un échelon ; une année dont il ne dit rien n’y est pas.',
  })
  async completeness(
    @Root() { code }: Dataset,
    @Arg('indicator', () => String, { description: 'Code de l’indicateur, par exemple `ESS_JOBS`.' })
    indicator: string,
    @Arg('within', () => String, { description: 'Code du territoire englobant, par exemple `DEP:92`.' })
    within: string,
    @Arg('level', () => TerritoryLevel, {
      defaultValue: TerritoryLevel.COMMUNE,
      description: 'Échelon des territoires comptés.',
    })
    level: TerritoryLevel,
    @Ctx() ctx: Context,
  ): Promise<Completeness[]> {
    if (!isIndicatorCode(indicator)) {
      throw new BadInput('indicator', '« indicator » : cet indicateur n’existe pas.');
    }
    const place = await territoryIdOf(ctx, territoryArgument('within', within));
    return (await completenessOf(ctx, code, { indicator, level, within: place })) ?? [];
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'Jour de la prochaine publication, annoncé par le producteur ; nul s’il ne l’est pas.',
  })
  async nextReleaseOn(@Root() { code }: Dataset, @Ctx() ctx: Context): Promise<string | null> {
    return (await releaseOf(ctx).load(code))?.announcedOn ?? null;
  }

  @FieldResolver(() => Freshness, {
    description: 'Âge de la dernière publication, comparé au rythme promis.',
  })
  async freshness(@Root() { code }: Dataset, @Ctx() ctx: Context): Promise<Freshness> {
    const release = await releaseOf(ctx).load(code);
    return freshnessOf(release ?? { lastReleasedAt: null, announcedOn: null, updateFrequency: '' }, ctx.now);
  }
}
