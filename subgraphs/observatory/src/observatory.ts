import {
  Claim,
  ClaimResolver,
  followClaims,
  ProvenanceTables1767225700000,
  Source,
} from '@graphess/provenance';
import { type Context, defineSubgraph } from '@graphess/subgraph-kit';
import { ClaimLedgerResolver } from './claim/claim-ledger.resolver.ts';
import { Dataset } from './dataset/dataset.entity.ts';
import { DatasetResolver, VintageResolver } from './dataset/dataset.resolver.ts';
import { Vintage } from './dataset/vintage.entity.ts';
import { Application } from './foreign/application.ts';
import { Event } from './foreign/event.ts';
import { Need } from './foreign/need.ts';
import { Siae } from './foreign/siae.ts';
import { IndicatorResolver } from './indicator/indicator.resolver.ts';
import { loadFacts } from './load-facts.ts';
import { Territory1767226000000 } from './migrations/1767226000000-territory.ts';
import { Organization1767226100000 } from './migrations/1767226100000-organization.ts';
import { Observation1767226200000 } from './migrations/1767226200000-observation.ts';
import { RetiredTerritory1767226300000 } from './migrations/1767226300000-retired-territory.ts';
import { ListOrder1767226400000 } from './migrations/1767226400000-list-order.ts';
import { NodeResolver } from './node/node.resolver.ts';
import { Observation } from './observation/observation.entity.ts';
import { ObservationResolver } from './observation/observation.resolver.ts';
import { ObservationRevision } from './observation/observation-revision.entity.ts';
import { TerritoryIndicatorsResolver } from './observation/territory-indicators.resolver.ts';
import { observatoryPermissions } from './observatory.permissions.ts';
import { Organization } from './organization/organization.entity.ts';
import { organizationFeed } from './organization/organization.feed.ts';
import { organizationById } from './organization/organization.queries.ts';
import { OrganizationResolver } from './organization/organization.resolver.ts';
import { OrganizationArea } from './organization/organization-area.entity.ts';
import { OrganizationContact } from './organization/organization-contact.entity.ts';
import { OrganizationLink } from './organization/organization-link.entity.ts';
import {
  OrganizationLinkResolver,
  OrganizationRoleResolver,
} from './organization/organization-part.resolver.ts';
import { OrganizationRole } from './organization/organization-role.entity.ts';
import { loadTerritories } from './territory/load-territories.ts';
import { deleteRetiredTerritories } from './territory/retire-territories.ts';
import { Territory } from './territory/territory.entity.ts';
import { territoryFeed } from './territory/territory.feed.ts';
import { territoryById } from './territory/territory.queries.ts';
import { TerritoryResolver } from './territory/territory.resolver.ts';
import { TerritoryLink } from './territory/territory-link.entity.ts';

export const observatory = defineSubgraph({
  name: 'observatory',
  entities: [
    Source,
    Claim,
    Territory,
    TerritoryLink,
    Organization,
    OrganizationArea,
    OrganizationRole,
    OrganizationLink,
    OrganizationContact,
    Dataset,
    Vintage,
    Observation,
    ObservationRevision,
  ],
  resolvers: [
    ClaimResolver,
    ClaimLedgerResolver,
    TerritoryResolver,
    TerritoryIndicatorsResolver,
    OrganizationResolver,
    OrganizationRoleResolver,
    OrganizationLinkResolver,
    IndicatorResolver,
    DatasetResolver,
    VintageResolver,
    ObservationResolver,
    NodeResolver,
  ],
  orphanedTypes: [Application, Event, Siae, Need],
  references: {
    Territory: ({ id, code }: { id?: string; code?: string }, ctx: Context) =>
      territoryById(ctx).load(id ?? code ?? ''),
    Organization: ({ id }: { id: string }, ctx: Context) => organizationById(ctx).load(id),
  },
  migrations: [
    ProvenanceTables1767225700000,
    Territory1767226000000,
    Organization1767226100000,
    Observation1767226200000,
    RetiredTerritory1767226300000,
    ListOrder1767226400000,
  ],
  feeds: { territory: territoryFeed, organization: organizationFeed },
  follows: [followClaims('grants'), followClaims('events'), followClaims('procurement')],
  permissions: observatoryPermissions,
  async load(db, settings) {
    const territories = await loadTerritories(db, settings);
    const facts = await loadFacts(db, settings);
    await deleteRetiredTerritories(db, settings);
    return [...territories, ...facts];
  },
});
