import { Claim, claimFeed, ProvenanceTables1767225700000, Source } from '@graphess/provenance';
import {
  followOrganizations,
  followTerritories,
  OrganizationCopy,
  OrganizationRedirect1767227200000,
  OrganizationRoles1767228300000,
  ReferenceTables1767225800000,
  TerritoryCopy,
} from '@graphess/reference';
import { type Context, defineSubgraph } from '@graphess/subgraph-kit';
import { OrganizationResolver } from './foreign/organization.ts';
import { TerritoryResolver } from './foreign/territory.ts';
import { HeadcountShield } from './headcount/headcount-shield.entity.ts';
import { followHeadcountShields } from './headcount/headcount-shield.follow.ts';
import { LaureateCopy } from './laureate/laureate-copy.entity.ts';
import { followLaureates } from './laureate/laureate-copy.follow.ts';
import { Siae1767226300000 } from './migrations/1767226300000-siae.ts';
import { HeadcountShield1767227500000 } from './migrations/1767227500000-headcount-shield.ts';
import { HeadcountLevels1767227750000 } from './migrations/1767227750000-headcount-levels.ts';
import { NeedResolver } from './need/need.resolver.ts';
import { procurementPermissions } from './procurement.permissions.ts';
import { Sector } from './sector/sector.entity.ts';
import { loadSiaes } from './siae/load-siaes.ts';
import { Siae } from './siae/siae.entity.ts';
import { siaeById } from './siae/siae.queries.ts';
import { SiaeResolver } from './siae/siae.resolver.ts';

export const procurement = defineSubgraph({
  name: 'procurement',
  entities: [Source, Claim, TerritoryCopy, OrganizationCopy, LaureateCopy, HeadcountShield, Sector, Siae],
  resolvers: [SiaeResolver, NeedResolver, OrganizationResolver, TerritoryResolver],
  references: {
    Siae: ({ id }: { id: string }, ctx: Context) => siaeById(ctx).load(id),
    // No need can be posted yet, so that none exists.
    Need: () => null,
    Organization: ({ id }: { id: string }) => ({ id }),
    Territory: ({ id }: { id: string }) => ({ id }),
  },
  migrations: [
    ProvenanceTables1767225700000,
    ReferenceTables1767225800000,
    Siae1767226300000,
    OrganizationRedirect1767227200000,
    HeadcountShield1767227500000,
    OrganizationRoles1767228300000,
    HeadcountLevels1767227750000,
  ],
  feeds: { claim: claimFeed },
  follows: [followTerritories, followOrganizations, followLaureates, followHeadcountShields],
  load: loadSiaes,
  permissions: procurementPermissions,
});
