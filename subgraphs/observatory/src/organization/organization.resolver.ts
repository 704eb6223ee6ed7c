import { Claim, claimsOfSubject, provenanceOf, Source } from '@graphess/provenance';
import { rnaArgument, sirenArgument, siretArgument, territoryArgument } from '@graphess/reference';
import {
  BadInput,
  type Connection,
  type Context,
  connectionOf,
  countRows,
  DateScalar,
  keysetPage,
  PageArguments,
  searchArgument,
  toConnection,
} from '@graphess/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { presentTerritoryId } from '../territory/resolve-codes.ts';
import { Territory } from '../territory/territory.entity.ts';
import { territoriesById, territoryById } from '../territory/territory.queries.ts';
import { organizationIdArgument } from './organization.arguments.ts';
import { Organization } from './organization.entity.ts';
import {
  mergesOfOrganization,
  type OrganizationRow,
  organizationById,
  principalOrganization,
  toOrganization,
} from './organization.queries.ts';
import { OrgRole } from './organization.role.ts';
import { OrganizationFilter } from './organization-filter.input.ts';
import { OrganizationLink } from './organization-link.entity.ts';
import { organizationList } from './organization-list.queries.ts';
import { OrganizationMerge } from './organization-merge.entity.ts';
import {
  areasOfOrganization,
  linksOfOrganization,
  rolesOfOrganization,
} from './organization-parts.queries.ts';
import { OrganizationRole } from './organization-role.entity.ts';
import { isInForce } from './organization-role.rules.ts';

const { Connection: OrganizationConnection } = connectionOf(() => Organization, {
  name: 'Organization',
  items: 'organisations',
});

const ON =
  'Jour voulu : les rôles tenus ce jour-là, une borne inconnue n’en écartant aucun ; tous si absent.';

@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => Organization, {
    nullable: true,
    description:
      'Une organisation par son identifiant, son SIRET ou son numéro RNA (un seul des trois), nulle si elle n’est pas connue. Un SIRET peut être partagé : la réponse est alors l’organisation principale, et `organizations(filter: { sirets })` les donne toutes.',
  })
  async organization(
    @Arg('siret', () => String, { nullable: true, description: 'SIRET, avec ou sans espaces.' }) siret:
      | string
      | null,
    @Arg('rna', () => String, { nullable: true, description: 'Numéro RNA.' }) rna: string | null,
    @Arg('id', () => ID, { nullable: true, description: 'Identifiant `ORG:…`.' }) id: string | null,
    @Ctx() ctx: Context,
  ): Promise<Organization | null> {
    if ([siret, rna, id].filter((key) => (key ?? null) !== null).length !== 1) {
      throw new BadInput('id', 'Indiquez un critère et un seul : « id », « siret » ou « rna ».');
    }
    if ((siret ?? null) !== null)
      return principalOrganization(ctx.db, 'siret', siretArgument('siret', siret ?? ''));
    if ((rna ?? null) !== null) return principalOrganization(ctx.db, 'rna', rnaArgument('rna', rna ?? ''));
    return organizationById(ctx).load(organizationIdArgument('id', id ?? ''));
  }

  @Query(() => OrganizationConnection, { description: 'Les organisations, par nom.' })
  async organizations(
    @Arg('search', () => String, {
      nullable: true,
      description:
        'Ce qui est saisi, cherché dans le nom et les autres noms sans tenir compte des accents, de la casse, des points ni des apostrophes.',
    })
    search: string | null,
    @Arg('filter', () => OrganizationFilter, { nullable: true, description: 'Critères ; toutes si absent.' })
    filter: OrganizationFilter | null,
    @Args(() => PageArguments) asked: PageArguments,
    @Ctx() { db }: Context,
  ): Promise<Connection<Organization>> {
    const within = filter?.within ?? null;
    const list = organizationList({
      search: searchArgument('search', search),
      sirets: filter?.sirets?.map((siret) => siretArgument('filter.sirets', siret)) ?? null,
      sirens: filter?.sirens?.map((siren) => sirenArgument('filter.sirens', siren)) ?? null,
      rnas: filter?.rnas?.map((rna) => rnaArgument('filter.rnas', rna)) ?? null,
      roles: filter?.roles ?? null,
      within:
        within === null ? null : await presentTerritoryId(db, territoryArgument('filter.within', within)),
      isDemonstration: filter?.isDemonstration ?? null,
    });
    const page = await keysetPage<OrganizationRow>(db, list, asked);
    return toConnection(page, () => countRows(db, list), toOrganization);
  }

  @FieldResolver(() => Territory, {
    nullable: true,
    description: 'Territoire du siège, nul s’il n’est pas connu.',
  })
  seat(@Root() { seatId }: Organization, @Ctx() ctx: Context): Promise<Territory | null> | null {
    return seatId === null ? null : territoryById(ctx).load(seatId);
  }

  @FieldResolver(() => [Territory], {
    description:
      'Territoires d’action tels que les sources les donnent ; ce ne sont pas toujours ceux du siège.',
  })
  async operatesIn(@Root() { id }: Organization, @Ctx() ctx: Context): Promise<Territory[]> {
    const areas = await areasOfOrganization(ctx).load(id);
    return territoriesById(
      ctx,
      areas.map(({ territoryId }) => territoryId),
    );
  }

  @FieldResolver(() => [OrgRole], { description: 'Les rôles de l’organisation, chacun une fois.' })
  async roles(
    @Root() { id }: Organization,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: string | null,
    @Ctx() ctx: Context,
  ): Promise<OrgRole[]> {
    const spans = await rolesOfOrganization(ctx).load(id);
    return [...new Set(spans.filter(isInForce(on ?? null)).map(({ role }) => role))];
  }

  @FieldResolver(() => [OrganizationRole], {
    description: 'Les mêmes rôles, avec leur période et leur source.',
  })
  async roleSpans(
    @Root() { id }: Organization,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: string | null,
    @Ctx() ctx: Context,
  ): Promise<OrganizationRole[]> {
    return (await rolesOfOrganization(ctx).load(id)).filter(isInForce(on ?? null));
  }

  @FieldResolver(() => [OrganizationLink], {
    description: 'Toutes les pages internet que les sources donnent.',
  })
  links(@Root() { id }: Organization, @Ctx() ctx: Context): Promise<OrganizationLink[]> {
    return linksOfOrganization(ctx).load(id);
  }

  @FieldResolver(() => [Claim], {
    description: 'Ce que les sources affirment de l’organisation, champ par champ.',
  })
  async claims(@Root() { id, formerIds }: Organization, @Ctx() ctx: Context): Promise<Claim[]> {
    const claims = claimsOfSubject(ctx);
    return (await Promise.all([id, ...formerIds].map((subject) => claims.load(subject)))).flat();
  }

  @FieldResolver(() => [OrganizationMerge], {
    description:
      'Les fusions et séparations de la fiche, la plus récente d’abord, 100 au plus. Réservé aux agents et aux administrateurs.',
  })
  merges(@Root() { id }: Organization, @Ctx() ctx: Context): Promise<OrganizationMerge[]> {
    return mergesOfOrganization(ctx).load(id);
  }

  @FieldResolver(() => [Source], { description: 'Sources de la fiche.' })
  sources(@Root() { sourceIds }: Organization, @Ctx() ctx: Context): Promise<Source[]> {
    return provenanceOf(ctx, sourceIds);
  }
}
