import {
  Claim,
  ClaimResolver,
  followClaims,
  followUnknowns,
  ProvenanceTables1767225700000,
  Source,
  UnknownValue,
  UnknownValue1767227700000,
} from '@graphess/provenance';
import { type Context, defineSubgraph, pruneIdempotencyKeys } from '@graphess/subgraph-kit';
import { ObservationChangesResolver } from './changes/observation-changes.resolver.ts';
import { ClaimDecision } from './claim/claim-decision.entity.ts';
import { ClaimLedgerResolver } from './claim/claim-ledger.resolver.ts';
import { ClaimWritesResolver } from './claim/claim-writes.resolver.ts';
import { CompletenessResolver } from './completeness/completeness.resolver.ts';
import { AvailabilityResolver } from './cube/availability.resolver.ts';
import { SeriesResolver } from './cube/series.resolver.ts';
import { Dataset } from './dataset/dataset.entity.ts';
import { DatasetResolver, VintageResolver } from './dataset/dataset.resolver.ts';
import { Vintage } from './dataset/vintage.entity.ts';
import { catalogue, datasetSchema } from './export/catalogue.routes.ts';
import { datasetFile } from './export/dataset-file.route.ts';
import { makeExport, pruneExports } from './export/export.jobs.ts';
import { ExportResolver } from './export/export.resolver.ts';
import { exportDownload } from './export/export-download.route.ts';
import { ExportJob } from './export/export-job.entity.ts';
import { Application } from './foreign/application.ts';
import { Event } from './foreign/event.ts';
import { Need } from './foreign/need.ts';
import { Siae } from './foreign/siae.ts';
import { HeadcountShield } from './headcount/headcount-shield.entity.ts';
import { headcountShieldFeed } from './headcount/headcount-shield.feed.ts';
import { IndicatorResolver } from './indicator/indicator.resolver.ts';
import { ReleaseResolver } from './indicator/release.resolver.ts';
import { loadFacts } from './load-facts.ts';
import { Territory1767226000000 } from './migrations/1767226000000-territory.ts';
import { Organization1767226100000 } from './migrations/1767226100000-organization.ts';
import { Observation1767226200000 } from './migrations/1767226200000-observation.ts';
import { RetiredTerritory1767226300000 } from './migrations/1767226300000-retired-territory.ts';
import { ListOrder1767226400000 } from './migrations/1767226400000-list-order.ts';
import { Cube1767227000000 } from './migrations/1767227000000-cube.ts';
import { TerritoryHistory1767227100000 } from './migrations/1767227100000-territory-history.ts';
import { Register1767227200000 } from './migrations/1767227200000-register.ts';
import { Publication1767227300000 } from './migrations/1767227300000-publication.ts';
import { ExportUpload1767227400000 } from './migrations/1767227400000-export-upload.ts';
import { HeadcountShield1767227500000 } from './migrations/1767227500000-headcount-shield.ts';
import { Series1767227600000 } from './migrations/1767227600000-series.ts';
import { PublicFaces1767227750000 } from './migrations/1767227750000-public-faces.ts';
import { DecisionVersions1767227760000 } from './migrations/1767227760000-decision-versions.ts';
import { Publisher1767227800000 } from './migrations/1767227800000-publisher.ts';
import { OrganizationRoleChanges1767228300000 } from './migrations/1767228300000-organization-role-changes.ts';
import { NodeResolver } from './node/node.resolver.ts';
import { DerivationResolver } from './observation/derivation.resolver.ts';
import { Observation } from './observation/observation.entity.ts';
import { ObservationResolver } from './observation/observation.resolver.ts';
import { ObservationListResolver } from './observation/observation-list.resolver.ts';
import { ObservationRevision } from './observation/observation-revision.entity.ts';
import { RevisionSourcesResolver } from './observation/revision-sources.resolver.ts';
import { TerritoryIndicatorsResolver } from './observation/territory-indicators.resolver.ts';
import { observatoryPermissions } from './observatory.permissions.ts';
import { Organization } from './organization/organization.entity.ts';
import { organizationFeed } from './organization/organization.feed.ts';
import { organizationById } from './organization/organization.queries.ts';
import { OrganizationResolver } from './organization/organization.resolver.ts';
import { OrganizationArea } from './organization/organization-area.entity.ts';
import { OrganizationContact } from './organization/organization-contact.entity.ts';
import { OrganizationLink } from './organization/organization-link.entity.ts';
import { OrganizationMerge } from './organization/organization-merge.entity.ts';
import {
  OrganizationLinkResolver,
  OrganizationRoleResolver,
} from './organization/organization-part.resolver.ts';
import { OrganizationRole } from './organization/organization-role.entity.ts';
import { OrganizationWritesResolver } from './organization/organization-writes.resolver.ts';
import { DisclosureAudit } from './publication/disclosure-audit.entity.ts';
import { Publication } from './publication/publication.entity.ts';
import { prunePublications, publishUpload } from './publication/publication.jobs.ts';
import { DisclosureAuditResolver, PublicationResolver } from './publication/publication.resolver.ts';
import { QualityFindingResolver } from './quality/quality.resolver.ts';
import { QualityFinding } from './quality/quality-finding.entity.ts';
import { QualityResolution } from './quality/quality-resolution.entity.ts';
import { QualityWritesResolver } from './quality/quality-writes.resolver.ts';
import { loadTerritories } from './territory/load-territories.ts';
import { deleteRetiredTerritories } from './territory/retire-territories.ts';
import { Territory } from './territory/territory.entity.ts';
import { territoryFeed } from './territory/territory.feed.ts';
import { territoryById, territoryOfCode } from './territory/territory.queries.ts';
import { TerritoryResolver } from './territory/territory.resolver.ts';
import { TerritoryHistoryResolver } from './territory/territory-history.resolver.ts';
import { TerritoryLink } from './territory/territory-link.entity.ts';
import { TerritorySourcesResolver } from './territory/territory-sources.resolver.ts';
import { UnknownResolver } from './unknown/unknown.resolver.ts';
import { Upload } from './upload/upload.entity.ts';
import { pruneUploads } from './upload/upload.jobs.ts';
import { UploadResolver } from './upload/upload.resolver.ts';
import { receiveUpload } from './upload/upload.route.ts';

