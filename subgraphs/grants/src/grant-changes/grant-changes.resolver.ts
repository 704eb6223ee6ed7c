import { BadInput, type Context, decodeCursor, encodeCursor } from '@graphess/subgraph-kit';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { GrantChangePage } from './grant-change.type.ts';
import { grantChangesAfter } from './grant-changes.queries.ts';

const LIST = 'grantChanges';
const MOST = 1_000;

@Resolver()
export class GrantChangesResolver {
  @Query(() => GrantChangePage, {
    description:
      'Ce qui a changé dans la liste publique des lauréats, dans l’ordre : de quoi tenir une copie à jour. Un lauréat qui change plusieurs fois n’y est qu’une fois, tel qu’il est aujourd’hui.',
  })
  async grantChanges(
    @Arg('since', () => String, {
      description: 'Le dernier `nextCursor` reçu ; `""` ou `"0"` pour tout prendre depuis le début.',
    })
    since: string,
    @Arg('first', () => Int, {
      defaultValue: 500,
      description: 'Nombre de changements voulus, de 1 à 1 000.',
    })
    first: number,
    @Ctx() { db }: Context,
  ): Promise<GrantChangePage> {
    if (first < 1 || first > MOST)
      throw new BadInput('first', '« first » doit être compris entre 1 et 1 000.');
    const position = positionOf(since);
    const { epoch, changes, next, hasMore } = await grantChangesAfter(db, position?.seq ?? '0', first);
    // A log that was made anew has other numbers: a copy of the former one starts over.
    if (position !== null && position.epoch !== epoch) throw foreign();
    return { changes, hasMore, nextCursor: encodeCursor(LIST, [epoch, next]) };
  }
}

function positionOf(since: string): { epoch: string; seq: string } | null {
  if (since === '' || since === '0') return null;
  const [epoch = null, seq = null] = keysOf(since);
  if (epoch === null || seq === null || !/^\d{1,18}$/.test(seq)) throw foreign();
  return { epoch, seq };
}

function keysOf(since: string): readonly (string | null)[] {
  try {
    return decodeCursor(LIST, since, 2);
  } catch {
    throw foreign();
  }
}

function foreign(): BadInput {
  return new BadInput(
    'since',
    'Ce curseur n’est pas un curseur de ces changements : reprenez le dernier « nextCursor » reçu, ou recommencez du début avec « 0 ».',
  );
}
