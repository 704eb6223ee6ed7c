import { type Context, euros, keysetPage, Money, PageArguments, toConnection } from '@graphess/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PublishedGrantFilter, parametersOf } from './published-grant.filter.ts';
import { PublishedGrant, PublishedGrantConnection, PublishedGrantFile } from './published-grant.type.ts';
import { publishedGrantFiles, publishedGrantsMatching, totalsOfGrants } from './published-grants.queries.ts';

@Resolver(() => PublishedGrant)
export class PublishedGrantResolver {
  @Query(() => PublishedGrantConnection, {
    description:
      'Subventions que des collectivités ont publiées et que la plateforme a importées, les plus récentes d’abord. Elles ne disent rien des lauréats de l’appel à projets.',
  })
  async publishedGrants(
    @Arg('filter', () => PublishedGrantFilter, { nullable: true, description: 'Subventions voulues.' })
    filter: PublishedGrantFilter | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { db }: Context,
  ): Promise<PublishedGrantConnection> {
    const list = publishedGrantsMatching(parametersOf(filter));
    const found = await keysetPage<PublishedGrant>(db, list, page);
    let asked: ReturnType<typeof totalsOfGrants> | undefined;
    const totals = () => {
      asked ??= totalsOfGrants(db, list);
      return asked;
    };
    return {
      ...toConnection(
        found,
        async () => (await totals()).count,
        (row) => row,
      ),
      totalCents: async () => (await totals()).cents,
    };
  }

  @Query(() => [PublishedGrantFile], {
    description: 'Les cent derniers fichiers importés, et ce que leurs lignes sont devenues.',
  })
  publishedGrantFiles(@Ctx() { db }: Context): Promise<PublishedGrantFile[]> {
    return publishedGrantFiles(db);
  }

  @FieldResolver(() => Money, { description: 'Montant attribué.' })
  amount(@Root() { cents }: PublishedGrant): Money | null {
    return euros(cents);
  }
}

@Resolver(() => PublishedGrantConnection)
export class PublishedGrantTotalResolver {
  @FieldResolver(() => Money, { description: 'Somme de la liste filtrée, toutes pages comprises.' })
  async totalAmount(@Root() { totalCents }: PublishedGrantConnection): Promise<Money | null> {
    return euros(await totalCents());
  }
}
