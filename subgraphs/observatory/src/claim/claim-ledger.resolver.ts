import { Claim } from '@graphess/provenance';
import {
  type Connection,
  type Context,
  connectionOf,
  countRows,
  keysetPage,
  PageArguments,
  toConnection,
} from '@graphess/subgraph-kit';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { claimList } from './claim.queries.ts';

const { Connection: ClaimConnection } = connectionOf(() => Claim, {
  name: 'Claim',
  items: 'affirmations des sources',
});

@Resolver()
export class ClaimLedgerResolver {
  @Query(() => ClaimConnection, {
    description:
      'Le registre de ce que les sources affirment, dans tous les domaines, par objet et par champ, l’affirmation retenue en premier.',
  })
  async claims(
    @Arg('disputed', () => Boolean, {
      nullable: true,
      description:
        'Vrai : seulement les affirmations qu’une autre contredit sur le même champ du même objet ; faux : seulement les autres ; absent : toutes.',
    })
    disputed: boolean | null,
    @Args(() => PageArguments) asked: PageArguments,
    @Ctx() { db }: Context,
  ): Promise<Connection<Claim>> {
    const list = claimList(disputed ?? null);
    const page = await keysetPage<Claim>(db, list, asked);
    return toConnection(
      page,
      () => countRows(db, list),
      (claim) => claim,
    );
  }
}
