import { createHash } from 'node:crypto';
import {
  type LoadReport,
  type LoadSettings,
  readDataFile,
  replaceRows,
  upsertRows,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';

/** A source as the data files write it. */
export type SourceRecord = {
  id: string;
  producer: string;
  title: string;
  document: string | null;
  vintage: string | null;
  url: string | null;
  accessedOn: string | null;
  publishedOn: string | null;
  licence: string | null;
  citation: string;
};

/** A claim as the data files write it, inside the record of its subject. */
export type ClaimRecord = { field: string; statement: string; source: string; current: boolean };

/** A claim with the id of its subject. */
export type SubjectClaim = ClaimRecord & { subject: string };

/** The source of everything that a generator of ours invents. */
export const DEMONSTRATION_SOURCE: SourceRecord = {
  id: 'demonstration',
  producer: 'Graph’ESS',
  title: 'Données de démonstration inventées',
  document: null,
  vintage: null,
  url: null,
  accessedOn: null,
  publishedOn: null,
  licence: null,
  citation:
    'Données inventées par Graph’ESS pour la démonstration : elles ne décrivent aucune structure réelle.',
};

/** The sources in the data files of an area, and the source of demonstration data. */
export function readSources({ dataDir, area }: Pick<LoadSettings, 'dataDir' | 'area'>): SourceRecord[] {
  return [...readDataFile<SourceRecord[]>(dataDir, area, 'sources.json', []), DEMONSTRATION_SOURCE];
}

export function loadSources(db: EntityManager, records: readonly SourceRecord[]): Promise<LoadReport> {
  return upsertRows(
    db,
    'source',
    ['id'],
    records.map(({ accessedOn, publishedOn, ...record }) => ({
      ...record,
      accessed_on: accessedOn,
      published_on: publishedOn,
    })),
  );
}

/** Makes `claims` the claims that `origin` holds; those that it no longer states leave the ledger. */
export function loadClaims(
  db: EntityManager,
  origin: string,
  claims: readonly SubjectClaim[],
): Promise<LoadReport> {
  const rows = claims.map(({ subject, field, statement, source, current }) => ({
    id: claimId(origin, subject, field, statement, source),
    origin,
    subject,
    field,
    statement,
    current,
    source_id: source,
  }));
  return replaceRows(db, {
    table: 'claim',
    key: ['id'],
    rows,
    scope: { sql: 't.origin = $1', params: [origin] },
  });
}

function claimId(...parts: string[]): string {
  return `CLAIM:${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16)}`;
}
