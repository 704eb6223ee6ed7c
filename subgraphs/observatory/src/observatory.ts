import { Claim, ClaimResolver, ProvenanceTables1767225700000, Source } from '@graphess/provenance';
import { type Context, defineSubgraph } from '@graphess/subgraph-kit';
import { Territory1767226000000 } from './migrations/1767226000000-territory.ts';
import { loadTerritories } from './territory/load-territories.ts';
import { Territory } from './territory/territory.entity.ts';
import { territoryFeed } from './territory/territory.feed.ts';
import { territoryById } from './territory/territory.queries.ts';
import { TerritoryResolver } from './territory/territory.resolver.ts';
import { TerritoryLink } from './territory/territory-link.entity.ts';

export const observatory = defineSubgraph({
  name: 'observatory',
  entities: [Source, Claim, Territory, TerritoryLink],
  resolvers: [ClaimResolver, TerritoryResolver],
  references: {
    Territory: ({ id, code }: { id?: string; code?: string }, ctx: Context) => territoryById(ctx).load(id ?? code ?? ''),
  },
  migrations: [ProvenanceTables1767225700000, Territory1767226000000],
  feeds: { territory: territoryFeed },
  async load(db, settings) {
    return [...(await loadTerritories(db, settings))];
  },
});
