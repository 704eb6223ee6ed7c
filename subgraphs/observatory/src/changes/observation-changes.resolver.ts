import { BadInput, type Context, decodeCursor, encodeCursor } from '@graphess/subgraph-kit';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { ObservationChangePage } from './observation-change.type.ts';
import { changesAfter } from './observation-changes.queries.ts';

const LIST = 'observationChanges';
const MOST = 1_000;

@Resolver()
export class ObservationChangesResolver {
  @Query(() => ObservationChangePage, {
    description:
      'Ce qui a changé dans les observations publiées, dans l’ordre des publications : de quoi tenir une copie à jour. Une observation qui change plusieurs fois n’y est qu’une fois, telle qu’elle est aujourd’hui.',
  })
  async observationChanges(
    @Arg('since', () => String, {
      description: 'Le dernier `nextCursor` reçu ; `""` ou `"0"` pour tout prendre depuis le début.',
    })
    since: string,
    @Arg('first', () => Int, {
      defaultValue: 500,
      description: 'Nombre de changements voulus, de 1 à 1 000.',
    })
    first: number,
    @Arg('isDemonstration', () => Boolean, {
      defaultValue: false,
      description: 'Vrai pour les valeurs inventées pour la démonstration, et elles seules.',
    })
    isDemonstration: boolean,
    @Ctx() { db }: Context,
  ): Promise<ObservationChangePage> {
    if (first < 1 || first > MOST)
      throw new BadInput('first', '« first » doit être compris entre 1 et 1 000.');
    const position = positionOf(since, isDemonstration);
    const { epoch, changes, next, hasMore } = await changesAfter(
      db,
      position?.seq ?? '0',
      first,
      isDemonstration,
    );
    // A log that was made anew has other numbers: a copy of the former one starts over.
    if (position !== null && position.epoch !== epoch) throw foreign();
    return { changes, hasMore, nextCursor: encodeCursor(listOf(isDemonstration), [epoch, next]) };
  }
}

const listOf = (isDemonstration: boolean) => (isDemonstration ? `${LIST}/DEMONSTRATION` : LIST);

function positionOf(since: string, isDemonstration: boolean): { epoch: string; seq: string } | null {
  if (since === '' || since === '0') return null;
  const [epoch = null, seq = null] = keysOf(since, isDemonstration);
  if (epoch === null || seq === null || !/^\d{1,18}$/.test(seq)) throw foreign();
  return { epoch, seq };
}

function keysOf(since: string, isDemonstration: boolean): readonly (string | null)[] {
  try {
    return decodeCursor(listOf(isDemonstration), since, 2);
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
