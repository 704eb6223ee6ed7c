import { Claim, claimsOfSubject, provenanceOf, Source } from '@graphess/provenance';
import { rnaArgument, siretArgument, territoryArgument } from '@graphess/reference';
import {
  BadInput,
  type Connection,
  type Context,
  connectionOf,
  countRows,
  keysetPage,
  PageArguments,
  searchArgument,
  toConnection,
} from '@graphess/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Territory } from '../territory/territory.entity.ts';
import { territoriesById, territoryById } from '../territory/territory.queries.ts';
import { organizationIdArgument } from './organization.arguments.ts';
import { Organization } from './organization.entity.ts';
import {
  areasOfOrganization,
  linksOfOrganization,
  organizationById,
  organizationList,
  principalOrganization,
  rolesOfOrganization,
} from './organization.queries.ts';
import { OrgRole } from './organization.role.ts';
import { OrganizationFilter } from './organization-filter.input.ts';
import { OrganizationLink } from './organization-link.entity.ts';
import { OrganizationRole } from './organization-role.entity.ts';

const { Connection: OrganizationConnection } = connectionOf(() => Organization, {
  name: 'Organization',
  items: 'organisations',
});

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
      rnas: filter?.rnas?.map((rna) => rnaArgument('filter.rnas', rna)) ?? null,
      roles: filter?.roles ?? null,
      within: within === null ? null : territoryArgument('filter.within', within),
      isDemonstration: filter?.isDemonstration ?? null,
    });
    const page = await keysetPage<Organization>(db, list, asked);
    return toConnection(
      page,
      () => countRows(db, list),
      (row) => Object.assign(new Organization(), row),
    );
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
  async roles(@Root() { id }: Organization, @Ctx() ctx: Context): Promise<OrgRole[]> {
    return [...new Set((await rolesOfOrganization(ctx).load(id)).map(({ role }) => role))];
  }

  @FieldResolver(() => [OrganizationRole], {
    description: 'Les mêmes rôles, avec leur période et leur source.',
  })
  roleSpans(@Root() { id }: Organization, @Ctx() ctx: Context): Promise<OrganizationRole[]> {
    return rolesOfOrganization(ctx).load(id);
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
  claims(@Root() { id }: Organization, @Ctx() ctx: Context): Promise<Claim[]> {
    return claimsOfSubject(ctx).load(id);
  }

  @FieldResolver(() => [Source], { description: 'Sources de la fiche.' })
  sources(@Root() { sourceIds }: Organization, @Ctx() ctx: Context): Promise<Source[]> {
    return provenanceOf(ctx, sourceIds);
  }
}
