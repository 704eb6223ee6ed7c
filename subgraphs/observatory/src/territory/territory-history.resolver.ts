import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Territory } from './territory.entity.ts';
import { changesOf, formerCodesOf } from './territory-history.queries.ts';
import { FormerCode, TerritoryChange } from './territory-history.type.ts';

@Resolver(() => Territory)
export class TerritoryHistoryResolver {
  @FieldResolver(() => [FormerCode], {
    description:
      'Autres codes qui mènent à ce territoire, les plus anciens d’abord, 50 au plus : ceux qu’il a portés, et ceux des communes qui lui ont été réunies.',
  })
  formerCodes(@Root() { id }: Territory, @Ctx() ctx: Context): Promise<FormerCode[]> {
    return formerCodesOf(ctx).load(id);
  }

  @FieldResolver(() => [TerritoryChange], {
    description:
      'Mouvements de la commune, les plus anciens d’abord, 50 au plus ; vide tant que le fichier des mouvements de l’INSEE n’est pas importé.',
  })
  changes(@Root() { id }: Territory, @Ctx() ctx: Context): Promise<TerritoryChange[]> {
    return changesOf(ctx).load(id);
  }
}
