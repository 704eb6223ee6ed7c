import { Claim } from '@graphess/provenance';
import { territoryArgument } from '@graphess/reference';
import { type Context, checkFirst, DateScalar, searchArgument } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { claimsOfTerritory } from '../claim/claim.queries.ts';
import { Containment, Territory } from './territory.entity.ts';
import { TerritoryLevel } from './territory.level.ts';
import {
  relatedTerritories,
  searchTerritories,
  territoriesOfLevel,
  territoryOfCode,
} from './territory.queries.ts';

const LEVEL = 'Échelon voulu ; tous s’il est absent.';
const ON =
  'Date de la géographie ; celle du code officiel géographique chargé si elle est absente. Les communes sont suivies depuis 1943 (avant le 1er janvier 1968, `DEP:75` est la Seine et `DEP:78` la Seine-et-Oise), les EPT depuis leur création, le 1er janvier 2016 : il n’y en a pas avant. Sans `level`, seuls les échelons connus à cette date sont donnés : les régions depuis 2016, les EPCI dans le code chargé. `BAD_USER_INPUT` quand on ne sait pas où se trouvaient alors les communes.';

@Resolver(() => Territory)
export class TerritoryResolver {
  @Query(() => Territory, {
    nullable: true,
    description: 'Un territoire par son code, nul s’il n’existe pas.',
  })
  territory(
    @Arg('code', () => String, {
      description:
        'Code du territoire, par exemple `COM:92050`. Un ancien code mène au territoire d’aujourd’hui : `COM:75002` à Antony, celui d’une commune réunie à une autre à celle-ci.',
    })
    code: string,
    @Arg('on', () => DateScalar, {
      nullable: true,
      description:
        'Date à laquelle lire le code : une commune qui a cessé d’exister depuis est alors rendue elle-même. Aujourd’hui si absente.',
    })
    on: string | null,
    @Ctx() ctx: Context,
  ): Promise<Territory | null> {
    return territoryOfCode(ctx, territoryArgument('code', code), on ?? null);
  }

  @Query(() => [Territory], {
    description:
      'Tous les territoires d’un échelon qui partagent au moins une commune avec un territoire, par nom.',
  })
  async territories(
    @Arg('within', () => String, { description: 'Code du territoire englobant.' }) within: string,
    @Arg('level', () => TerritoryLevel, { description: 'Échelon des territoires voulus.' })
    level: TerritoryLevel,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: string | null,
    @Ctx() ctx: Context,
  ): Promise<Territory[]> {
    return territoriesOfLevel(ctx, territoryArgument('within', within), level, on);
  }

  @Query(() => [Territory], {
    description:
      'Territoires dont le nom contient ce qui est saisi, sans tenir compte des accents, de la casse, des tirets ni des apostrophes.',
  })
  territorySearch(
    @Arg('search', () => String, { description: 'Ce qui est saisi : « chatenay », « st cloud ».' })
    search: string,
    @Arg('levels', () => [TerritoryLevel], {
      nullable: true,
      description: 'Échelons voulus ; tous si absent.',
    })
    levels: TerritoryLevel[] | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Nombre de résultats, de 1 à 100.' })
    first: number,
    @Ctx() { db }: Context,
  ): Promise<Territory[]> {
    return searchTerritories(db, searchArgument('search', search), levels ?? null, checkFirst(first));
  }

  @FieldResolver(() => [Territory], {
    description: 'Territoires dans lesquels il se trouve, au moins en partie.',
  })
  async within(
    @Root() { id }: Territory,
    @Arg('level', () => TerritoryLevel, { nullable: true, description: LEVEL }) level: TerritoryLevel | null,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: string | null,
    @Ctx() ctx: Context,
  ): Promise<Territory[]> {
    return (await relatedTerritories(ctx, id, 'within', { level, on })).map(({ territory }) => territory);
  }

  @FieldResolver(() => [Territory], {
    description: 'Territoires plus petits qui partagent au moins une commune avec lui.',
  })
  async contains(
    @Root() { id }: Territory,
    @Arg('level', () => TerritoryLevel, { nullable: true, description: LEVEL }) level: TerritoryLevel | null,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: string | null,
    @Ctx() ctx: Context,
  ): Promise<Territory[]> {
    return (await relatedTerritories(ctx, id, 'contains', { level, on })).map(({ territory }) => territory);
  }

  @FieldResolver(() => [Containment], {
    description: 'Les mêmes que `contains`, en disant lesquels ne sont contenus qu’en partie.',
  })
  containment(
    @Root() { id }: Territory,
    @Arg('level', () => TerritoryLevel, { nullable: true, description: LEVEL }) level: TerritoryLevel | null,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: string | null,
    @Ctx() ctx: Context,
  ): Promise<Containment[]> {
    return relatedTerritories(ctx, id, 'contains', { level, on });
  }

  @FieldResolver(() => [Claim], {
    description: 'Ce que les sources affirment du territoire, champ par champ.',
  })
  claims(@Root() { id }: Territory, @Ctx() ctx: Context): Promise<Claim[]> {
    return claimsOfTerritory(ctx).load(id);
  }
}
