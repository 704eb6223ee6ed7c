import { type ChangeSource, defineSubgraph } from '@graphess/subgraph-kit';
import { Claim } from './claim.entity.ts';
import { claimFeed, followClaims } from './claim.feed.ts';
import type { SourceRecord, SubjectClaim } from './load-provenance.ts';
import { ProvenanceTables1767225700000 } from './provenance-tables.migration.ts';
import { Source } from './source.entity.ts';
import { UnknownValue } from './unknown-value.entity.ts';
import { followUnknowns, unknownFeed } from './unknown-value.feed.ts';
import { UnknownValue1767227700000 } from './unknown-value.migration.ts';

const common = {
  entities: [Source, Claim, UnknownValue],
  resolvers: [],
  migrations: [ProvenanceTables1767225700000, UnknownValue1767227700000],
  feeds: { claim: claimFeed, unknown: unknownFeed },
};

/** A subgraph with claims of its own. */
export const notes = defineSubgraph({ name: 'notes', ...common });

/** A subgraph that keeps its own claims and those of two others. */
export const ledger = defineSubgraph({
  name: 'ledger',
  ...common,
  follows: [followClaims('notes'), followClaims('papers'), followUnknowns('notes')],
});

export function aSource(id: string, overrides: Partial<SourceRecord> = {}): SourceRecord {
  return {
    id,
    producer: 'Producteur',
    title: `Source ${id}`,
    document: null,
    vintage: null,
    url: null,
    accessedOn: null,
    publishedOn: null,
    licence: null,
    citation: `Citer ${id}`,
    ...overrides,
  };
}

export function aClaim(statement: string, overrides: Partial<SubjectClaim> = {}): SubjectClaim {
  return { subject: 'EVT:fete', field: 'startsOn', statement, source: 's1', current: false, ...overrides };
}

export function named(source: ChangeSource, name: string): ChangeSource {
  return { ...source, name };
}
