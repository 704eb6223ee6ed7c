import { parseId } from '@graphess/identifiers';
import {
  BadInput,
  type Connection,
  type Context,
  connectionOf,
  countRows,
  keysetPage,
  PageArguments,
  toConnection,
} from '@graphess/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Organization } from '../organization/organization.entity.ts';
import { organizationById } from '../organization/organization.queries.ts';
import { Dataset } from './dataset.entity.ts';
import { DATASET_LIST, datasetByCode, vintagesOfDataset } from './dataset.queries.ts';
import { Vintage } from './vintage.entity.ts';

const { Connection: DatasetConnection } = connectionOf(() => Dataset, {
  name: 'Dataset',
  items: 'jeux de données',
});

@Resolver(() => Dataset)
export class DatasetResolver {
  @Query(() => Dataset, {
    nullable: true,
    description: 'Un jeu de données par son code, nul s’il n’existe pas.',
  })
  dataset(
    @Arg('code', () => String, { description: 'Code du jeu de données, par exemple `ESS-FLORES`.' })
    code: string,
    @Ctx() ctx: Context,
  ): Promise<Dataset | null> {
    if (parseId(`DS:${code}`) === null) {
      throw new BadInput('code', '« code » doit être un code de jeu de données, par exemple ESS-FLORES.');
    }
    return datasetByCode(ctx).load(code);
  }

  @Query(() => DatasetConnection, { description: 'Les jeux de données, par code.' })
  async datasets(
    @Args(() => PageArguments) asked: PageArguments,
    @Ctx() { db }: Context,
  ): Promise<Connection<Dataset>> {
    const page = await keysetPage<Dataset>(db, DATASET_LIST, asked);
    return toConnection(
      page,
      () => countRows(db, DATASET_LIST),
      (dataset) => dataset,
    );
  }

  @FieldResolver(() => [Vintage], {
    description: 'Millésimes, le plus récent d’abord ; liste vide tant qu’aucun n’est publié dans ce graphe.',
  })
  vintages(@Root() { code }: Dataset, @Ctx() ctx: Context): Promise<Vintage[]> {
    return vintagesOfDataset(ctx).load(code);
  }

  @FieldResolver(() => [Organization], {
    description:
      'Organisations qui publient ce jeu de données dans ce graphe ; liste vide quand ses valeurs viennent des documents chargés.',
  })
  async publishers(@Root() { code }: Dataset, @Ctx() ctx: Context): Promise<Organization[]> {
    const ids = (await datasetByCode(ctx).load(code))?.publisherIds ?? [];
    const found = await organizationById(ctx).loadMany(ids);
    const living = found.filter((each) => each instanceof Organization);
    return [...new Map(living.map((each) => [each.id, each])).values()];
  }
}

@Resolver(() => Vintage)
export class VintageResolver {
  @FieldResolver(() => Dataset, { description: 'Jeu de données dont c’est un millésime.' })
  dataset(@Root() { datasetCode }: Vintage, @Ctx() ctx: Context): Promise<Dataset | null> {
    return datasetByCode(ctx).load(datasetCode);
  }
}
