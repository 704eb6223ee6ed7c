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
import { purgeEveryNight, sweepEveryNight } from './personal-data/personal-data.jobs.ts';
import { ownPersonalData } from './personal-data/personal-data.route.ts';
import { scdlFileRoute, scdlSchemaRoute } from './scdl/scdl-file.route.ts';
import { receipt } from './submission/receipt.route.ts';
import { threeSixtyGivingRoute } from './three-sixty-giving/three-sixty-giving.route.ts';

export const grants = defineSubgraph({
  name: 'grants',
  entities: grantsEntities,
  resolvers: grantsResolvers,
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
  jobs: [pruneAttachments, pruneIdempotencyKeys, purgeEveryNight, sweepEveryNight],
  load: loadGrants,
  permissions: grantsPermissions,
});
