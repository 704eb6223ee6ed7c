import { provenanceOf, Source } from '@graphess/provenance';
import { siretArgument } from '@graphess/reference';
import {
  type Context,
  checkFirst,
  countRows,
  FirstArgument,
  keysetPage,
  PageArguments,
} from '@graphess/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Contract } from '../contract/contract.type.ts';
import { Organization } from '../foreign/organization.type.ts';
import { SiaeConnection, toSiaeConnection } from './siae.connection.ts';
import { Siae } from './siae.entity.ts';
import { checkSiaeFilter, SiaeFilter } from './siae.filter.ts';
import { SiaeOrder } from './siae.order.ts';
import { siaeBySiret } from './siae.queries.ts';
import { countByFacet } from './siae-facets.queries.ts';
import { EVERYBODY, type SiaeListRow, siaeList } from './siae-list.queries.ts';

@Resolver(() => Siae)
export class SiaeResolver {
  @Query(() => SiaeConnection, {
    description: 'Annuaire des structures d’insertion et du secteur adapté et protégé, filtré et trié.',
  })
  async siaes(
    @Arg('filter', () => SiaeFilter, { nullable: true, description: 'Critères ; tout l’annuaire si absent.' })
    filter: SiaeFilter | null,
    @Arg('orderBy', () => SiaeOrder, {
      defaultValue: SiaeOrder.RELEVANCE_DESC,
      description: 'Ordre de la liste.',
    })
    orderBy: SiaeOrder,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { db }: Context,
  ): Promise<SiaeConnection> {
    const list = siaeList(checkSiaeFilter(filter ?? {}), orderBy);
    return toSiaeConnection(
      await keysetPage<SiaeListRow>(db, list, page),
      () => countRows(db, list),
      async (facet) => (await countByFacet(db, list, facet)).get(EVERYBODY) ?? [],
    );
  }

  @Query(() => Siae, {
    nullable: true,
    description: 'La structure qui porte un SIRET, nulle si l’annuaire n’en a pas.',
  })
  siae(
    @Arg('siret', () => String, { description: 'SIRET, 14 chiffres, avec ou sans espaces.' }) siret: string,
    @Ctx() ctx: Context,
  ): Promise<Siae | null> {
    return siaeBySiret(ctx).load(siretArgument('siret', siret));
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Organisation qui porte la structure.' })
  organization(@Root() { organizationId }: Siae): Organization {
    return { id: organizationId };
  }

  @FieldResolver(() => [Source], { description: 'Sources de la fiche.' })
  sources(@Root() { sourceIds }: Siae, @Ctx() ctx: Context): Promise<Source[]> {
    return provenanceOf(ctx, sourceIds);
  }

  @FieldResolver(() => [Contract], {
    description: 'Derniers marchés publics remportés ; vide tant qu’aucun marché n’est connu.',
  })
  contracts(@FirstArgument(5) first: number): Contract[] {
    checkFirst(first);
    return [];
  }
}