export const observatory = defineSubgraph({
  name: 'observatory',
  entities: [
    Source,
    Claim,
    UnknownValue,
    Territory,
    TerritoryLink,
    Organization,
    OrganizationArea,
    OrganizationRole,
    OrganizationLink,
    OrganizationContact,
    OrganizationMerge,
    ...[QualityFinding, QualityResolution, ClaimDecision],
    Dataset,
    Vintage,
    Observation,
    ObservationRevision,
    DisclosureAudit,
    Publication,
    ExportJob,
    Upload,
    HeadcountShield,
  ],
  resolvers: [
    ClaimResolver,
    ClaimLedgerResolver,
    TerritoryResolver,
    TerritoryHistoryResolver,
    TerritoryIndicatorsResolver,
    TerritorySourcesResolver,
    RevisionSourcesResolver,
    OrganizationResolver,
    OrganizationRoleResolver,
    OrganizationLinkResolver,
    OrganizationWritesResolver,
    ...[QualityFindingResolver, QualityWritesResolver, ClaimWritesResolver],
    IndicatorResolver,
    DatasetResolver,
    VintageResolver,
    ObservationResolver,
    DerivationResolver,
    SeriesResolver,
    AvailabilityResolver,
    CompletenessResolver,
    ReleaseResolver,
    ObservationListResolver,
    UnknownResolver,
    ExportResolver,
    UploadResolver,
    ...[PublicationResolver, DisclosureAuditResolver, ObservationChangesResolver],
    NodeResolver,
  ],
  orphanedTypes: [Application, Event, Siae, Need],
  references: {
    Territory: ({ id, code }: { id?: string; code?: string }, ctx: Context) =>
      id === undefined ? territoryOfCode(ctx, code ?? '', null) : territoryById(ctx).load(id),
    Organization: ({ id }: { id: string }, ctx: Context) => organizationById(ctx).load(id),
  },
  migrations: [
    ProvenanceTables1767225700000,
    Territory1767226000000,
    Organization1767226100000,
    Observation1767226200000,
    RetiredTerritory1767226300000,
    ListOrder1767226400000,
    Cube1767227000000,
    TerritoryHistory1767227100000,
    Register1767227200000,
    Publication1767227300000,
    HeadcountShield1767227500000,
    Series1767227600000,
    OrganizationRoleChanges1767228300000,
    UnknownValue1767227700000,
    ExportUpload1767227400000,
    PublicFaces1767227750000,
    DecisionVersions1767227760000,
    Publisher1767227800000,
  ],
  jobs: [publishUpload, prunePublications, makeExport, pruneExports, pruneUploads, pruneIdempotencyKeys],
  routes: [datasetFile, datasetSchema, catalogue, exportDownload, receiveUpload],
  feeds: { territory: territoryFeed, organization: organizationFeed, headcount_shield: headcountShieldFeed },
  follows: [
    followClaims('grants'),
    followClaims('events'),
    followClaims('procurement'),
    followUnknowns('grants'),
  ],
  permissions: observatoryPermissions,
  async load(db, settings) {
    const territories = await loadTerritories(db, settings);
    const facts = await loadFacts(db, settings);
    await deleteRetiredTerritories(db, settings);
    return [...territories, ...facts];
  },
});
