import { claimFeed, unknownFeed } from '@graphess/provenance';
import { followOrganizations, followTerritories } from '@graphess/reference';
import type { Context } from '@graphess/subgraph-kit';
import { defineSubgraph, pruneIdempotencyKeys } from '@graphess/subgraph-kit';
import { followEvents } from './agenda/event-copy.follow.ts';
import { laureateFeed } from './application/laureate.feed.ts';
import { visibleApplicationById } from './application/visible-applications.queries.ts';
import { pruneAttachments } from './attachment/attachment.jobs.ts';
import { attachmentFile, receiveAttachment } from './attachment/attachment.route.ts';
import { auditionFeed } from './audition/audition.feed.ts';
import type { Organization } from './foreign/organization.ts';
import type { Territory } from './foreign/territory.ts';
import { grantsEntities } from './grants.entities.ts';
import { grantsMigrations } from './grants.migrations.ts';
import { grantsPermissions } from './grants.permissions.ts';
import { grantsResolvers } from './grants.resolvers.ts';
import { letterCheck, letterFile } from './letter/letter.routes.ts';
import { loadGrants } from './load/load-grants.ts';
import { purgeEveryNight } from './personal-data/personal-data.jobs.ts';
import { ownPersonalData } from './personal-data/personal-data.route.ts';
import { scdlFileRoute, scdlSchemaRoute } from './scdl/scdl-file.route.ts';
import { receipt } from './submission/receipt.route.ts';
import { threeSixtyGivingRoute } from './three-sixty-giving/three-sixty-giving.route.ts';

export const grants = defineSubgraph({
  name: 'grants',
  entities: grantsEntities,
  resolvers: grantsResolvers,
import { GrantChangesResolver } from './grant-changes/grant-changes.resolver.ts';

import { grantsPermissions } from './grants.permissions.ts';
import {
  PublishedGrantResolver,
  PublishedGrantTotalResolver,
} from './import-scdl/published-grants.resolver.ts';
import { JointProject } from './joint-project/joint-project.entity.ts';
import { JointProjectResolver } from './joint-project/joint-project.resolver.ts';
import { LaureateResolver } from './laureate/laureate.resolver.ts';
import { loadGrants } from './load/load-grants.ts';
import { Call1767226100000 } from './migrations/1767226100000-call.ts';
import { Application1767226200000 } from './migrations/1767226200000-application.ts';
import { JointProject1767226300000 } from './migrations/1767226300000-joint-project.ts';
import { Workflow1767228000000 } from './migrations/1767228000000-workflow.ts';
import { GridAndFollowUp1767228050000 } from './migrations/1767228050000-grid-and-follow-up.ts';
import { LaureatePublication1767228600000 } from './migrations/1767228600000-laureate-publication.ts';
import { PublishedGrant1767228610000 } from './migrations/1767228610000-published-grant.ts';
import { Milestone } from './milestone/milestone.entity.ts';
import { MilestoneResolver } from './milestone/milestone.resolver.ts';
import { ScdlResolver } from './scdl/scdl.resolver.ts';
import { scdlFileRoute, scdlSchemaRoute } from './scdl/scdl-file.route.ts';
import { StatisticsResolver } from './statistics/statistics.resolver.ts';
import { Theme } from './theme/theme.entity.ts';
import { ThemeResolver } from './theme/theme.resolver.ts';
import { threeSixtyGivingRoute } from './three-sixty-giving/three-sixty-giving.route.ts';
import { WorkflowResolver } from './workflow/workflow.resolver.ts';
import { WorkflowState } from './workflow/workflow-state.entity.ts';
import { WorkflowTransition } from './workflow/workflow-transition.entity.ts';

export const grants = defineSubgraph({
  name: 'grants',
  entities: [
    ...[Source, Claim, UnknownValue, TerritoryCopy, OrganizationCopy],
    ...[Call, Milestone, Theme, Benefit, EligibilityTerms, EligibilityRule],
    ...[Application, ApplicationTheme, JointProject],
    ...[WorkflowState, WorkflowTransition],
  ],
  resolvers: [
    ...[ClaimResolver, CallResolver, MilestoneResolver, ThemeResolver, BenefitResolver, EligibilityResolver],
    ...[
      ApplicationResolver,
      ApplicationListResolver,
      LaureateResolver,
      JointProjectResolver,
      OrganizationResolver,
      TerritoryResolver,
      WorkflowResolver,
    ],
    ScdlResolver,
    StatisticsResolver,
    GrantChangesResolver,
    ...[PublishedGrantResolver, PublishedGrantTotalResolver],
  ],
  references: {
    Application: ({ id }: { id: string }, ctx: Context) => visibleApplicationById(ctx).load(id),
    Organization: (reference: Organization) => reference,
    Territory: (reference: Territory) => reference,
  },
  migrations: grantsMigrations,
  feeds: {
    claim: claimFeed,
    unknown: unknownFeed,
    laureate: laureateFeed,
    audition: auditionFeed,
  },
  follows: [followTerritories, followOrganizations, followEvents],
  routes: [
    receipt,
    receiveAttachment,
    attachmentFile,
    ownPersonalData,
    letterFile,
    letterCheck,
    scdlFileRoute,
    scdlSchemaRoute,
    threeSixtyGivingRoute,
  ],
  jobs: [pruneAttachments, pruneIdempotencyKeys, purgeEveryNight],
  migrations: [
    ...[ProvenanceTables1767225700000, ReferenceTables1767225800000],
    ...[Call1767226100000, Application1767226200000, JointProject1767226300000],
    UnknownValue1767227700000,
    OrganizationRedirect1767227200000,
    ...[Workflow1767228000000, GridAndFollowUp1767228050000],
    ...[LaureatePublication1767228600000, PublishedGrant1767228610000],
  ],
  routes: [...[scdlFileRoute, scdlSchemaRoute, threeSixtyGivingRoute]],
  feeds: { claim: claimFeed, unknown: unknownFeed, laureate: laureateFeed },
  follows: [followTerritories, followOrganizations],
  load: loadGrants,
  permissions: grantsPermissions,
});
